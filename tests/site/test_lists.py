"""Lists that are longer than a page."""

import pytest
from msgspec.structs import replace

from vidstore.config import Project
from vidstore.derive.citations import cite
from vidstore.derive.footprints import footprints_of
from vidstore.derive.lineage import lineage_of
from vidstore.derive.relations import relate
from vidstore.derive.shelves import Library, in_order, stock
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.render.environment import html_environment
from vidstore.site import lists
from vidstore.site.drawings import Drawings
from vidstore.site.pages import Page
from vidstore.site.planning import lexicons_of
from vidstore.site.studio import Studio

TASK = "tasks/lifting/"


@pytest.fixture
def studio(project: Project, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Studio:
    monkeypatch.setattr(lists, "PAGE_SIZE", 2)
    lexicons = lexicons_of(project, catalog.charter)
    environments = {lang: html_environment(project, lexicons[lang].say) for lang in Lang}
    return Studio(catalog, relate(catalog.cards), cite(catalog.cards), lexicons, environments)


def pages(studio: Studio, *shelf: Card) -> dict[str, Page]:
    drawings = Drawings(studio, footprints_of(lineage_of(studio.catalog.cards)))
    library: Library = stock(studio.catalog, in_order(studio.catalog))
    library = replace(library, tasks={"lifting": shelf})
    return {page.address: page for page in lists.list_pages(studio, library, drawings)}


def cards(studio: Studio, *keys: str) -> list[Card]:
    return [studio.catalog.cards[key] for key in keys]


@pytest.mark.parametrize("lang", Lang)
def test_pages_of_a_list_lead_to_each_other(studio: Studio, lang: Lang) -> None:
    shelf = cards(
        studio,
        "papers/paper-dragon",
        "papers/silk-line",
        "papers/box-kite",
        "surveys/wind-talk",
        "repos/kitelab",
    )
    found = pages(studio, *shelf)
    first, second, third = (found[TASK + rest] for rest in ("", "page/2/", "page/3/"))
    assert f'rel="next" href="../../{TASK}page/2/"' in first.render(lang).html
    assert 'rel="prev"' not in first.render(lang).html
    middle = second.render(lang).html
    assert f'rel="prev" href="../../../../{TASK}"' in middle
    assert f'rel="next" href="../../../../{TASK}page/3/"' in middle
    assert f'rel="prev" href="../../../../{TASK}page/2/"' in third.render(lang).html
    assert 'rel="next"' not in third.render(lang).html


def test_a_page_changes_with_the_count_of_a_kind_that_goes_on_behind_it(studio: Studio) -> None:
    dragon, silk, box, survey, repo = cards(
        studio,
        "papers/paper-dragon",
        "papers/silk-line",
        "papers/box-kite",
        "surveys/wind-talk",
        "repos/kitelab",
    )
    three = pages(studio, dragon, silk, box, survey)[TASK]
    two = pages(studio, dragon, silk, survey, repo)[TASK]
    assert three.render(Lang.EN).html != two.render(Lang.EN).html
    assert three.digest != two.digest
