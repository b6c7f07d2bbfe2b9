"""Boards, the overview, what can be run, and what leads there."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from vidstore.config import Project
from vidstore.derive.boards import boards_of
from vidstore.derive.citations import cite
from vidstore.derive.relations import relate
from vidstore.derive.shelves import in_order, stock
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.render.environment import html_environment
from vidstore.site import lists, result_pages, run_pages
from vidstore.site.drawings import drawings_of
from vidstore.site.pages import Page
from vidstore.site.planning import lexicons_of
from vidstore.site.studio import Studio

BOARD, TASK = "results/sky-hundred/", "tasks/lifting/"


class Printer:
    """Plans the pages of a catalog that is the toy's with some cards changed."""

    def __init__(self, project: Project, catalog: Catalog) -> None:
        self.catalog = catalog
        self.lexicons = lexicons_of(project, catalog.charter)
        self.environments = {
            lang: html_environment(project, self.lexicons[lang].say) for lang in Lang
        }

    def __call__(self, cards: Mapping[str, Card] = {}) -> dict[str, Page]:
        changed = Catalog(self.catalog.charter, {**self.catalog.cards, **cards})
        boards = boards_of(changed)
        studio = Studio(
            changed,
            relate(changed.cards),
            cite(changed.cards),
            self.lexicons,
            self.environments,
            boards=boards,
        )
        ordered = in_order(changed)
        pages = [
            *result_pages.result_pages(studio),
            *run_pages.run_pages(studio, ordered),
            *lists.list_pages(studio, stock(changed, ordered), drawings_of(studio)),
        ]
        return {page.address: page for page in pages}

    def with_card(self, key: str, **changes: Any) -> dict[str, Page]:
        return self({key: msgspec.structs.replace(self.catalog.cards[key], **changes)})


@pytest.fixture
def plan(project: Project, catalog: Catalog) -> Printer:
    return Printer(project, catalog)


def html(pages: Mapping[str, Page], address: str, lang: Lang = Lang.EN) -> str:
    return pages[address].render(lang).html


def rows(text: str) -> list[str]:
    return re.findall(r'<tr[^>]*><th scope="row">.*?</tr>', text)


def without_evidence(plan: Printer) -> dict[str, Page]:
    bare = {
        key: msgspec.structs.replace(card, results=(), implementations=(), evidence=0)
        for key, card in plan.catalog.cards.items()
    }
    return plan(bare)


def test_a_dataset_with_results_has_a_board_and_others_have_none(plan: Printer) -> None:
    boards = [address for address in plan() if address.startswith("results/")]
    assert boards == ["results/", BOARD]


def test_a_catalog_without_evidence_says_so(plan: Printer) -> None:
    pages = without_evidence(plan)
    assert [address for address in pages if address.startswith(("results/", "run/"))] == [
        "results/",
        "run/",
    ]
    assert "No results here yet." in html(pages, "results/")
    assert "No implementations here yet." in html(pages, "run/")
    assert BOARD not in html(pages, TASK)


def test_the_table_says_what_the_plots_show(plan: Printer) -> None:
    text = html(plan(), BOARD)
    drawn = set(re.findall(r'<a href="\.\./\.\./(papers/[^"]*)"[^>]*><title>', text))
    listed = {re.search(r'href="\.\./\.\./([^"]*)"', row)[1] for row in rows(text)}  # type: ignore[index]
    assert drawn == listed
    assert text.count("<svg") == 3


def test_a_plot_needs_two_points(plan: Printer) -> None:
    only = plan.catalog.cards["papers/tailless"]
    cards = {
        key: msgspec.structs.replace(card, results=card.results if card is only else ())
        for key, card in plan.catalog.cards.items()
    }
    text = html(plan(cards), BOARD)
    assert "<svg" not in text
    assert len(rows(text)) == 1


