"""Same input, same bytes: nothing of the machine, the clock or the network gets into a site."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import mkdocs
import pytest
from tests.site.conftest import Build
from tests.site.inspection import differing, tree

from vidstore.config import PACKAGE
from vidstore.site.engine import Engine

Run = Callable[..., object]

WATCHED = """
import os, socket, sys, time

def refuse(*args, **kwargs):
    with open({log!r}, "a") as log:
        print(sys.argv, args, file=log)
    raise OSError("no network here")

socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse
years = 20 * 365 * 24 * 3600
real, real_ns, real_local, real_gm = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: real() + years
time.time_ns = lambda: real_ns() + years * 10**9
time.localtime = lambda at=None: real_local(time.time() if at is None else at)
time.gmtime = lambda at=None: real_gm(time.time() if at is None else at)
open({started!r}, "a").write(sys.argv[0] + "\\n")
"""


@pytest.mark.parametrize("engine", list(Engine))
def test_two_builds_in_different_places_are_the_same(
    toy: Path, tmp_path: Path, build_toy: Build, engine: Engine
) -> None:
    elsewhere = tmp_path / "quite" / "another place"
    shutil.copytree(toy, elsewhere, ignore=shutil.ignore_patterns(".vidstore"))
    year_2001 = 978_307_200 * 10**9
    build_toy(engine=engine, full=True)
    build_toy(root=elsewhere, site=tmp_path / "out", engine=engine, full=True, now_ns=year_2001)

    assert differing(tree(toy / "site"), tree(tmp_path / "out")) == []


def test_the_order_of_the_file_system_does_not_matter(
    toy: Path, tmp_path: Path, build_toy: Build
) -> None:
    elsewhere = tmp_path / "elsewhere"
    for path in sorted((p for p in toy.rglob("*") if p.is_file()), reverse=True):
        target = elsewhere / path.relative_to(toy)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    build_toy()
    build_toy(root=elsewhere)

    assert differing(tree(toy / "site"), tree(elsewhere / "site")) == []


@pytest.mark.parametrize("engine", list(Engine))
def test_no_path_of_this_machine_is_in_the_site(
    toy: Path, build_toy: Build, engine: Engine
) -> None:
    build_toy(engine=engine)
    places = (toy, Path.home(), Path(sys.prefix), PACKAGE, Path(mkdocs.__file__).parent)
    marks = [str(place).encode() for place in places if len(str(place)) > 1]

    found = [
        name for name, content in tree(toy / "site").items() if any(m in content for m in marks)
    ]

    # A home that is `/root` also occurs as a word: `../root`, `$/root`. Only whole paths count.
    whole = [mark + b"/" for mark in marks]
    assert [name for name in found if any(m in tree(toy / "site")[name] for m in whole)] == []


@pytest.mark.parametrize("engine", list(Engine))
def test_a_build_neither_looks_at_the_clock_nor_at_the_network(
    toy: Path, tmp_path: Path, build_toy: Build, vidstore: Run, engine: Engine
) -> None:
    build_toy(engine=engine, full=True)
    log, started = tmp_path / "log", tmp_path / "started"
    log.touch()
    customize = tmp_path / "python" / "sitecustomize.py"
    customize.parent.mkdir()
    customize.write_text(WATCHED.format(log=str(log), started=str(started)))
    path = f"{customize.parent}:{PACKAGE.parent}"

    vidstore(
        "build", "--full", "--engine", engine, "--site-dir", tmp_path / "later", PYTHONPATH=path
    )

    assert len(started.read_text().splitlines()) >= 2  # vidstore itself, and the engine
    assert log.read_text() == ""
    assert differing(tree(toy / "site"), tree(tmp_path / "later")) == []
