"""Transformers: which folders of models there are; the library publishes no figures."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .model import Reading, Refusal, Runnable, Spot
from .names import Names, Zoo

SOURCES = "src/"
"""Where the repository keeps what the package holds."""


def read(checkout: Checkout, _: Names, zoo: Zoo) -> Reading:
    """Where the library implements papers of ours."""
    return Reading((), runnables=tuple(_runnables(checkout, zoo)))


def _runnables(checkout: Checkout, zoo: Zoo) -> Iterator[Runnable | Refusal]:
    for paper, said in zoo.runs.items():
        path, model, word = (part.strip() for part in said.split(";"))
        reason = no_folder(path, checkout) or other_model(path, word, checkout)
        if reason:
            spot = Spot("names.yml", 1, paper)
            yield Refusal("no-such-path", spot, f"{path} is {word}", reason)
        else:
            yield Runnable(paper, path, model)


def _code(path: str, checkout: Checkout) -> list[str]:
    """The configurations and models of a folder, in the repository or in the package."""
    folders = (path, path.removeprefix(SOURCES))
    return [
        name
        for name in checkout.files
        if str(PurePosixPath(name).parent) in folders
        and PurePosixPath(name).name.startswith(("configuration_", "modeling_"))
    ]


def no_folder(path: str, checkout: Checkout) -> str:
    """The folder must hold a model."""
    return "" if _code(path, checkout) else "no such folder"


def other_model(path: str, word: str, checkout: Checkout) -> str:
    """The folder's code must call the model by its name."""
    texts = (checkout.text(name) for name in _code(path, checkout))
    return "" if any(word.casefold() in text.casefold() for text in texts) else "not named there"
