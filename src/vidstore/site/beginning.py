"""What a new project begins with: the smallest catalog that is a whole one."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from vidstore.config import shipped_templates
from vidstore.errors import OutputError, UsageError

_NAMES = {"gitignore": ".gitignore"}
"""Files that would mean something where they are kept have another name there."""


def begin(folder: Path) -> list[str]:
    """Write a new project into a folder, beside whatever is there; the names of its files.

    Raises:
        UsageError: the folder has one of these files, or has a catalog; nothing is written.
        OutputError: a file cannot be written; those written before are taken back.
    """
    files = dict(_files())
    for name in ("catalog", *files):
        if (folder / name).exists():
            raise UsageError("begun", path=folder / name)
    made: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            made += [parent for parent in reversed(path.parents) if not parent.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            made.append(path)
            path.write_bytes(content)
    except OSError as error:
        _take_back(made)
        raise OutputError.of(Path(error.filename or folder), error) from error
    return list(files)


def _take_back(made: list[Path]) -> None:
    """Remove files and the folders that were made for them."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def _files() -> Iterator[tuple[str, bytes]]:
    source = shipped_templates() / "project"
    for path in sorted(source.rglob("*")):
        if path.is_file():
            name = path.relative_to(source).as_posix()
            yield _NAMES.get(name, name), path.read_bytes()
