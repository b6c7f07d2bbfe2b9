"""Every kind of broken file, as a file, with the complete output that a contributor sees.

A case is a folder in `tests/data/invalid/`. Its `catalog/` and `docs/` are laid over a copy of the
toy project, `remove.txt` names what is taken away, one path a line. `expected.en.txt` and
`expected.zh.txt` are what `vidstore validate` prints; `pytest --update-expected` writes them. Read
them when you do.
"""

import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from vidstore.cli import report
from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.intake.catalog import Intake, take_in
from vidstore.locale import LANGUAGES, load_locale

INVALID = Path(__file__).parent / "data" / "invalid"
CASES = sorted(path for path in INVALID.iterdir() if path.is_dir())


def lay_over(root: Path, case: Path) -> None:
    removed = case / "remove.txt"
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for source in sorted(
        path for part in ("catalog", "docs") for path in (case / part).rglob("*")
    ):
        target = root / source.relative_to(case)
        if source.is_dir() and target.is_file():
            target.unlink()  # a folder where a file should be
        target.mkdir(exist_ok=True) if source.is_dir() else shutil.copyfile(source, target)


@dataclass(frozen=True)
class Broken:
    case: Path
    root: Path
    intake: Intake


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.name)
def broken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, toy_source: Path
) -> Broken:
    """The toy project with one thing wrong, read once."""
    case: Path = request.param
    root = Path(shutil.copytree(toy_source, tmp_path_factory.mktemp("broken") / "toy"))
    lay_over(root, case)
    return Broken(case, root, take_in(Project.at(root), time.time_ns(), fresh=True))


def shown(root: Path, found: tuple[Diagnostic, ...], lang: str) -> str:
    say = load_locale(lang)
    lines = [*report.as_text(root, found, say), "", report.summary(list(found), say)]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_says_where_what_and_what_to_write_instead(
    broken: Broken, lang: str, update_expected: bool
) -> None:
    expected = broken.case / f"expected.{lang}.txt"
    text = shown(broken.root, broken.intake.diagnostics, lang)
    if update_expected:
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


def test_gives_no_catalog(broken: Broken) -> None:
    assert broken.intake.catalog is None


def test_points_into_the_file(broken: Broken) -> None:
    for item in broken.intake.diagnostics:
        if item.location:
            lines = (broken.root / item.file).read_text("utf-8-sig", errors="replace").splitlines()
            line = lines[item.location.line - 1]
            assert 1 <= item.location.column <= len(line) + 1, item


def test_every_kind_of_finding_has_a_case() -> None:
    seen = {
        code for case in CASES for code in _codes((case / "expected.en.txt").read_text("utf-8"))
    }
    assert seen == {code.value for code in Code}


def test_both_languages_tell_the_same_findings() -> None:
    for case in CASES:
        en, zh = (
            _places((case / f"expected.{lang}.txt").read_text("utf-8")) for lang in ("en", "zh")
        )
        assert en == zh, case.name


def _places(text: str) -> list[str]:
    return re.findall(r"^((?:catalog|docs)/.*?: E\d{3}) ", text, re.MULTILINE)


def _codes(text: str) -> list[str]:
    return [place[-4:] for place in _places(text)]
