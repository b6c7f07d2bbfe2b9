"""What one build leaves for the next in `.vidstore/`. Losing it costs time and nothing else."""

import contextlib
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

_LAST: dict[Path, tuple[tuple[int, int], object]] = {}
"""What was read or written last, with the file's time and size: a preview builds many times."""


def load(path: Path, kind: type[T]) -> T | None:
    """What was kept at `path`; None when there is nothing, or nothing of this kind."""
    try:
        signature = _signature(path)
        known = _LAST.get(path)
        if known and known[0] == signature and isinstance(known[1], kind):
            return known[1]
        found = msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None
    _LAST[path] = (signature, found)
    return found


def save(path: Path, value: object) -> bool:
    """Keep a value; whether that worked."""
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(exist_ok=True)
        draft.write_bytes(msgspec.msgpack.encode(value))
        draft.replace(path)
        _LAST[path] = (_signature(path), value)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        return False
    return True


def drop(path: Path) -> None:
    """Keep nothing at `path` any more."""
    path.unlink(missing_ok=True)


def _signature(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size
