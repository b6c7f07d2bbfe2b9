from collections.abc import Callable
from pathlib import Path

import pytest

from vidstore.config import Project
from vidstore.diagnostics import Code
from vidstore.load.charter import load_charter
from vidstore.model.sections import Manner
from vidstore.model.taxonomy import VOCABULARIES, Better, VenueKind

Edit = Callable[[str, str, str], Path]


def _digest(project: Project) -> str:
    charter, wrong = load_charter(project)
    assert charter is not None, wrong
    return charter.digest


def test_holds_words_sections_and_figures(project: Project) -> None:
    charter, wrong = load_charter(project)
    assert charter is not None
    assert wrong == ()
    taxonomy = charter.taxonomy
    assert list(taxonomy.tasks) == ["lifting", "steering", "landing"]
    assert taxonomy.families["cellular"].group == "one-line"
    assert taxonomy.venues["jstring"].kind is VenueKind.JOURNAL
    assert taxonomy.metrics["tangles"].better is Better.LOWER
    assert all(taxonomy.vocabulary(name) for name in VOCABULARIES)
    assert [section.id for section in charter.sections][:3] == [
        "overviews",
        "first-steps",
        "shapes",
    ]
    assert charter.sections[2].children[0].children[0].rows == (
        ("papers/box-kite", "papers/silk-line"),
        ("papers/tailless",),
    )
    assert charter.sections[0].manner is Manner.DATED
    assert sorted(charter.figures) == [
        "bridle.en.svg",
        "bridle.zh.svg",
        "tail.en.svg",
        "tail.zh.svg",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("catalog/site.yml", "风筝小站", "风筝大站"),
        ("catalog/taxonomy/tags.yml", "classic:", "classics:"),
        ("catalog/sections.yml", "综述", "综 述"),
        ("catalog/figures/tail.zh.svg", "尾巴", "尾"),
    ],
)
def test_its_digest_changes_with_each_of_its_files(
    project: Project, edit: Edit, file: str, old: str, new: str
) -> None:
    before = _digest(project)
    assert _digest(project) == before
    edit(file, old, new)
    assert _digest(project) != before


def test_its_digest_changes_with_the_name_of_a_figure(project: Project) -> None:
    before = _digest(project)
    figures = project.catalog / "figures"
    (figures / "bridle.zh.svg").rename(figures / "other.zh.svg")
    assert _digest(project) != before


@pytest.mark.parametrize(
    "name", ["site.yml", "sections.yml", *(f"taxonomy/{name}.yml" for name in VOCABULARIES)]
)
def test_each_of_its_files_is_needed(project: Project, name: str) -> None:
    (project.catalog / name).unlink()
    charter, wrong = load_charter(project)
    assert charter is None
    assert [(item.code, item.file) for item in wrong] == [(Code.MISSING_FILE, f"catalog/{name}")]


def test_tells_what_is_wrong_in_all_of_its_files(project: Project, edit: Edit) -> None:
    edit("catalog/site.yml", "url: https://", "url: ")
    edit("catalog/taxonomy/tags.yml", "classic:", "Not a slug:")
    edit("catalog/sections.yml", "manner: dated", "manner: date")
    assert {(item.code, item.file) for item in load_charter(project)[1]} == {
        (Code.NOT_A_URL, "catalog/site.yml"),
        (Code.NOT_A_SLUG, "catalog/taxonomy/tags.yml"),
        (Code.UNKNOWN_CHOICE, "catalog/sections.yml"),
    }
