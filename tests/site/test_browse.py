"""The data and the plain content of the browse page, and the page of comparisons."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.site.conftest import Build
from tests.site.inspection import Site, tree

from vidstore.config import Project
from vidstore.derive.binder import Binder
from vidstore.derive.citations import cite
from vidstore.derive.shelves import in_order
from vidstore.intake.catalog import take_in
from vidstore.model.catalog import Catalog
from vidstore.site import browse_data as module
from vidstore.site.data_files import DataFiles
from vidstore.site.engine import Engine
from vidstore.site.pieces import Pieces
from vidstore.site.planning import Plan, lexicons_of, plan

FACETS = "assets/browse/facets.json"
Data = dict[str, Any]


def data_of(root: Path) -> dict[str, tuple[str, Callable[[], bytes]]]:
    project = Project.at(root)
    catalog = take_in(project, time.time_ns(), fresh=True).catalog
    assert catalog
    found = planned(project, catalog).files
    return {name: file for name, file in found.items() if name.startswith("assets/browse/")}


def planned(project: Project, catalog: Catalog) -> Plan:
    lexicons = lexicons_of(project, catalog.charter)
    binder = Binder(catalog, cite(catalog.cards))
    pieces = Pieces(binder, pytest.fail, {}, None, project.cache / "none")
    return plan(project, lexicons, pytest.fail, DataFiles(pieces))


def facets(site: Site) -> Data:
    found: Data = json.loads(site.text(FACETS))
    return found


def words(data: Data, column: str, row: int) -> list[str]:
    cell = data["columns"][column]["rows"][row]
    known = data["columns"][column]["words"]
    return [
        known[number - 1][0] for number in ([cell] if isinstance(cell, int) else cell) if number
    ]


@pytest.mark.parametrize("built", [Engine.MKDOCS], indirect=True)
def test_the_data_says_of_each_entry_what_the_entry_says(built: Site, catalog: Catalog) -> None:
    data = facets(built)
    titles = json.loads(built.text("assets/browse/titles-0.json"))
    ordered = in_order(catalog)

    assert data["size"] == len(titles) == len(ordered)
    for row, card in enumerate(ordered):
        assert f"{words(data, 'kind', row)[0]}/{titles[row][0]}" == card.key
        assert titles[row][1] == card.name
        assert (titles[row][2], "".join(titles[row][3:4]) or titles[row][2]) == card.title
        assert "".join(titles[row][4:]) == cite(catalog.cards).key(card)
        assert words(data, "task", row) == list(card.tasks)
        assert words(data, "tag", row) == list(card.tags)
        assert words(data, "family", row) == [card.family][: bool(card.family)]
        assert words(data, "venue", row) == [card.venue][: bool(card.venue)]
        assert words(data, "date", row) == [card.date][: bool(card.date)]
        assert words(data, "added", row) == [card.added]
        assert words(data, "language", row) == [card.language][: bool(card.language)]


@pytest.mark.parametrize("built", [Engine.MKDOCS], indirect=True)
def test_words_have_their_names_in_both_languages(built: Site) -> None:
    columns = facets(built)["columns"]

    assert ["papers", "论文", "Papers"] in columns["kind"]["words"]
    assert ["lifting", "升空", "Lifting"] in columns["task"]["words"]
    assert ["code", "有代码", "has code"] in columns["has"]["words"]
    assert ["sky-hundred", "Sky100"] in columns["dataset"]["words"]
    assert ["2015", "2015"] in columns["date"]["words"]


@pytest.mark.parametrize("built", [Engine.MKDOCS], indirect=True)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_without_a_script_the_page_leads_to_all_lists(built: Site, lang: str) -> None:
    page = built.pages[f"{lang}browse/index.html"]
    links = {reference.value for reference in page.references}

    kinds = {"../papers/", "../datasets/", "../people/"}
    assert kinds | {"../tasks/lifting/", "../families/cellular/", "../years/1999/"} <= links
    assert "../tags/classic/" in links or any(link.startswith("../tags/") for link in links)
    assert re.search(r'<form class="vs-browse"[^>]* hidden>', page.html)
    assert "<noscript>" in built.pages[f"{lang}compare/index.html"].html


def test_titles_are_in_several_files_and_only_those_that_differ_are_made_again(
    toy: Path, edit: Callable[[str, str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK", 4)
    before = data_of(toy)
    assert [json.loads(make()) for name, (_, make) in sorted(before.items()) if "titles-" in name][
        -1
    ], "the last file is not empty"
    assert len(before) == 2 + 4

    edit("catalog/papers/box-kite.yml", "name: BoxKite", "name: Boxy")
    after = data_of(toy)

    changed = {name for name in before if before[name][0] != after[name][0]}
    assert changed == {"assets/browse/titles.json", "assets/browse/titles-1.json"}
    assert {name for name in before if before[name][1]() != after[name][1]()} == changed


@pytest.mark.parametrize(
    ("file", "old", "new", "changes"),
    [
        ("papers/tailless.yml", "Two lines and no tail.", "No tail.", False),
        ("papers/tailless.yml", "tasks: [steering]", "tasks: [landing]", True),
        ("papers/tailless.yml", "2011", "2012", True),
        ("papers/tailless.yml", "family: stunt", "family: flat", True),
        ("datasets/sky-hundred.yml", "name: Sky100", "name: Sky101", True),
    ],
)
def test_the_digest_changes_with_the_data(
    toy: Path, edit: Callable[[str, str, str], Path], file: str, old: str, new: str, changes: bool
) -> None:
    before = data_of(toy)
    edit(f"catalog/{file}", old, new)
    after = data_of(toy)

    assert (before[FACETS][0] != after[FACETS][0]) is changes
    assert (before[FACETS][1]() != after[FACETS][1]()) is changes


def test_an_edit_that_shows_nowhere_in_the_data_leaves_its_files_alone(
    toy: Path, build_toy: Build, edit: Callable[[str, str, str], Path]
) -> None:
    build_toy()
    files = sorted((toy / "site/assets/browse").iterdir())
    assert len(files) == 3
    before = [path.stat().st_mtime_ns for path in files]
    edit("catalog/papers/tailless.yml", "Two lines and no tail.", "No tail.")
    build_toy()

    assert [path.stat().st_mtime_ns for path in files] == before
    assert tree(toy / "site")[FACETS]


def test_a_large_catalog_keeps_to_its_weight(catalog: Catalog, project: Project) -> None:
    """Ten thousand rows made of those of the toy catalog."""
    ordered = (in_order(catalog) * 700)[:10_000]
    data = module.browse_data(planned(project, catalog).studio, ordered)

    assert len(data[FACETS][1]()) < 400_000
    assert len(data) == 2 + 10_000 // module.CHUNK
