"""`vidstore init`: a catalog of one's own."""

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cli = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    made = tmp_path / "mine"
    made.mkdir()
    return made


def test_what_is_begun_is_a_whole_project(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "a new" / "catalog of mine"
    told = cli("init", folder)
    assert (told.returncode, told.stderr) == (0, "")
    *written, after = told.stdout.splitlines()
    files = {path.as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.removesuffix(" written") for line in written} == files
    assert after == f"Next: change catalog/site.yml, then run: vidstore serve --root '{folder}'"

    assert cli("validate", "--root", folder).stdout == "1 entry, nothing wrong\n"
    for command in ("readme", "schema"):
        assert cli(command, "--root", folder).returncode == 0
    told = cli("build", "--root", folder)
    assert told.returncode == 0, told.stderr
    for page in ("index.html", "en/repos/vidstore/index.html", "guides/start/index.html"):
        assert (folder / "site" / page).is_file()
    english = (folder / "README.en.md").read_text("utf-8")
    assert "# My Catalog" in english
    assert "1 entry: 1 project\n" in english
    assert "make " not in english
    assert cli("validate", "--root", folder).returncode == 0


def test_a_fresh_clone_keeps_what_it_has(cli: Cli, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "README.md").write_text("mine")
    assert cli("init", ".", cwd=folder).returncode == 0
    assert (folder / "README.md").read_text() == "mine"
    assert (folder / "catalog/site.yml").is_file()


def test_the_folder_may_be_named_as_other_commands_do(cli: Cli, folder: Path) -> None:
    assert cli("init", "--root", folder).returncode == 0
    assert (folder / "catalog/site.yml").is_file()
    told = cli("init", folder, "--root", folder)
    assert told.returncode == 2
    assert "one is enough" in told.stderr


def test_without_a_name_it_begins_here(cli: Cli, folder: Path) -> None:
    assert cli("init", cwd=folder).returncode == 0
    assert (folder / "catalog/site.yml").is_file()


@pytest.mark.parametrize("there", ["catalog/papers", "docs/zh/guides/start.md", ".gitignore"])
def test_nothing_is_written_over_what_is_there(cli: Cli, folder: Path, there: str) -> None:
    (folder / there).parent.mkdir(parents=True, exist_ok=True)
    (folder / there).write_text("mine")
    told = cli("init", folder)
    assert told.returncode == 2
    assert "is there already. Nothing was written." in told.stderr
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / there]


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder")
def test_what_was_written_is_taken_back_when_something_cannot_be(cli: Cli, folder: Path) -> None:
    (folder / "templates").write_text("a file, not a folder")
    told = cli("init", folder)
    assert told.returncode == 1
    assert "templates" in told.stderr
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / "templates"]
    assert list(folder.iterdir()) == [folder / "templates"]
