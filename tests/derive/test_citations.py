"""By which keys works are cited."""

from collections.abc import Callable
from typing import Any

import pytest

from vidstore.derive.citations import cite
from vidstore.model.card import Card, card_of
from vidstore.model.citation import citation_key
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind

Make = Callable[..., Entry]


@pytest.fixture
def card(make: Make) -> Callable[..., Card]:
    return lambda *args, **fields: card_of(make(*args, **fields), "d", ())


def test_a_key_is_of_name_year_and_first_long_word(make: Make) -> None:
    entry = make(Kind.PAPER, title="On the Ways of Kites", authors=["Wei Sòng"], year="2003")
    assert citation_key(entry) == "song2003ways"


def test_a_date_gives_the_year(make: Make) -> None:
    entry = make(Kind.SURVEY, "wind", title="风", authors=["林 远"], date="2022-06")
    assert citation_key(entry) == "wind2022wind"


@pytest.mark.parametrize("author", ["\x1c", "\x01", "。", "，"])
def test_a_name_without_a_letter_still_gives_a_key(make: Make, author: str) -> None:
    entry = make(Kind.PAPER, "odd", authors=[author], year="2003")
    assert citation_key(entry) == "odd2003odd"


def test_what_shares_a_key_gets_its_id_behind_it(card: Any) -> None:
    fields = {"title": "Kites", "authors": ["Ada Quill"], "year": "2020"}
    cards = [card(Kind.PAPER, "a", **fields), card(Kind.DATASET, "a", **fields)]
    alone = card(Kind.PAPER, "b", **fields | {"year": "2021"})
    citations = cite({one.key: one for one in [*cards, alone]})
    assert [citations.key(one) for one in [*cards, alone]] == [
        "quill2020kites-papers-a",
        "quill2020kites-datasets-a",
        "quill2021kites",
    ]


def test_what_cannot_be_cited_has_no_key(card: Any) -> None:
    cards = {one.key: one for one in (card(Kind.REPO, "a"), card(Kind.REPO, "b"))}
    citations = cite(cards)
    assert citations.shared == frozenset()
    assert citations.key(cards["repos/a"]) == ""
