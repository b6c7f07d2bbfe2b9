"""Writing a site so that nobody ever sees half of one.

A full build fills a fresh folder beside the site and swaps it in whole. A small build stages what
differs the same way and then moves file by file into place: that is a few renames, each of them
atomic, and the manifest is dropped before and written after, so an interruption in between costs
one full build and never a broken page. (Hard-linking 20,000 unchanged files into a fresh folder
for a swap would cost more than such a build itself; `docs/en/guides/design.md` has the figures.)
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def beside(site: Path, what: str) -> Path:
    """A hidden neighbour of the site, on the same file system."""
    return site.parent / f".{site.name}.{what}"


def write_file(path: str | Path, content: bytes) -> None:
    """Write a file whose folder may not exist yet."""
    try:
        os.mkdir(os.path.dirname(path))  # noqa: PTH102, PTH120 - most pages have a folder of their own
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - str is faster
    _write(path, content)


def _write(path: str | Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)


def clear(path: Path) -> None:
    """Remove a folder or file, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def mend(site: Path) -> None:
    """Put right what an interrupted swap left: the old site waits beside the empty place."""
    old = beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (old, beside(site, "new")):
        clear(left)


def swap_in(site: Path, fresh: Path) -> None:
    """Put a finished folder in the site's place; the old one goes last."""
    old = beside(site, "old")
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    clear(old)


def move_in(site: Path, fresh: Path, names: Iterable[str]) -> int:
    """Move staged files into the site, but those that are there already; how many were moved."""
    moved = 0
    for name in names:
        target = site / name
        if _is_same(fresh / name, target):
            continue
        moved += 1
        try:
            (fresh / name).replace(target)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(target)
    return moved


def _is_same(one: Path, other: Path) -> bool:
    try:
        # Files of a whole catalog have many megabytes: they are read only if their sizes agree.
        return (
            one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
        )
    except FileNotFoundError:
        return False


def remove(site: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that they leave empty."""
    for name in names:
        path = site / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == site or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
