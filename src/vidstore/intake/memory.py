"""What was read before: cards of files that have not changed since, in `.vidstore/`.

A file is taken as unchanged when size and modification time are those remembered. A file written
in the same instant as the memory may have changed after it was read, with both the same (git calls
such a file racy, git-scm.com/docs/racy-git); such files are not remembered.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

import msgspec

from vidstore import __version__, keepsake
from vidstore.config import PACKAGE, Project
from vidstore.intake.entries import Taken
from vidstore.load.discover import EntryFile
from vidstore.model.card import Card

RACY_NS = 2_000_000_000
"""File systems keep times as coarsely as 2 s (FAT); most keep nanoseconds."""

Remembered: TypeAlias = dict[str, tuple[int, int, Card]]


class _Memory(msgspec.Struct, array_like=True, gc=False):
    stamp: str
    files: Remembered


class Fine(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Numbers for the ties and the identities of all cards between which nothing was wrong."""

    stamp: str = ""
    ties: int = 0
    identities: int = 0


@cache
def code_stamp() -> str:
    """Changes whenever the code of vidstore does, so that a memory never outlives its maker."""
    total = blake2b(__version__.encode(), digest_size=12)
    for path in sorted(PACKAGE.rglob("*.py")):
        stat = path.stat()
        total.update(f"{path.name}:{stat.st_size}:{stat.st_mtime_ns};".encode())
    return total.hexdigest()


def _place(project: Project) -> Path:
    return project.cache / "cards.msgpack"


def _place_of_fine(project: Project) -> Path:
    return project.cache / "fine.msgpack"


def recall(project: Project, stamp: str) -> Remembered:
    """The cards remembered under this stamp, by key; nothing when there is no memory for it."""
    memory = keepsake.load(_place(project), _Memory)
    return memory.files if memory and memory.stamp == stamp else {}


def remember(project: Project, stamp: str, files: Remembered) -> None:
    """Keep cards for the next time. A memory that cannot be kept is no reason to stop."""
    keepsake.save(_place(project), _Memory(stamp, files))


def known_fine(project: Project) -> Fine:
    """With which cards nothing was wrong the last time."""
    return keepsake.load(_place_of_fine(project), Fine) or Fine()


def note_fine(project: Project, fine: Fine) -> None:
    """Keep that nothing was wrong between entries."""
    keepsake.save(_place_of_fine(project), fine)


def changed(files: Iterable[EntryFile], known: Remembered) -> list[EntryFile]:
    """The files for which no remembered card speaks any more."""
    return [
        file
        for file in files
        if (found := known.get(file.key)) is None
        or found[0] != file.mtime_ns
        or found[1] != file.size
    ]


def worth_remembering(taken: Iterable[Taken], now_ns: int) -> Remembered:
    """The cards of clean files that were not written just now."""
    return {
        item.file.key: (item.file.mtime_ns, item.file.size, item.card)
        for item in taken
        if item.card and not item.diagnostics and item.file.mtime_ns < now_ns - RACY_NS
    }
