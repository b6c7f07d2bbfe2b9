import json
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen

import pytest
from tests.conftest import command_environment

Run = Callable[..., "CompletedProcess[str]"]
Edit = Callable[[str, str, str], Path]
Write = Callable[[str, str | bytes], Path]

INVALID = Path(__file__).parents[1] / "data" / "invalid"


@pytest.fixture
def wrong(edit: Edit) -> None:
    """Two findings in papers, one in repos."""
    edit("catalog/papers/box-kite.yml", "tasks: [lifting]", "tasks: [liftin]")
    edit("catalog/papers/silk-line.yml", "builds_on: [box-kite]", "builds_on: [box-kit]")
    edit("catalog/repos/kitelab.yml", "paper: box-kite", "paper: boxkite")


def _empty(toy: Path, write: Write) -> None:
    """Leave the charter and no entry, and nothing that speaks of one."""
    for path in (toy / "catalog").glob("*/*.yml"):
        if path.parent.name != "taxonomy":
            path.unlink()
    for page in (toy / "docs").glob("*/guides/*.md"):
        page.write_text("# Nothing yet\n", "utf-8")
    site = toy / "catalog" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("paths: [first-summer]\n", ""), "utf-8")
    write("catalog/sections.yml", "[]\n")


def _files(told: "CompletedProcess[str]") -> list[str]:
    return [
        line.partition(":")[0] for line in told.stdout.splitlines() if line.startswith("catalog/")
    ]


def test_a_clean_catalog_ends_with_0(cli: Run) -> None:
    told = cli("validate")
    assert (told.returncode, told.stdout, told.stderr) == (0, "16 entries, nothing wrong\n", "")


def test_one_entry_is_one_entry(cli: Run, toy: Path, write: Write) -> None:
    entry = (toy / "catalog/platforms/quiet-hill.yml").read_bytes()
    _empty(toy, write)
    write("catalog/platforms/quiet-hill.yml", entry)
    assert cli("validate").stdout == "1 entry, nothing wrong\n"


def test_an_empty_catalog_is_told_how_to_begin(cli: Run, toy: Path, write: Write) -> None:
    _empty(toy, write)
    told = cli("validate")
    assert told.returncode == 1
    assert told.stdout.startswith("catalog/: E305 there is no entry in the catalog\n")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_findings_end_with_1_and_are_shown_as_expected(
    vidstore: Run, write: Write, lang: str
) -> None:
    case = INVALID / "several-files-at-once"
    for path in case.rglob("*.yml"):
        write(str(path.relative_to(case)), path.read_bytes())
    told = vidstore("validate", VIDSTORE_LANG=lang)
    assert (told.returncode, told.stderr) == (1, "")
    assert told.stdout == (case / f"expected.{lang}.txt").read_text("utf-8")


def test_json_tells_the_same_as_text(cli: Run, wrong: None) -> None:
    text, told = cli("validate"), cli("validate", "--format", "json")
    assert told.returncode == text.returncode == 1
    found = json.loads(told.stdout)
    assert len(found) == 3
    keys = {"file", "line", "column", "code", "path", "message", "hint"}
    assert all(set(item) == keys for item in found)
    for item in found:
        head = f"{item['file']}:{item['line']}:{item['column']}: {item['code']} {item['message']}"
        assert head in text.stdout.splitlines()
        assert f"  hint: {item['hint']}" in text.stdout.splitlines()
    assert found[0]["path"] == ["tasks", 0]


def test_json_without_findings_is_an_empty_list(cli: Run) -> None:
    told = cli("validate", "--format", "json")
    assert (told.returncode, json.loads(told.stdout)) == (0, [])


def test_json_of_a_file_without_lines_has_no_place(cli: Run, write: Write) -> None:
    write("catalog/papers/one.yml", "")
    (found,) = json.loads(cli("validate", "--format", "json").stdout)
    assert (found["line"], found["column"], found["code"]) == (None, None, "E107")


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        (["catalog/papers/box-kite.yml"], ["catalog/papers/box-kite.yml"]),
        (["catalog/papers"], ["catalog/papers/box-kite.yml", "catalog/papers/silk-line.yml"]),
        (["./catalog/repos/../repos/kitelab.yml"], ["catalog/repos/kitelab.yml"]),
        (
            ["catalog/papers/box-kite.yml", "catalog/repos"],
            ["catalog/papers/box-kite.yml", "catalog/repos/kitelab.yml"],
        ),
        (["catalog/papers/box-kite.yml", "catalog"], None),
        (["catalog/people"], []),
    ],
)
def test_shows_what_was_asked_for(
    cli: Run, wrong: None, asked: list[str], files: list[str] | None
) -> None:
    told = cli("validate", *asked)
    everything = _files(cli("validate"))
    assert _files(told) == (everything if files is None else files)
    assert told.returncode == (0 if files == [] else 1)


def test_a_path_counts_from_where_one_stands(cli: Run, wrong: None, toy: Path) -> None:
    told = cli("validate", "kitelab.yml", cwd=toy / "catalog" / "repos")
    assert _files(told) == ["catalog/repos/kitelab.yml"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("catalog/papers/nowhere.yml", "There is no file or folder catalog/papers/nowhere.yml."),
        ("docs", "docs is not inside"),
        ("..", ".. is not inside"),
        ("/", "/ is not inside"),
        ("x" * 300, "There is no file or folder xxx"),
        ("catalog/site.yml/x", "There is no file or folder catalog/site.yml/x."),
    ],
)
def test_a_path_that_is_no_part_of_the_catalog_is_wrong_usage(
    cli: Run, path: str, reason: str
) -> None:
    told = cli("validate", path)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"error: {reason}")
    assert "Traceback" not in told.stderr


def test_a_file_name_that_is_no_text_is_told(vidstore: Run, toy: Path) -> None:
    try:
        (toy / "catalog/papers/\udcff.yml").write_text("x")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    for form in ("text", "json"):
        told = vidstore("validate", "--format", form)
        assert told.returncode == 1
        assert "E302" in told.stdout
        assert told.stderr == ""


def test_speaks_to_a_terminal_that_knows_only_ascii(vidstore: Run, write: Write) -> None:
    write("catalog/papers/one.yml", 'title: "风筝\n')
    told = vidstore("validate", PYTHONIOENCODING="ascii", VIDSTORE_LANG="zh")
    assert told.returncode == 1
    assert "E101" in told.stdout
    assert "Traceback" not in told.stderr


def test_a_reader_who_leaves_early_is_no_bug(toy: Path, write: Write) -> None:
    for number in range(300):
        write(f"catalog/papers/p{number}.yml", "x" * 200)
    with Popen(
        [sys.executable, "-m", "vidstore", "validate"],
        cwd=toy,
        env=command_environment(),
        stdout=PIPE,
        stderr=PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_a_folder_is_not_another_whose_name_begins_alike(cli: Run, write: Write) -> None:
    write("catalog/papers-old/one.yml", "")
    assert _files(cli("validate", "catalog/papers")) == []
    assert _files(cli("validate", "catalog/papers-old")) == ["catalog/papers-old/"]
