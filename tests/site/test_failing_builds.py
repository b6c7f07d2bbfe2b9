"""A build that fails, or is ended, leaves the old site as it was and nothing beside it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.site.conftest import Build
from tests.site.inspection import differing, tree

from vidstore.config import PACKAGE, shipped_templates
from vidstore.site.engine import RUNNER

Run = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., "subprocess.Popen[str]"]

WITH_FILE_LIMIT = """
import resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from vidstore.__main__ import run
run()
"""
SLOW_TEMPLATE = "{% for _ in range(100000000) %}{% endfor %}"
GENEROUS = 60.0


@pytest.fixture
def old_site(toy: Path, build_toy: Build) -> Iterator[Path]:
    """A site that was built before; what comes after must leave it alone, and nothing beside it."""
    build_toy()
    site, before = toy / "site", tree(toy / "site")
    beside = {path.name for path in toy.iterdir()}
    yield site
    assert differing(tree(site), before) == []
    assert {path.name for path in toy.iterdir()} - {"mkdocs.yml", "templates"} == beside - {
        "templates"
    }


@pytest.fixture
def start(toy: Path) -> Iterator[Start]:
    """Start Python with arguments, in a process group of its own, like a shell does."""
    running: list[subprocess.Popen[str]] = []

    def run(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=toy,
            env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        running.append(process)
        return process

    yield run
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def until(condition: Callable[[], object], process: "subprocess.Popen[str]") -> None:
    """Wait for a condition, as long as the process runs."""
    end = time.monotonic() + GENEROUS
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def own_template(toy: Path, name: str, addition: str) -> None:
    path = toy / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shipped = (shipped_templates() / name).read_text("utf-8")
    path.write_text(shipped + addition, "utf-8")


def test_findings(old_site: Path, vidstore: Run, toy: Path) -> None:
    path = toy / "catalog/papers/box-kite.yml"
    path.write_text(
        path.read_text("utf-8").replace("family: cellular", "family: celular"), "utf-8"
    )

    done = vidstore("build", "--full")

    assert done.returncode == 1
    assert done.stderr.startswith("catalog/papers/box-kite.yml:")
    assert "did you mean cellular?" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "name", ["partials/row.html.j2", "entries/entry.html.j2", "pages/home.html.j2"]
)
@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("{% if %}", r"The template \S+ does not work (line "),
        ("{{ nothing.here }}", "'nothing' is undefined"),
        ("{% include 'no-such-file.j2' %}", "The template no-such-file.j2 is missing"),
    ],
    ids=["syntax", "unknown name", "missing include"],
)
def test_a_broken_template(
    old_site: Path, vidstore: Run, toy: Path, name: str, addition: str, said: str
) -> None:
    own_template(toy, name, addition)

    done = vidstore("build")

    assert done.returncode == 2
    assert said.replace(r"\S+", name) in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("INHERIT: nowhere.yml\n", "nowhere.yml"),
        ("theme: [\n", "error parsing the configuration file"),
        ("theme: {name: no-such-theme}\n", "no-such-theme"),
        (
            "theme: {name: material}\nmarkdown_extensions: [no_such_extension]\n",
            "no_such_extension",
        ),
    ],
)
def test_a_broken_configuration_of_the_engine(
    old_site: Path, vidstore: Run, toy: Path, config: str, said: str
) -> None:
    (toy / "mkdocs.yml").write_text(config, "utf-8")

    done = vidstore("build")

    assert done.returncode == 2
    assert done.stderr.startswith("error: The engine mkdocs failed: ")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_theme_that_lost_its_slots(old_site: Path, vidstore: Run, toy: Path) -> None:
    shutil.copytree(shipped_templates() / "theme", toy / "templates/theme")
    (toy / "templates/theme/main.html").write_text('{% extends "base.html" %}\n', "utf-8")

    done = vidstore("build")

    assert done.returncode == 2
    assert "has lost its place for head" in done.stderr


def test_an_engine_that_is_not_installed(old_site: Path, start: Start) -> None:
    hide = "import sys, importlib.util as util\nreal = util.find_spec\n"
    hide += (
        "util.find_spec = lambda name, *rest: None if name == 'zensical' else real(name, *rest)\n"
    )
    hide += "from vidstore.__main__ import run\nrun()\n"
    process = start("-c", hide, "build", "--engine", "zensical", VIDSTORE_LANG="en")
    _, said = process.communicate(timeout=GENEROUS)

    assert process.returncode == 2
    assert said == (
        "error: The engine zensical is not installed. "
        "Install it with: pip install vidstore[zensical]\n"
    )


@pytest.mark.parametrize("limit", [0, 5_000, 50_000])
@pytest.mark.parametrize("option", ["--full", "--engine=mkdocs"])
def test_a_file_that_cannot_be_written_to_its_end(
    old_site: Path, start: Start, toy: Path, limit: int, option: str
) -> None:
    own_template(toy, "pages/home.html.j2", "<!-- forces a whole build -->" + "." * 60_000)
    process = start("-c", WITH_FILE_LIMIT, str(limit), "build", option)
    said_out, said = process.communicate(timeout=GENEROUS)

    assert process.returncode in {1, 2} if option == "--full" else process.returncode == 1, said
    assert "File too large" in said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1
    assert said_out == ""


@pytest.mark.parametrize("kilobytes", [64, 400, 2000])
def test_a_disk_that_is_full(
    start: Start, toy: Path, tmp_path: Path, kilobytes: int, build_toy: Build
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root; RLIMIT_FSIZE stands for it above")
    try:
        process = start(
            "-m", "vidstore", "build", "--site-dir", str(disk / "site"), VIDSTORE_LANG="en"
        )
        _, said = process.communicate(timeout=GENEROUS)
        assert process.returncode == 1
        assert "cannot be written: No space left on device. Nothing was replaced." in said
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_folder_that_may_not_be_written(
    start: Start, toy: Path, tmp_path: Path, build_toy: Build
) -> None:
    (tmp_path / "file").write_text("not a folder")
    process = start(
        "-m",
        "vidstore",
        "build",
        "--site-dir",
        str(tmp_path / "file" / "site"),
        VIDSTORE_LANG="en",
    )
    _, said = process.communicate(timeout=GENEROUS)

    assert process.returncode == 1, said
    assert "cannot be written: " in said
    assert "Traceback" not in said
    assert (tmp_path / "file").read_text() == "not a folder"


def test_being_killed_while_it_writes_loses_nothing(
    toy: Path, start: Start, build_toy: Build
) -> None:
    build_toy()
    before = tree(toy / "site")
    own_template(toy, "pages/list.html.j2", SLOW_TEMPLATE)
    process = start("-m", "vidstore", "build", "--full")
    until((toy / ".site.new").exists, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()

    assert differing(tree(toy / "site"), before) == []
    assert (toy / ".site.new").exists()

    shutil.rmtree(toy / "templates")
    assert build_toy().diagnostics == ()
    assert differing(tree(toy / "site"), before) == []
    assert sorted(path.name for path in toy.iterdir()) == [".vidstore", "catalog", "docs", "site"]


def test_being_killed_while_the_engine_works_loses_nothing(
    toy: Path, start: Start, build_toy: Build
) -> None:
    build_toy()
    before = tree(toy / "site")
    process = start("-m", "vidstore", "build", "--full")
    until(lambda: children(process.pid), process)
    assert not (toy / ".vidstore/mkdocs/en/built-from").exists()
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()

    assert differing(tree(toy / "site"), before) == []
    assert build_toy().diagnostics == ()
    assert differing(tree(toy / "site"), before) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_an_engine_ends_when_nobody_waits_for_it(toy: Path, vidstore: Run, is_there: bool) -> None:
    vidstore("build", "--full")
    workspace = toy / ".vidstore/mkdocs/zh"
    shutil.rmtree(workspace / "site")
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    ended = subprocess.run(
        [sys.executable, RUNNER, "mkdocs.yml"],
        cwd=workspace,
        env=os.environ | {"VIDSTORE_PID": str(os.getpid() if is_there else gone.pid)},
        capture_output=True,
        timeout=GENEROUS,
        check=False,
    )
    assert (ended.returncode == 0) == is_there
    assert (workspace / "site/index.html").exists() == is_there


def test_being_interrupted_while_it_writes_tidies_up(
    old_site: Path, toy: Path, start: Start
) -> None:
    own_template(toy, "pages/list.html.j2", SLOW_TEMPLATE)
    process = start("-m", "vidstore", "build", "--full", VIDSTORE_LANG="en")
    until((toy / ".site.new").exists, process)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=GENEROUS)

    assert process.returncode == 130
    assert said.strip() == "Interrupted."


def test_being_interrupted_while_the_engine_works_ends_the_engine(
    old_site: Path, toy: Path, start: Start
) -> None:
    process = start("-m", "vidstore", "build", "--full", VIDSTORE_LANG="en")
    until(lambda: children(process.pid), process)
    engine = children(process.pid)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=GENEROUS)

    assert process.returncode == 130
    assert said.strip() == "Interrupted."
    assert [pid for pid in engine if is_alive(pid)] == []


def state_and_parent(pid: int) -> tuple[str, int]:
    """From Linux's table of processes."""
    state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    return state, int(parent)


def is_alive(pid: int) -> bool:
    try:
        return state_and_parent(pid)[0] != "Z"
    except OSError:
        return False


def children(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if state_and_parent(int(folder.name))[1] == parent:
                found.append(int(folder.name))
        except OSError:
            continue
    return found
