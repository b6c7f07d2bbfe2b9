"""How commands end: exit codes, where the project is, bugs, interruptions, and nothing written."""

import errno
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen
from typing import Any

import pytest
from tests.conftest import command_environment
from typer.testing import CliRunner

from vidstore.cli.main import app

Run = Callable[..., "CompletedProcess[str]"]
Edit = Callable[[str, str, str], Path]
Write = Callable[[str, str | bytes], Path]
Content = Callable[[Path], dict[str, str]]

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes and signals")


@pytest.mark.parametrize("folder", [".", "catalog", "catalog/papers", "docs/zh/guides"])
def test_finds_the_nearest_project_upwards(cli: Run, toy: Path, folder: str) -> None:
    assert cli("validate", cwd=toy / folder).returncode == 0


def test_the_innermost_project_is_the_nearest(cli: Run, toy: Path) -> None:
    inner = toy / "docs" / "inner"
    (inner / "catalog").mkdir(parents=True)
    told = cli("validate", cwd=inner)
    assert told.returncode == 1
    assert "catalog/site.yml: E304" in told.stdout


def test_takes_the_project_that_is_named(cli: Run, toy: Path, tmp_path: Path) -> None:
    for root in (toy, "toy", "./toy/"):
        assert cli("validate", "--root", root, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "command", ["validate", "build", "readme", "serve", "export --format=csv"]
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_outside_of_any_project_it_says_so(
    vidstore: Run, tmp_path: Path, command: str, lang: str
) -> None:
    told = vidstore(*command.split(), cwd=tmp_path, VIDSTORE_LANG=lang)
    assert (told.returncode, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert str(tmp_path) in told.stderr
    assert "--root DIR" in told.stderr
    assert told.stderr.startswith({"en": "error: No catalog here", "zh": "错误："}[lang])


@pytest.mark.parametrize("make", ["file", "nothing"])
def test_a_root_without_a_catalog_is_refused(cli: Run, tmp_path: Path, make: str) -> None:
    root = tmp_path / "root"
    if make == "file":
        root.mkdir()
        (root / "catalog").write_text("not a folder")
    told = cli("validate", "--root", root)
    assert told.returncode == 2
    assert told.stderr == f"error: No catalog in {root}: it has no folder catalog/.\n"


@pytest.mark.parametrize(
    "command", ["validate", "build", "readme", "export --format=json --output=site/index.html"]
)
@pytest.mark.parametrize(
    "case",
    [
        "syntax-tab",
        "empty-file",
        "encoding-gbk",
        "binary",
        "unknown-folder",
        "name-that-is-no-slug",
        "unknown-words",
        "dangling-in-sections",
    ],
)
def test_bad_input_changes_nothing(
    cli: Run, published: Path, content: Content, write: Write, command: str, case: str
) -> None:
    source = Path(__file__).parents[1] / "data" / "invalid" / case
    for path in (source / "catalog").rglob("*.yml"):
        write(str(path.relative_to(source)), path.read_bytes())
    before = content(published)
    told = cli(*command.split())
    assert told.returncode == 1
    assert re.search(r"catalog/\S.*: E\d{3} ", told.stdout + told.stderr)
    assert "Traceback" not in told.stdout + told.stderr
    assert content(published) == before
    assert {"README.md", "site/index.html", "site/papers/box-kite/index.html"} <= set(before)


def test_a_missing_taxonomy_changes_nothing(cli: Run, published: Path, content: Content) -> None:
    (published / "catalog/taxonomy/tasks.yml").unlink()
    before = content(published)
    for command in ("validate", "build", "readme"):
        told = cli(command)
        assert told.returncode == 1
        assert "catalog/taxonomy/tasks.yml: E304" in told.stdout + told.stderr
    assert content(published) == before


def test_readme_says_that_it_wrote_nothing(cli: Run, write: Write) -> None:
    write("catalog/papers/one.yml", "")
    told = cli("readme")
    assert told.stdout == ""
    assert told.stderr.endswith(
        "The READMEs were not written, because the catalog has findings (above).\n"
    )


def test_readme_check_tells_what_differs(cli: Run, toy: Path) -> None:
    assert cli("readme", "--check").returncode == 1
    assert not (toy / "README.md").exists()
    assert cli("readme").stdout == "README.md written\nREADME.en.md written\n"
    told = cli("readme", "--check")
    assert (told.returncode, told.stdout) == (0, "The READMEs are up to date.\n")
    path = toy / "README.md"
    path.write_text(path.read_text("utf-8").replace("BoxKite", "Box Kite"), "utf-8")
    told = cli("readme", "--check")
    assert told.returncode == 1
    changed = [line for line in told.stdout.splitlines() if line[:3] not in {"+++", "---"}]
    assert any("Box Kite" in line for line in changed if line.startswith("-"))
    assert any("BoxKite" in line for line in changed if line.startswith("+"))
    assert "--- README.md" in told.stdout
    assert "README.en.md" not in told.stdout
    assert cli("readme").stdout == "README.md written\n"


@pytest.fixture
def buggy(monkeypatch: pytest.MonkeyPatch, toy: Path) -> Callable[..., Any]:
    """Run a command in this process while reading the catalog has a bug."""

    def take_in(*_: object, **__: object) -> None:
        raise ZeroDivisionError("kites {do} not divide")

    monkeypatch.setattr("vidstore.intake.catalog.take_in", take_in)
    return lambda *arguments: CliRunner().invoke(app, [*arguments, "--root", str(toy)])


@pytest.mark.parametrize("command", ["validate", "readme"])
def test_a_bug_ends_with_3_and_leaves_a_log(buggy: Callable[..., Any], command: str) -> None:
    told = buggy(command)
    assert told.exit_code == 3
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1
    found = re.search(
        r"bug: ZeroDivisionError: kites {do} not divide\. .* log (\S+\.log);", told.stderr
    )
    assert found
    log = Path(found[1])
    assert "Traceback" in log.read_text("utf-8")
    assert "in take_in" in log.read_text("utf-8")
    log.unlink()


def test_a_traceback_is_shown_to_who_asks(buggy: Callable[..., Any]) -> None:
    told = buggy("validate", "--debug")
    assert told.exit_code == 3
    assert "Traceback (most recent call last)" in told.stderr
    found = re.search(r"\S+\.log", told.stderr)
    assert found
    Path(found[0]).unlink()


@posix
@pytest.mark.parametrize("command", ["validate", "build", "readme"])
def test_an_interruption_ends_with_130_and_changes_nothing(
    published: Path, content: Content, command: str
) -> None:
    before = content(published)
    place = published / "catalog" / "site.yml"
    place.unlink()
    os.mkfifo(place)
    with _started(published, command) as process, _held_open(place, process):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"Interrupted.\n")
    place.unlink()
    before.pop("catalog/site.yml")
    assert content(published) == before


@posix
def test_a_preview_ends_with_an_interruption(published: Path, content: Content) -> None:
    before = content(published)
    with _started(published, "serve", "--port", "0") as process:
        assert process.stdout
        line = next(line for line in process.stdout if b"Serving on" in line)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert b"http://127.0.0.1:" in line
    assert (process.returncode, err) == (130, b"Interrupted.\n")
    assert content(published) == before


@contextmanager
def _started(root: Path, *arguments: str) -> Iterator["Popen[bytes]"]:
    with Popen(
        [sys.executable, "-m", "vidstore", *arguments],
        cwd=root,
        env=command_environment(),
        stdout=PIPE,
        stderr=PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def _held_open(pipe: Path, process: "Popen[bytes]") -> Iterator[None]:
    """From when the process has opened the pipe for reading; it then waits for us to write."""
    while (writer := _writer(pipe)) is None:
        assert process.poll() is None, "the process ended without reading"
        time.sleep(0.01)
    try:
        yield
    finally:
        os.close(writer)


def _writer(pipe: Path) -> int | None:
    """The end of a pipe to write to; None as long as nobody reads."""
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ENXIO:
            return None
        raise


@posix
def test_a_file_that_cannot_be_read_is_told(cli: Run, toy: Path) -> None:
    if not Path("/proc/self/mem").exists():
        pytest.skip("needs a file that nobody can read")
    place = toy / "catalog/papers/silk-line.yml"
    place.unlink()
    place.symlink_to("/proc/self/mem")
    told = cli("validate")
    assert told.returncode == 1
    assert "catalog/papers/silk-line.yml: E110 the file cannot be read: " in told.stdout
    assert "Traceback" not in told.stderr
