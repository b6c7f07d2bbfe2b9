"""Files of the commit that a checkout is at; the only place that runs git."""

import re
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from .model import ZooError

SHORT = 12
_MADE_FROM = re.compile(r"^(?:git_version = '|Version: )([0-9a-z.]+)'?$", re.MULTILINE)


def opened(folder: Path) -> "Checkout":
    """A checkout, or the files of a package that says which commit or version it was made from."""
    git = (folder / ".git").exists() or (folder / "HEAD").exists()
    about = [*folder.glob("*/version.py"), *folder.glob("*.dist-info/METADATA")]
    for file in () if git else about:
        if found := _MADE_FROM.search(file.read_text("utf-8")):
            return Package(folder, found[1][:SHORT])
    return Checkout(folder)


class Checkout:
    """A clone, or a git directory without a work tree; files are read from HEAD, not from disk."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise ZooError(f"{folder}: no such folder")
        self._folder = folder
        self.commit = self._run("rev-parse", "HEAD").decode().strip()[:SHORT]

    def _run(self, *arguments: str) -> bytes:
        command = ["git", "-c", f"safe.directory={self._folder}", "-C", str(self._folder)]
        done = subprocess.run([*command, *arguments], capture_output=True, check=False)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ZooError(f"{self._folder}: git: {said[-1] if said else 'failed'}")
        return done.stdout

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", "HEAD")
        return frozenset(name for name in listed.decode("utf-8", "replace").split("\0") if name)

    def text(self, path: str) -> str:
        """What a file says."""
        return self._run("show", f"HEAD:{path}").decode("utf-8", "replace")

    def below(self, folder: str, ending: str) -> Iterator[tuple[str, str]]:
        """Paths and texts of the files in a folder that end so, sorted."""
        for path in sorted(self.files):
            if path.startswith(folder) and path.endswith(ending):
                yield path, self.text(path)


class Package(Checkout):
    """The files of a package on disk, as its maker took them from a commit."""

    def __init__(self, folder: Path, commit: str) -> None:
        self._folder, self.commit = folder, commit

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        found = (path for path in self._folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self._folder).as_posix() for path in found)

    def text(self, path: str) -> str:
        """What a file says."""
        return (self._folder / path).read_text("utf-8")
