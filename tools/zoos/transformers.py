"""Transformers: folders of models and the checkpoints that they name; it publishes no figures."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .model import Reading, Refusal, Runnable, Spot
from .names import Names, Zoo

SOURCES = "src/"
"""Where the repository keeps what the package holds."""
HUB = "https://huggingface.co/"
_NAMED = re.compile(r"""(?:\bcheckpoint=|\bfrom_pretrained\(\s*)["']([\w.-]+/[\w.-]+)["']""")
_OF_IMAGES = re.compile(r"-image(?:-|$)")


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
            yield Runnable(paper, path, model, weights=weights(path, word, checkout))


def _code(path: str, checkout: Checkout) -> list[str]:
    """The configurations of a folder, then its models, in the repository or in the package."""
    folders = (path, path.removeprefix(SOURCES))
    return [
        name
        for name in sorted(checkout.files)
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


def weights(path: str, word: str, checkout: Checkout) -> str:
    """Where the checkpoint is that the folder's code names first, if it bears the model's name.

    Examples load other models too, and copied code names the model it was copied from; a
    checkpoint for images is no place to run a model of videos.
    """
    own = re.compile(rf"[/-]{re.escape(word.casefold())}(?:-|$)")
    for name in _code(path, checkout):
        for checkpoint in _NAMED.findall(checkout.text(name)):
            said = checkpoint.casefold()
            if own.search(said) and not _OF_IMAGES.search(said):
                return f"{HUB}{checkpoint}"
    return ""
