"""`vidstore export`: where it writes, what it refuses, and how it ends."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from vidstore.derive.data_format import DataFormat

Run = Callable[..., "CompletedProcess[str]"]
Edit = Callable[[str, str, str], Path]

TEXTS = [form for form in DataFormat if form.is_text]


@pytest.mark.parametrize("form", TEXTS)
def test_a_text_goes_to_standard_output_or_to_a_file(
    vidstore: Run, cli: Run, toy: Path, form: DataFormat
) -> None:
    told = vidstore("export", "--format", form)
    assert (told.returncode, told.stderr) == (0, "")
    quiet = cli("export", "--format", form, "-o", "out")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert (toy / "out").read_text("utf-8") == told.stdout  # both with ends of line as Python's
    assert "BoxKite" in told.stdout or "Box Kites" in told.stdout


def test_a_database_goes_to_a_file(cli: Run, toy: Path) -> None:
    told = cli("export", "--format", "sqlite", "--output", "kites.sqlite")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    connection = sqlite3.connect(toy / "kites.sqlite")
    assert connection.execute("SELECT count(*) FROM entries").fetchone() == (16,)
    connection.close()


def test_a_database_is_nothing_for_a_terminal(cli: Run) -> None:
    told = cli("export", "--format", "sqlite")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "error: SQLite is no text for a terminal. Name a file with -o.\n"


def test_a_byte_order_mark_is_there_if_asked_for(cli: Run, toy: Path) -> None:
    for arguments, start in (((), b"kind,id"), (("--bom",), b"\xef\xbb\xbfkind,id")):
        assert cli("export", "--format", "csv", "-o", "out.csv", *arguments).returncode == 0
        assert (toy / "out.csv").read_bytes().startswith(start)
    told = cli("export", "--format", "json", "--bom")
    assert (told.returncode, told.stderr) == (2, "error: --bom is for CSV only.\n")


def _ids(told: "CompletedProcess[str]") -> list[str]:
    return [json.loads(line)["id"] for line in told.stdout.splitlines()]


def test_only_a_kind_or_a_task(cli: Run) -> None:
    export = ("export", "--format", "jsonl")
    assert _ids(cli(*export, "--kind", "repo")) == ["kitelab", "old-winder"]
    assert _ids(cli(*export, "--task", "steering")) == ["silk-line", "tailless", "kitelab"]
    assert _ids(cli(*export, "--task", "steering", "--kind", "repo")) == ["kitelab"]
    assert _ids(cli(*export, "--task", "landing")) == []


@pytest.mark.parametrize("form", DataFormat)
def test_no_entries_are_a_file_all_the_same(cli: Run, form: DataFormat) -> None:
    told = cli("export", "--format", form, "--task", "landing", "-o", "out")
    assert (told.returncode, told.stderr) == (0, "")


def test_a_task_that_is_not_there_is_told(cli: Run) -> None:
    told = cli("export", "--format", "json", "--task", "liftin")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == (
        "error: There is no task liftin in catalog/taxonomy/tasks.yml. "
        "There are: lifting, steering, landing.\n"
    )


def test_findings_go_to_the_other_stream_and_nothing_is_written(
    cli: Run, toy: Path, edit: Edit
) -> None:
    (toy / "out").write_text("old")
    edit("catalog/papers/box-kite.yml", "year: 1999", "year: soon")
    told = cli("export", "--format", "json", "-o", "out")
    assert (told.returncode, told.stdout) == (1, "")
    assert "catalog/papers/box-kite.yml" in told.stderr
    assert (toy / "out").read_text() == "old"


def test_a_file_is_replaced_as_a_whole(cli: Run, toy: Path) -> None:
    (toy / "out").write_text("old")
    (toy / "seen").hardlink_to(toy / "out")  # what somebody has open meanwhile
    assert cli("export", "--format", "json", "-o", "out").returncode == 0
    assert (toy / "seen").read_text() == "old"
    assert not [path.name for path in toy.rglob("*.draft")]


@pytest.mark.parametrize("place", ["nowhere/out.json", "folder"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(
    cli: Run, toy: Path, place: str
) -> None:
    (toy / "folder").mkdir()
    told = cli("export", "--format", "json", "-o", place)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("error: ")
    assert place in told.stderr
    assert not [path.name for path in toy.rglob("*.draft")]


def test_reading_leaves_no_entry_of_the_catalog_changed(cli: Run, toy: Path) -> None:
    before = {path: path.read_bytes() for path in toy.rglob("*.yml")}
    assert cli("export", "--format", "json").returncode == 0
    assert {path: path.read_bytes() for path in toy.rglob("*.yml")} == before
