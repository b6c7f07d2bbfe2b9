import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.inspection import Site

from vidstore.config import Project
from vidstore.site.build import Built, Order, build
from vidstore.site.engine import Engine

URL = "https://kites.example.org/corner/"

Build = Callable[..., Built]


@pytest.fixture(scope="session")
def engine_output(tmp_path_factory: pytest.TempPathFactory, toy_source: Path) -> Path:
    """What MkDocs made of the toy project, as `.vidstore/` keeps it: running it takes longest."""
    root = tmp_path_factory.mktemp("engine") / "toy"
    shutil.copytree(toy_source, root)
    assert build(Order(Project.at(root), root / "site"), time.time_ns()).diagnostics == ()
    return root / ".vidstore" / "mkdocs"


@pytest.fixture
def build_toy(toy: Path, engine_output: Path) -> Build:
    """Build the toy project in this process; `site`, `root`, `engine` and `full` may be named."""
    shutil.copytree(engine_output, toy / ".vidstore" / "mkdocs", dirs_exist_ok=True)

    def run(
        *,
        root: Path = toy,
        site: Path | None = None,
        engine: Engine = Engine.MKDOCS,
        full: bool = False,
        now_ns: int | None = None,
    ) -> Built:
        order = Order(Project.at(root), site or root / "site", engine, full)
        return build(order, time.time_ns() if now_ns is None else now_ns)

    return run


@pytest.fixture(scope="session", params=list(Engine))
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, toy_source: Path
) -> Site:
    """The toy project as a site, once by each engine; only for reading."""
    root = tmp_path_factory.mktemp(f"built-{request.param}") / "toy"
    shutil.copytree(toy_source, root)
    order = Order(Project.at(root), root / "site", request.param)
    assert build(order, time.time_ns()).diagnostics == ()
    return Site(root / "site", URL)
