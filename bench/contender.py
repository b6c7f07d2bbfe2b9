"""Somebody in the comparison: a command, where it writes, and what it leaves behind."""

import shutil
from dataclasses import dataclass
from pathlib import Path


class PeerMissingError(Exception):
    """A peer that is not installed."""


@dataclass(frozen=True, slots=True)
class Yield:
    """What a build made: how many pages, and how many bytes of HTML."""

    pages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Contender:
    """A full build by one tool: run in `folder`, it fills `outputs` and may keep `caches`."""

    name: str
    command: tuple[str, ...]
    folder: Path
    outputs: tuple[Path, ...]
    caches: tuple[Path, ...] = ()

    def clear(self) -> None:
        """Take away all that an earlier run made."""
        for path in (*self.outputs, *self.caches):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def made(self) -> Yield:
        """What lies in the outputs now."""
        files = [path for output in self.outputs for path in output.rglob("*.html")]
        return Yield(len(files), sum(path.stat().st_size for path in files))
