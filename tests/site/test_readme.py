"""Both READMEs of the toy project. `pytest --update-expected` writes the golden files anew."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vidstore.config import PACKAGE
from vidstore.render.markdown import anchor

Run = Callable[..., subprocess.CompletedProcess[str]]
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
NAMES = ("README.md", "README.en.md")


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_is_the_golden_one(
    vidstore: Run, toy: Path, name: str, update_expected: bool
) -> None:
    assert vidstore("readme").returncode == 0
    written = (toy / name).read_text("utf-8")
    golden = GOLDEN / f"toy.{name}"
    if update_expected:
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_table_of_contents_leads_to_headings(vidstore: Run, toy: Path, name: str) -> None:
    vidstore("readme")
    text = (toy / name).read_text("utf-8")
    headings = [re.sub(r"\\(.)", r"\1", found) for found in re.findall(r"(?m)^#{2,} (.*)$", text)]
    anchors = {anchor(heading) for heading in headings}
    leads = re.findall(r"(?m)^ *- \[.*?\]\(#(.*?)\)$", text)
    assert leads
    assert [lead for lead in leads if lead not in anchors] == []


@pytest.mark.parametrize("name", NAMES)
def test_figures_of_a_readme_are_there(vidstore: Run, toy: Path, name: str) -> None:
    vidstore("readme")
    figures = re.findall(r'<img src="([^"]*)"', (toy / name).read_text("utf-8"))
    assert figures
    assert [figure for figure in figures if not (toy / figure).is_file()] == []


@pytest.mark.parametrize("name", NAMES)
def test_hostile_texts_do_no_harm_in_a_readme(vidstore: Run, toy: Path, name: str) -> None:
    vidstore("readme")
    text = (toy / name).read_text("utf-8")
    assert "<script" not in re.sub(r"\\<", "", text)


def test_writing_twice_changes_nothing(vidstore: Run, toy: Path) -> None:
    first = vidstore("readme")
    assert first.stdout == "README.md written\nREADME.en.md written\n"
    stats = [(toy / name).stat().st_mtime_ns for name in NAMES]

    assert vidstore("readme").stdout == ""
    assert [(toy / name).stat().st_mtime_ns for name in NAMES] == stats


def test_check_is_content_with_what_was_just_written(vidstore: Run) -> None:
    vidstore("readme")
    done = vidstore("readme", "--check")
    assert (done.returncode, done.stdout) == (0, "The READMEs are up to date.\n")


def test_check_says_what_differs_and_writes_nothing(vidstore: Run, toy: Path) -> None:
    vidstore("readme")
    path = toy / "README.en.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("# 🪁 Kite Flying 🪁 Corner", "# Mine"), "utf-8")
    before = path.read_bytes()

    done = vidstore("readme", "--check")

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- README.en.md", "+++ README.en.md (vidstore readme)"]
    assert "-# Mine" in lines
    assert "+# 🪁 Kite Flying 🪁 Corner" in lines
    assert lines[-1] == "The READMEs are not what the catalog says. Run: vidstore readme"
    assert path.read_bytes() == before


def test_a_readme_in_another_encoding_is_replaced(vidstore: Run, toy: Path) -> None:
    (toy / "README.md").write_bytes("# 我的".encode("gbk"))
    assert vidstore("readme", "--check").returncode == 1
    assert vidstore("readme").returncode == 0
    assert "风筝" in (toy / "README.md").read_text("utf-8")


def test_check_without_any_readme(vidstore: Run, toy: Path) -> None:
    assert vidstore("readme", "--check").returncode == 1
    assert not (toy / "README.md").exists()


def test_a_catalog_with_findings_gives_no_readme(vidstore: Run, toy: Path) -> None:
    (toy / "catalog/papers/box-kite.yml").write_text("title: [\n")
    done = vidstore("readme")
    assert done.returncode == 1
    assert "The READMEs were not written" in done.stderr
    assert not (toy / "README.md").exists()


@pytest.mark.parametrize("fits", NAMES, ids=["only the Chinese fits", "only the English fits"])
def test_neither_is_written_when_one_cannot_be(vidstore: Run, toy: Path, fits: str) -> None:
    """A file may not grow beyond a limit, as on a disk that is full."""
    vidstore("readme")
    (other,) = set(NAMES) - {fits}
    catalog = toy / "catalog/site.yml"
    lang = "en" if other == "README.en.md" else "zh"
    padding = "x" * (abs((toy / fits).stat().st_size - (toy / other).stat().st_size) + 1000)
    text = catalog.read_text("utf-8")
    start = text.index("tagline:")
    at = text.index(f"  {lang}: ", start) + len(f"  {lang}: ")
    catalog.write_text(f"{text[:at]}{padding}{text[at:]}", "utf-8")
    limit = (toy / fits).stat().st_size + 100
    for name in NAMES:
        (toy / name).write_text("old", "utf-8")
    code = "import resource, sys; limit = int(sys.argv.pop(1)); "
    code += "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)); "
    code += "from vidstore.__main__ import run; run()"

    done = subprocess.run(
        [sys.executable, "-c", code, str(limit), "readme"],
        cwd=toy,
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert done.stderr.endswith(" cannot be written: File too large. Nothing was replaced.\n")
    assert [(toy / name).read_text("utf-8") for name in NAMES] == ["old", "old"]
    assert [path.name for path in toy.glob(".README*")] == []


def test_a_readme_longer_than_github_shows_is_refused(vidstore: Run, toy: Path) -> None:
    path = toy / "catalog/sections.yml"
    closing = "  closing:\n    zh: x\n    en: " + "word " * 105_000 + "\n"
    path.write_text(
        path.read_text("utf-8").replace("- id: meadows\n", f"- id: meadows\n{closing}"), "utf-8"
    )

    done = vidstore("readme")

    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert not (toy / "README.md").exists()
