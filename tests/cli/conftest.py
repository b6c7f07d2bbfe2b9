import gc
import shutil
import subprocess
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vidstore.cli.main import app

Cli = Callable[..., "subprocess.CompletedProcess[str]"]
Content = Callable[[Path], dict[str, str]]


@pytest.fixture
def cli(toy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cli]:
    """`vidstore ARGUMENT…` inside this process, in the toy project or in `cwd`: quick."""

    def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(cwd or toy)
        told = CliRunner().invoke(app, [*map(str, arguments)])
        return subprocess.CompletedProcess(
            arguments, told.exit_code, stdout=told.stdout, stderr=told.stderr
        )

    yield run
    gc.enable()  # a command that ends has no use for it and switches it off


@pytest.fixture(scope="session")
def published_source(tmp_path_factory: pytest.TempPathFactory, toy_source: Path) -> Path:
    """The toy project with READMEs and site made; only for copying."""
    root = tmp_path_factory.mktemp("published") / "toy"
    shutil.copytree(toy_source, root)
    for command in ("readme", "build"):
        told = CliRunner().invoke(app, [command, "--root", str(root)])
        assert told.exit_code == 0, told.output
    gc.enable()
    return root


@pytest.fixture
def published(published_source: Path, toy: Path) -> Path:
    """`toy`, with its READMEs and site made."""
    shutil.copytree(published_source, toy, dirs_exist_ok=True)
    return toy


@pytest.fixture(scope="session")
def content() -> Content:
    """A fingerprint of every file of a project, without what may be lost at any time."""
    return lambda root: {
        str(path.relative_to(root)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".vidstore" not in path.parts
    }
