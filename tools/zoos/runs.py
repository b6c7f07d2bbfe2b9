"""Where papers can be run in a zoo, as `names.yml` says it and the commit bears it out."""

from collections.abc import Iterator, Set

from .model import Refusal, Runnable, Spot
from .names import Zoo


def runnables(
    zoo: Zoo, files: Set[str], models: Set[str] = frozenset()
) -> Iterator[Runnable | Refusal]:
    """Places in `names.yml` that exist, and refusals of those that do not."""
    for paper, said in zoo.runs.items():
        path, _, model = (part.strip() for part in said.partition(";"))
        missing = [each for each in (_no_path(path, files), _no_model(model, models)) if each]
        if missing:
            yield Refusal(
                "no-such-path", Spot("names.yml", 1, paper), missing[0], "not in the commit"
            )
        else:
            yield Runnable(paper, path, model, official=paper in zoo.official)


def _no_path(path: str, files: Set[str]) -> str:
    there = path in files or any(name.startswith(f"{path}/") for name in files)
    return "" if there or not path else path


def _no_model(model: str, models: Set[str]) -> str:
    return "" if model in models else model
