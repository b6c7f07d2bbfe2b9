"""Columns of what entries can be chosen by."""

from collections.abc import Iterable
from typing import Any

from tests.derive.lines import paper

from vidstore.derive.facets import Column, columns_of
from vidstore.derive.shelves import in_order
from vidstore.model.card import Card, card_of
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.references import marked


def told(column: Column) -> list[list[str]]:
    """The words of each row."""
    cells = ([cell] if isinstance(cell, int) else cell for cell in column.rows)
    return [[column.words[number - 1] for number in cell if number] for cell in cells]


def of(cards: list[Card], name: str, **orders: Iterable[str]) -> list[list[str]]:
    return told(columns_of(cards, orders)[name])


def repo(**fields: Any) -> Card:
    needed = {"id": "r", "title": "R", "summary": {"zh": "简", "en": "A"}, "added": "2024-01-01"}
    entry = MODELS[Kind.REPO].model_validate(needed | fields)
    return card_of(entry, "d", tuple(marked(entry)))


def test_a_row_has_no_word_or_one_or_several() -> None:
    cards = [paper("a"), paper("b", tasks=["lifting"]), paper("c", tasks=["lifting", "landing"])]
    column = columns_of(cards, {"task": ["landing", "steering", "lifting"]})["task"]

    assert column.words == ("landing", "lifting")
    assert column.rows == [0, 2, [2, 1]]


def test_words_that_no_order_names_come_behind() -> None:
    cards = [paper("a", tags=["x"]), paper("b", tags=["b", "a"])]
    assert columns_of(cards, {"tag": ["x"]})["tag"].words == ("x", "a", "b")


def test_datasets_are_those_that_results_were_measured_on() -> None:
    source = {"repo": "r", "path": "log", "paper": "b"}
    result = {"dataset": "sky", "metric": "height", "value": "1", "source": source}
    assert of([paper("a", results=[result, result])], "dataset") == [["datasets/sky"]]


def test_code_is_a_link_a_library_or_a_repository_of_its_own() -> None:
    run = {"repo": "r", "path": "configs"}
    cards = [
        paper("none"),
        paper("linked", links={"code": "https://a.example.org"}),
        paper("run", implementations=[run]),
        paper("own"),
        repo(paper="own"),
    ]
    assert of(cards, "has") == [[], ["code"], ["code"], ["code"], []]


def test_weights_are_a_link_or_come_with_an_implementation() -> None:
    run = {"repo": "r", "path": "configs", "weights": "https://a.example.org/w"}
    cards = [
        paper("a", links={"weights": "https://a.example.org"}),
        paper("b", implementations=[run]),
    ]
    assert of(cards, "has") == [["weights"], ["code", "weights"]]


def test_dates_are_numbered_from_the_newest_and_the_undated_have_none(catalog: Catalog) -> None:
    cards = in_order(catalog)
    column = columns_of(cards, {})["date"]

    assert 0 in column.rows, "the toy catalog has something undated"
    by_rank = sorted(
        (int(str(rank)), card.date) for rank, card in zip(column.rows, cards, strict=True) if rank
    )
    years = [date[:4] for _, date in by_rank]
    assert years == sorted(years, reverse=True)
    assert all(
        (not card.date) == (rank == 0) for rank, card in zip(column.rows, cards, strict=True)
    )
