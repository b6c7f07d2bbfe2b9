"""A drawn lineage: well formed whatever it is made of, and the same facts as the words below it."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.derive.lines import lineage, paper

from vidstore.derive.layering import laid_out
from vidstore.derive.lineage import Excerpt, lineage_of
from vidstore.locale import load_locale
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.render.lineage_geometry import nearest, short, text_width
from vidstore.render.lineage_svg import Sketch
from vidstore.render.lineage_view import LineageView, lineage_view

LINE = {"a": ("2014", ""), "b": ("2016", "a"), "c": ("2016", "b"), "d": ("2020", "a c")}
CARD_HEIGHT = 24


@pytest.fixture(scope="session")
def lexicon(catalog: Catalog) -> Lexicon:
    return Lexicon(Lang.EN, load_locale("en"), catalog.charter)


def view(excerpt: Excerpt | None, lexicon: Lexicon) -> LineageView:
    assert excerpt
    return lineage_view(Sketch(excerpt, laid_out(excerpt)), lexicon, "../../", "Lineage")


def links(svg: str) -> list[ET.Element]:
    return ET.fromstring(svg).findall("a")


def test_cards_lead_to_entries_and_say_their_whole_titles(lexicon: Lexicon) -> None:
    cards = [
        paper("a", "2014", name="Short", title="Short: A Very Long Title"),
        paper("b", "2015", "a"),
    ]
    drawn = view(lineage_of({c.key: c for c in cards}).around("papers/b"), lexicon)
    found = links(drawn.svg)

    assert [link.get("href") for link in found] == ["../../papers/a/", "../../papers/b/"]
    assert [link.findtext("text") for link in found] == ["Short", "B"]
    assert found[0].findtext("title") == "Short: A Very Long Title (2014)"
    assert [link.get("aria-current") for link in found] == [None, "page"]


def test_the_axis_has_each_year_once_from_left_to_right(lexicon: Lexicon) -> None:
    drawn = ET.fromstring(view(lineage(LINE).around("papers/b"), lexicon).svg)
    years = drawn.findall("g[@class='vs-lineage__years']/text")

    assert [year.text for year in years] == ["2014", "2016", "2020"]
    places = [int(year.get("x", "")) for year in years]
    assert places == sorted(places)


def test_the_words_say_what_the_drawing_shows(lexicon: Lexicon) -> None:
    excerpt = lineage(LINE).around("papers/b")
    assert excerpt
    drawn = view(excerpt, lexicon)
    told = {
        (older.address, work.chip.address)
        for year in drawn.years
        for work in year.works
        for older in work.builds_on
    }

    assert told == {(f"{older}/", f"{younger}/") for older, younger in excerpt.edges}
    assert [(year.year, len(year.works)) for year in drawn.years] == [
        ("2014", 1),
        ("2016", 2),
        ("2020", 1),
    ]
    assert len(re.findall("<path marker-end", drawn.svg)) == len(excerpt.edges)


def test_says_how_many_are_left_out(lexicon: Lexicon) -> None:
    told = {"self": ("2000", "")} | {f"a{n}": ("2001", "self") for n in range(40)}
    assert (
        "16 more within three generations"
        in view(lineage(told).around("papers/self"), lexicon).left_out
    )
    assert view(lineage(LINE).around("papers/a"), lexicon).left_out == ""


def test_cards_do_not_cover_each_other(lexicon: Lexicon) -> None:
    told = {"self": ("2000", "")} | {f"a{n}": ("2001", "self") for n in range(20)}
    told |= {f"b{n}": ("2002", f"a{n} a{19 - n}") for n in range(20)}
    of = lineage(told)
    boxes: dict[str, list[int]] = {}
    for rect in ET.fromstring(view(of.line(of.cards.values()), lexicon).svg).iter("rect"):
        boxes.setdefault(str(rect.get("x")), []).append(int(rect.get("y", "")))
    for heights in boxes.values():
        heights.sort()
        gaps = [lower - upper for upper, lower in itertools.pairwise(heights)]
        assert all(gap > CARD_HEIGHT for gap in gaps)


HOSTILE = st.text(min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
) | st.sampled_from(
    [
        "</svg><script>alert(1)</script>",
        "\"'><a href=x>",
        "a&lt;b&#0;",
        "\x08\x1b[0m",
        "]]>",
        "\u202edrow",
        "视频" * 40,
    ]
)


@given(
    names=st.lists(HOSTILE, min_size=3, max_size=3),
    titles=st.lists(HOSTILE, min_size=3, max_size=3),
)
def test_any_name_makes_a_well_formed_drawing(
    lexicon: Lexicon, names: list[str], titles: list[str]
) -> None:
    cards = [
        paper(entry_id, "2000", builds_on, name=name, title=title)
        for entry_id, builds_on, name, title in zip(
            "abc", ("", "a", "a b"), names, titles, strict=True
        )
    ]
    drawn = view(lineage_of({card.key: card for card in cards}).around("papers/b"), lexicon)

    root = ET.fromstring(drawn.svg)
    assert {element.tag for element in root.iter()} <= {
        "svg", "defs", "marker", "path", "g", "text", "a", "title", "rect",
    }  # fmt: skip
    assert [link.get("href") for link in root.findall("a")] == [
        f"../../papers/{name}/" for name in "abc"
    ]
    assert all(len(link.findtext("text") or "") <= 24 for link in root.findall("a"))
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on")]


def test_labels_are_short_and_wide_letters_take_more_room() -> None:
    assert short("TSN") == "TSN"
    assert short("A Very Long Title That Goes On") == "A Very Long Title That…"
    assert text_width("视频") > text_width("TS") > text_width("li")


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 20)), min_size=1, max_size=8))
def test_places_are_far_enough_apart_and_as_wished_where_there_is_room(
    given_places: list[tuple[int, int]],
) -> None:
    wanted = [float(place) for place, _ in given_places]
    offsets = [float(sum(gap for _, gap in given_places[:at])) for at in range(len(given_places))]
    found = nearest(wanted, offsets)

    for at in range(1, len(found)):
        assert found[at] - found[at - 1] >= offsets[at] - offsets[at - 1] - 1e-9
    if all(
        wanted[at] - wanted[at - 1] >= offsets[at] - offsets[at - 1]
        for at in range(1, len(wanted))
    ):
        assert found == pytest.approx(wanted)
