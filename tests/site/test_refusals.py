"""Where a site may not be written, and pages that want the same address."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.conftest import Build
from tests.site.inspection import tree

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_folder_with_somebody_elses_files_is_refused(
    vidstore: Run, build_toy: Build, tmp_path: Path
) -> None:
    thesis = tmp_path / "thesis"
    thesis.mkdir()
    (thesis / "chapter.tex").write_text("years of work")

    done = vidstore("build", "--site-dir", thesis)

    assert done.returncode == 2
    assert done.stderr == (
        f"error: {thesis} is not empty and was not made by vidstore; "
        "name another folder with --site-dir, or empty it.\n"
    )
    assert tree(thesis) == {"chapter.tex": b"years of work"}


@pytest.mark.parametrize(
    "place", [".", "catalog", "docs", "catalog/papers", ".vidstore", "..", "catalog/new"]
)
def test_the_folders_of_the_project_are_refused(vidstore: Run, toy: Path, place: str) -> None:
    (toy / ".vidstore").mkdir()
    before = {name: content for name, content in tree(toy).items() if not name.startswith(".")}

    done = vidstore("build", "--site-dir", toy / place)

    assert done.returncode == 2
    assert "would overwrite the project's own files" in done.stderr
    after = {name: content for name, content in tree(toy).items() if not name.startswith(".")}
    assert after == before


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_guide_at_the_address_of_an_entry_is_refused(
    vidstore: Run, build_toy: Build, toy: Path, engine: str
) -> None:
    folder = toy / "docs/en/papers"
    folder.mkdir()
    (folder / "box-kite.md").write_text("# Mine\n")

    done = vidstore("build", "--engine", engine)

    assert done.returncode == 2
    assert done.stderr.startswith("error: Two pages want the address papers/box-kite/: ")
    assert "docs/" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (toy / "site").exists()


def test_two_sections_with_one_id_are_refused(vidstore: Run, build_toy: Build, toy: Path) -> None:
    path = toy / "catalog/sections.yml"
    path.write_text(path.read_text("utf-8").replace("- id: meadows", "- id: skies"), "utf-8")

    done = vidstore("build")

    assert done.returncode in {1, 2}
    assert "skies" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (toy / "site").exists()
