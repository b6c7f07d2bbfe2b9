"""What all tests share: a small made-up project, builders around it, and the command line.

`pytest --update-expected` writes the expected outputs of `tests/data/invalid/` anew instead of
comparing with them. Read the difference before you commit it: it is what contributors will see.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["VIDSTORE_LANG"] = "en"  # what commands say in this process and in those it starts

from vidstore.config import PACKAGE, Project
from vidstore.intake.catalog import Intake, take_in
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS

HERE = Path(__file__).parent
TOY = HERE / "data" / "toy_catalog"

settings.register_profile(
    "vidstore",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("vidstore")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected outputs of tests/data/invalid anew instead of comparing",
    )


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written instead of compared."""
    return bool(request.config.getoption("--update-expected"))


@pytest.fixture(scope="session")
def toy_source() -> Path:
    """The toy project as it is committed; only for reading."""
    return TOY


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A fresh copy of the toy project that a test may change."""
    return Path(shutil.copytree(TOY, tmp_path / "toy"))


@pytest.fixture
def project(toy: Path) -> Project:
    """The toy project as vidstore sees it."""
    return Project.at(toy)


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The toy project's catalog; only for reading."""
    root = Path(shutil.copytree(TOY, tmp_path_factory.mktemp("catalog") / "toy"))
    intake = take_in(Project.at(root), time.time_ns())
    assert intake.catalog is not None, intake.diagnostics
    return intake.catalog


Make = Callable[..., Entry]


@pytest.fixture(scope="session")
def make() -> Make:
    """An entry with what every entry needs and the fields named."""

    def build(kind: Kind, entry_id: str = "some", **fields: object) -> Entry:
        needed: dict[str, object] = {
            "id": entry_id,
            "title": f"On {entry_id}",
            "summary": {"zh": "简介", "en": "About"},
            "added": "2024-01-01",
        }
        if kind in {Kind.SURVEY, Kind.TUTORIAL}:
            needed |= {"format": "book", "language": "en"}
        return MODELS[kind].model_validate(needed | fields)

    return build


Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edit(toy: Path) -> Edit:
    """Replace a text that must be there: `edit("catalog/papers/box-kite.yml", "1999", "19x9")`."""

    def replace(file: str, old: str, new: str) -> Path:
        path = toy / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return replace


Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(toy: Path) -> Write:
    """Write a file of the toy project, with the folders it needs."""

    def put(file: str, content: str | bytes) -> Path:
        path = toy / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


Take = Callable[[], Intake]


@pytest.fixture
def take(project: Project) -> Take:
    """Read the toy project's catalog afresh."""
    return lambda: take_in(project, time.time_ns(), fresh=True)


Run = Callable[..., subprocess.CompletedProcess[str]]


def command_environment(**changes: str) -> dict[str, str]:
    """The environment of a child that runs vidstore, installed or from a checkout."""
    path = os.pathsep.join(filter(None, [str(PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"} | changes


@pytest.fixture
def vidstore(toy: Path) -> Run:
    """Run `vidstore ARGUMENT…` as a process of its own, in the toy project.

    Keywords: `cwd`, and anything else in capitals for the environment.
    """

    def run(
        *arguments: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vidstore", *map(str, arguments)],
            cwd=cwd or toy,
            env=command_environment(**environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run
