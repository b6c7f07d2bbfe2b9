"""Numbers of drawings change when a drawing does, and not with what no drawing shows."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.derive.lines import Told, lineage, paper

from vidstore.derive.footprints import footprints_of, outlines_of
from vidstore.derive.lineage import Lineage, lineage_of

LINE: Told = {
    "a": ("2010", ""),
    "b": ("2011", "a"),
    "c": ("2012", "b"),
    "d": ("2013", "c"),
    "e": ("2014", "d"),
    "aside": ("2015", "b"),
    "alone": ("2016", ""),
}


def around(of: Lineage, name: str) -> int | None:
    return footprints_of(of).around.get(f"papers/{name}")


def changed(told: Told) -> set[str]:
    """Whose drawings have another footprint than those of LINE."""
    return {n for n in LINE | told if around(lineage(LINE), n) != around(lineage(told), n)}


def test_a_change_reaches_three_generations() -> None:
    assert changed({**LINE, "a": ("2009", "")}) == {"a", "b", "c", "d", "aside"}
    assert changed({**LINE, "e": ("2020", "d")}) == {"b", "c", "d", "e"}


def test_a_new_edge_reaches_both_ends() -> None:
    assert changed({**LINE, "alone": ("2016", "e")}) == {"alone", "c", "d", "e", "b"}


def test_what_no_drawing_shows_changes_no_footprint() -> None:
    def of(**fields: Any) -> Lineage:
        cards = [paper("a", "2010", **fields), paper("b", "2011", "a")]
        return lineage_of({card.key: card for card in cards})

    plain = around(of(), "b")
    assert around(of(summary={"zh": "新", "en": "New"}, tags=["classic"]), "b") == plain
    assert around(of(name="A"), "b") != plain
    assert around(of(title={"zh": "甲", "en": "A"}), "b") != plain


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ({**LINE, "c": ("2019", "b")}, True),
        ({**LINE, "b": ("2009", "a")}, True),  # c comes from it
        ({**LINE, "a": ("2009", "")}, False),
        ({**LINE, "e": ("2019", "d")}, False),
        ({**LINE, "e": ("2014", "")}, True),  # the lineage of d ends
    ],
)
def test_a_line_depends_on_its_papers_and_their_origins(told: Told, differs: bool) -> None:
    def line(of: Lineage) -> str:
        return footprints_of(of).of_line([of.cards[f"papers/{name}"] for name in "cd"])

    assert (line(lineage(LINE)) != line(lineage(told))) is differs


NAMES = [f"p{number}" for number in range(8)]


@st.composite
def two_catalogs(draw: st.DrawFn) -> tuple[Told, Told]:
    """A catalog, and the same after one edit."""

    def entry(at: int) -> tuple[str, str]:
        older = draw(st.lists(st.sampled_from(NAMES[:at]), max_size=2, unique=True)) if at else []
        return draw(st.sampled_from(["2010", "2011", "2012"])), " ".join(older)

    told = {name: entry(at) for at, name in enumerate(NAMES)}
    edited = draw(st.integers(0, len(NAMES) - 1))
    return told, {**told, NAMES[edited]: entry(edited)}


@given(two_catalogs())
def test_no_drawing_changes_without_its_footprint(catalogs: tuple[Told, Told]) -> None:
    one, other = map(lineage, catalogs)
    for name in NAMES:
        key = f"papers/{name}"
        if one.around(key) != other.around(key):
            assert around(one, name) != around(other, name), name
    for shelf in (NAMES[:4], NAMES[4:], NAMES[2:6]):
        drawn = [of.line([of.cards[f"papers/{name}"] for name in shelf]) for of in (one, other)]
        prints = [
            footprints_of(of).of_line([of.cards[f"papers/{name}"] for name in shelf])
            for of in (one, other)
        ]
        if drawn[0] != drawn[1]:
            assert prints[0] != prints[1], shelf


def test_outlines_are_the_same_as_long_as_every_card_has_its_own() -> None:
    one, other = lineage(LINE), lineage({**LINE, "alone": ("2017", "")})
    assert (
        outlines_of(one.cards) == outlines_of(lineage(LINE).cards) == footprints_of(one).outlines
    )
    assert outlines_of(one.cards) != outlines_of(other.cards)