def test_a_long_board_is_cut_into_pages_the_best_first(
    plan: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows(html(plan(), BOARD))
    monkeypatch.setattr(result_pages, "ROWS", 3)
    pages = plan()
    addresses = [BOARD, f"{BOARD}page/2/", f"{BOARD}page/3/"]
    assert [address for address in pages if address.startswith(BOARD)] == addresses
    parts = [rows(html(pages, address)) for address in addresses]
    assert [len(part) for part in parts] == [3, 3, 1]
    joined = [row.replace("../../../../", "../../") for part in parts for row in part]
    assert joined == whole
    first, second = html(pages, BOARD), html(pages, addresses[1])
    assert "<svg" in first
    assert "<svg" not in second
    assert "page 1 of 3" in first
    assert 'rel="next"' in first
    assert 'rel="prev"' in second


def test_all_points_are_drawn_where_the_table_is_cut(
    plan: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = re.findall(r"<svg.*?</svg>", html(plan(), BOARD))
    monkeypatch.setattr(result_pages, "ROWS", 3)
    assert re.findall(r"<svg.*?</svg>", html(plan(), BOARD)) == whole


def test_thousands_of_rows_fit_into_pages_of_300_kilobytes(plan: Printer) -> None:
    card = plan.catalog.cards["papers/box-kite"]
    (run, *_), (result, *_) = card.implementations, card.results
    many = tuple(
        msgspec.structs.replace(
            result,
            value=str(50 + at / 100),
            setting=f"a made-up setting of some length, number {at}, three crops and ten clips",
            gflops=str(1 + at),
            params_m=str(1 + at / 7),
        )
        for at in range(4000)
    )
    runs = tuple(msgspec.structs.replace(run, path=f"kites/box/{at}") for at in range(2000))
    pages = plan.with_card("papers/box-kite", results=many, implementations=runs)
    sizes = {
        address: len(page.render(lang).html.encode())
        for address, page in pages.items()
        if address.startswith((f"{BOARD}", "run/"))
        for lang in Lang
    }
    assert len(sizes) > 20
    assert max(sizes.values()) < 270_000, "a frame comes on top"


def test_what_can_be_run_is_cut_into_pages(plan: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(html(plan(), "run/"))
    monkeypatch.setattr(run_pages, "ROWS", 2)
    pages = plan()
    addresses = ["run/", "run/page/2/", "run/page/3/"]
    parts = [rows(html(pages, address)) for address in addresses]
    assert [len(part) for part in parts] == [2, 2, 1]
    assert [row.replace("../../../", "../") for part in parts for row in part] == whole


def test_a_task_leads_to_the_boards_of_its_datasets(plan: Printer) -> None:
    pages = plan()
    assert f'href="../../{BOARD}"' in html(pages, TASK)
    assert BOARD not in html(pages, "tasks/steering/")
    assert BOARD not in html(pages, "families/cellular/")


def test_a_task_names_boards_even_where_their_datasets_stand_on_another_page(
    plan: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE_SIZE", 2)
    before, after = plan(), plan.with_card("datasets/sky-hundred", name="SkyC", digest="x")
    assert "datasets/sky-hundred/" not in html(before, TASK)
    assert html(before, TASK) != html(after, TASK)
    assert before[TASK].digest != after[TASK].digest
    assert BOARD not in html(before, f"{TASK}page/2/")
    assert before[f"{TASK}page/2/"].digest == after[f"{TASK}page/2/"].digest


def test_filters_have_what_the_page_holds(plan: Printer) -> None:
    text = html(plan(), BOARD)
    select = re.search(r'<select name="library">(.*?)</select>', text)
    assert select
    assert re.findall(r'value="([^"]+)"', select[1]) == [
        "KiteLab",
        "kites.example.org",
        "Old Winder",
        "SilkLine",
    ]
    tasks = re.search(r'<select name="task">(.*?)</select>', html(plan(), "run/"))
    assert tasks
    assert re.findall(r'value="([^"]+)"', tasks[1]) == ["lifting", "steering"]


SHOWN: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "name of a paper": ("papers/tailless", {"name": "T", "digest": "x", "evidence": 1}, {BOARD}),
    "name of the best paper": (
        "papers/wild-text",
        {"name": "W", "digest": "x", "evidence": 1},
        {"results/", BOARD, "run/"},
    ),
    "name of a dataset": (
        "datasets/sky-hundred",
        {"name": "S", "digest": "x"},
        {"results/", BOARD, "run/", TASK},
    ),
    "name of a library": ("repos/kitelab", {"name": "K", "digest": "x"}, {BOARD, "run/"}),
    "name of a source": (
        "papers/silk-line",
        {"name": "Z", "digest": "x", "evidence": 1},
        {BOARD, "run/", TASK},
    ),
    "summary of a paper": ("papers/tailless", {"summary": ("a", "b"), "digest": "x"}, set()),
    "tasks of a dataset": (
        "datasets/sky-hundred",
        {"tasks": ("landing",), "digest": "x"},
        {"results/", BOARD, TASK},
    ),
}


@pytest.mark.parametrize("what", list(SHOWN))
def test_digests_change_with_what_is_shown(plan: Printer, what: str) -> None:
    key, changes, expected = SHOWN[what]
    before, after = plan(), plan.with_card(key, **changes)
    watched = {"results/", BOARD, "run/", TASK}
    differing = {
        address
        for address in watched
        if any(html(before, address, lang) != html(after, address, lang) for lang in Lang)
    }
    changed = {address for address in watched if before[address].digest != after[address].digest}
    assert expected <= changed
    assert differing <= changed
    if not expected:
        assert {address for address in changed if address in {"results/", BOARD, "run/"}} == set()


def test_hostile_texts_bring_no_element_of_their_own(plan: Printer) -> None:
    pages = plan()
    for address in ("results/", BOARD, "run/"):
        for lang in Lang:
            text = html(pages, address, lang)
            assert "<b>wild</b>" not in text
            assert "<img" not in text
            assert text.count("<script") == text.count('<script type="module"')
            assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', text))
