"""Counts, shelves, sections, relations and BibTeX of the toy catalog."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from vidstore.derive.bibtex import bibtex, escaped
from vidstore.derive.counts import count, latest
from vidstore.derive.relations import relate
from vidstore.derive.sections import Hall, arrange
from vidstore.derive.shelves import in_order, newest_first, stock
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind

Make = Callable[..., Entry]


def _ids(cards: Any) -> list[str]:
    return [card.key.partition("/")[2] for card in cards]


def _find(halls: tuple[Hall, ...], name: str) -> Hall:
    for hall in halls:
        if hall.section.id == name:
            return hall
        if name in {child.section.id for child in _below(hall)}:
            return _find(hall.children, name)
    raise LookupError(name)


def _below(hall: Hall) -> list[Hall]:
    return [found for child in hall.children for found in (child, *_below(child))]


def test_counts_each_kind(catalog: Catalog) -> None:
    counts = count(catalog)
    assert counts.total == 16
    assert counts.kinds == (
        (Kind.PAPER, 5),
        (Kind.SURVEY, 2),
        (Kind.TUTORIAL, 2),
        (Kind.REPO, 2),
        (Kind.DATASET, 1),
        (Kind.PLATFORM, 2),
        (Kind.PERSON, 2),
    )


def test_the_latest_come_first(catalog: Catalog) -> None:
    assert _ids(latest(catalog, 3)) == ["wild-text", "tailless", "kite-club"]


def test_shelves_go_kind_by_kind_with_the_newest_first_and_have_no_empty_words(
    catalog: Catalog,
) -> None:
    library = stock(catalog, in_order(catalog))
    assert _ids(library.kinds["paper"]) == [
        "wild-text",
        "paper-dragon",
        "tailless",
        "silk-line",
        "box-kite",
    ]
    assert list(library.tasks) == ["lifting", "steering"]
    assert [card.key for card in library.tasks["lifting"]] == [
        "papers/paper-dragon",
        "papers/silk-line",
        "papers/box-kite",
        "surveys/wind-talk",
        "repos/kitelab",
        "datasets/sky-hundred",
    ]
    assert list(library.families) == ["flat", "cellular", "stunt"]
    assert set(library.tags) == {"classic", "awkward", "toy"}
    assert list(library.years) == sorted(library.years, reverse=True)
    assert "2022" in library.years
    assert "" not in library.years


def test_the_undated_stand_last(catalog: Catalog) -> None:
    years = [card.year for card in sorted(catalog.cards.values(), key=newest_first)]
    dated = [year for year in years if year]
    assert years == sorted(dated, reverse=True) + [""] * (len(years) - len(dated))


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("overviews", ["wind-talk", "forty-years"]),
        ("single-line", ["box-kite"]),
        ("by-hand", ["box-kite", "silk-line", "tailless"]),
        ("odd-texts", ["wild-text", "paper-dragon"]),
        ("flyers", ["lin-yuan", "kite-club"]),
        ("shapes", []),
    ],
)
def test_a_section_holds_what_it_names_then_what_it_selects(
    catalog: Catalog, name: str, ids: list[str]
) -> None:
    assert _ids(_find(arrange(catalog, in_order(catalog)), name).cards) == ids


def test_rows_keep_together_what_stands_on_a_line(catalog: Catalog) -> None:
    rows = _find(arrange(catalog, in_order(catalog)), "by-hand").rows
    assert [_ids(row) for row in rows] == [["box-kite", "silk-line"], ["tailless"]]


def test_a_section_counts_what_is_below_it_once(catalog: Catalog) -> None:
    shapes = _find(arrange(catalog, in_order(catalog)), "shapes")
    assert _ids(shapes.all_cards()) == [
        "box-kite",
        "silk-line",
        "tailless",
        "wild-text",
        "paper-dragon",
    ]
    assert [hall.depth for hall in _below(shapes)] == [1, 2, 1]


def test_relations_are_seen_from_both_sides(catalog: Catalog) -> None:
    relations = relate(catalog.cards)
    box = relations.inward("papers/box-kite")
    assert _ids(box["builds_on"]) == ["silk-line", "tailless"]
    assert _ids(box["works"]) == ["lin-yuan"]
    assert _ids(box["paper"]) == ["kitelab"]
    assert _ids(relations.outward("papers/tailless")["builds_on"]) == ["box-kite", "silk-line"]
    assert _ids(relations.inward("datasets/sky-hundred")["results"]) == [
        "box-kite",
        "silk-line",
        "tailless",
        "wild-text",
    ]
    before = relations.numbers()
    card = replace(catalog.cards["papers/box-kite"], face=0)
    after = relate({**catalog.cards, card.key: card}).numbers()
    around = {key.partition("/")[2] for key in before if before[key] != after[key]}
    assert {"silk-line", "lin-yuan", "sky-hundred", "old-winder"} <= around
    assert not {"box-kite", "quiet-hill"} & around
    card = replace(card, digest="0" * 24, face=catalog.cards[card.key].face)
    after = relate({**catalog.cards, card.key: card}).numbers()
    assert [key for key in before if before[key] != after[key]] == [card.key]


def test_every_relation_has_its_other_side(catalog: Catalog) -> None:
    relations = relate(catalog.cards)
    named = {
        (key, field, other.key)
        for key in catalog.cards
        for field, others in relations.outward(key).items()
        for other in others
    }
    naming = {
        (other.key, field, key)
        for key in catalog.cards
        for field, others in relations.inward(key).items()
        for other in others
    }
    assert named == naming != set()


def _bibtex(catalog: Catalog, make: Make, **fields: Any) -> str:
    known = {"authors": ["Wei Sòng"], "year": "2003", "title": "A Silk Line"}
    return bibtex(make(Kind.PAPER, **known | fields), catalog.charter.taxonomy)


@pytest.mark.parametrize(
    ("venue", "start", "field"),
    [
        (
            "icwind",
            "@inproceedings{",
            r"booktitle     = {International Conference on Wind \& Other",
        ),
        ("wokite", "@inproceedings{", "booktitle     = {Workshop on Kites}"),
        ("jstring", "@article{", "journal       = {Journal of String}"),
        ("preprint", "@misc{", "archivePrefix = {arXiv}"),
        (None, "@misc{", "eprint        = {2001.00001}"),
    ],
)
def test_bibtex_says_where_a_work_was_published(
    catalog: Catalog, make: Make, venue: str | None, start: str, field: str
) -> None:
    record = _bibtex(catalog, make, venue=venue, arxiv="2001.00001")
    assert record.startswith(start)
    assert field in record


def test_bibtex_is_whole(catalog: Catalog, make: Make) -> None:
    record = _bibtex(
        catalog, make, title="50% of R&D_{x}", doi="10.9999/a_b", authors=["A B", "C D"]
    )
    assert record == "\n".join(
        (
            "@misc{b2003some,",
            r"  title         = {{50\% of R\&D\_\textbraceleft{}x\textbraceright{}}},",
            "  author        = {A B and C D},",
            "  year          = {2003},",
            "  doi           = {10.9999/a_b},",
            "}",
        )
    )


def test_a_citation_key_is_plain(catalog: Catalog, make: Make) -> None:
    assert _bibtex(catalog, make).startswith("@misc{song2003silk,")
    assert _bibtex(catalog, make, authors=["林 远"]).startswith("@misc{some2003silk,")


@pytest.mark.parametrize("fields", [{"authors": []}, {"year": None}])
def test_what_cannot_be_cited_has_no_bibtex(catalog: Catalog, make: Make, fields: Any) -> None:
    assert _bibtex(catalog, make, **fields) == ""
    assert bibtex(make(Kind.REPO), catalog.charter.taxonomy) == ""


def test_braces_of_a_record_are_balanced_whatever_the_title(catalog: Catalog, make: Make) -> None:
    commands = ("backslash", "braceleft", "braceright", "asciitilde", "asciicircum")
    assert escaped(r"\{}~^") == "".join(rf"\text{name}{{}}" for name in commands)
    record = _bibtex(catalog, make, title="} @misc{evil, title={x", authors=["{", "}} and {A, B"])
    assert "evil, title=" in record
    # BibTeX counts every brace, also one behind a backslash.
    assert record.count("{") == record.count("}")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("林 远", "{林 远}"),
        ("林远", "林远"),
        ("Quill, Ada", "Quill, Ada"),
        ("Smith and Sons", "{Smith and Sons}"),
        ("A, B, C, D", "{A, B, C, D}"),
        ("others", "{others}"),
        ("Andrea Brand", "Andrea Brand"),
        ("O'Neil\n<x>", r"O'Neil \textless{}x\textgreater{}"),
    ],
)
def test_a_name_stays_one_name(catalog: Catalog, make: Make, name: str, written: str) -> None:
    assert f"author        = {{{written}}}," in _bibtex(catalog, make, authors=[name])


def test_what_has_no_identifier_has_its_address(catalog: Catalog, make: Make) -> None:
    links = {"video": "https://video.example.org/a%20b?c=1&d=2"}
    record = _bibtex(catalog, make, links=links)
    assert "url           = {https://video.example.org/a%20b?c=1&d=2}," in record
    assert "url" not in _bibtex(catalog, make, links=links, arxiv="2001.00001")
    assert "url" not in _bibtex(catalog, make, links={"video": "https://video.example.org/{x"})


def test_an_identifier_that_would_break_latex_is_left_out(catalog: Catalog, make: Make) -> None:
    assert "doi" not in _bibtex(catalog, make, doi="10.9999/a}b")
    assert "doi" not in _bibtex(catalog, make, doi="10.9999/a%b")


def test_a_card_of_each_kind_is_on_its_shelf(catalog: Catalog) -> None:
    library = stock(catalog, in_order(catalog))
    shelved: list[Card] = [card for shelf in library.kinds.values() for card in shelf]
    assert sorted(card.key for card in shelved) == sorted(catalog.cards)
