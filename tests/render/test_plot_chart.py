"""A chart is well-formed SVG, leads to its entries, and holds any text."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidstore.render.plot_chart import Axis, Chart, Dot
from vidstore.render.plot_drawing import LINKED, draw
from vidstore.render.plot_scales import Linear, Log, Whole, around, around_ratios
from vidstore.render.plot_svg import element, number, text

# What YAML takes: no control characters but tab and line breaks, no lone surrogates.
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30
)


def chart(*dots: Dot, label: str = "Plot", axis: str = "x", higher: bool = True) -> Chart:
    low, high = around((dot.y for dot in dots), 0.08)
    return Chart(
        label,
        dots,
        Axis(axis, Log(*around_ratios((dot.x for dot in dots), 0.08))),
        Axis("y", Linear(low, high)),
        higher,
    )


def dot(x: float, y: float, name: str = "TSN") -> Dot:
    return Dot(x, y, name, f"papers/{name.lower()}/", f"{name} · {y}")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def names(root: ET.Element, large: bool = False) -> list[str | None]:
    style = "vs-plot__names" + (" vs-plot__names--large" if large else "")
    return [item.text for item in root.findall(f"g[@class='{style}']/text")]


THREE = (dot(100, 80, "Best"), dot(1, 60, "Cheap"), dot(50, 55, "Beaten"))


def test_every_point_leads_to_its_entry_and_says_what_it_is() -> None:
    root = parsed(draw(chart(*THREE), "../../"))
    links = {item.get("href"): item for item in root.iter("a")}
    assert set(links) == {f"../../papers/{name}/" for name in ("best", "cheap", "beaten")}
    assert links["../../papers/best/"].findtext("title") == "Best · 80"
    assert root.get("aria-label") == "Plot"


def test_the_keyboard_stops_at_the_front_alone() -> None:
    root = parsed(draw(chart(*THREE), ""))
    stops = [item.get("href") for item in root.iter("a") if item.get("tabindex") is None]
    assert stops == ["papers/cheap/", "papers/best/"]
    assert [item.get("href") for item in root.iter("a") if item.get("tabindex") == "-1"] == [
        "papers/beaten/"
    ]


def test_the_front_is_named_once_a_method() -> None:
    twice = (dot(100, 80, "X3D"), dot(1, 60, "X3D"), dot(50, 55, "Beaten"))
    assert names(parsed(draw(chart(*twice), ""))) == ["X3D"]
    assert set(names(parsed(draw(chart(*THREE), "")))) == {"Best", "Cheap"}


def test_the_front_goes_up_in_steps_and_on_to_the_last_point() -> None:
    root = parsed(draw(chart(*THREE, dot(300, 70, "Dear")), ""))
    front = root.find("path[@class='vs-plot__front']")
    assert front is not None
    points = re.findall(r"([\d.]+) ([\d.]+)", front.get("d", ""))
    assert len(points) == 4
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = [(float(x), float(y)) for x, y in points]
    assert (y0, x1, y2) == (y1, x2, y3)
    assert x0 < x1
    assert y2 < y1, "up is down in SVG"
    assert x3 > x2


def test_where_less_is_better_the_front_goes_down() -> None:
    root = parsed(draw(chart(*THREE, higher=False), ""))
    stops = [item.get("href") for item in root.iter("a") if item.get("tabindex") is None]
    assert stops == ["papers/cheap/", "papers/beaten/"]


def test_points_beyond_the_limit_are_drawn_without_a_link() -> None:
    many = [dot(1 + i, 90 - i / 10, f"m{i}") for i in range(LINKED + 50)]
    svg = draw(chart(*many), "")
    root = parsed(svg)
    assert len(list(root.iter("a"))) == LINKED + 1
    specks = root.find("path[@class='vs-plot__specks']")
    assert specks is not None
    assert 0 < specks.get("d", "").count("h0") <= 49
    thousands = [dot(1 + i, 90 - i / 100, "m") for i in range(5000)]
    assert len(draw(chart(*thousands), "")) < 60_000


def test_a_front_of_thousands_stays_light() -> None:
    rising = [dot(1 + i, 50 + i / 100, f"m{i}") for i in range(5000)]
    svg = draw(chart(*rising), "")
    assert svg.count("<a ") == LINKED
    assert 'href="papers/m4999/"' in svg
    assert len(svg) < 70_000


def test_the_same_points_give_the_same_bytes() -> None:
    assert draw(chart(*THREE), "../") == draw(chart(*THREE), "../")


def test_colours_come_from_the_style_sheet() -> None:
    svg = draw(chart(*THREE), "")
    assert not re.search(r"fill=|stroke=|style=|#[0-9a-f]{3}|rgb", svg)


def test_years_are_whole() -> None:
    years = [Dot(float(y), y / 100, "a", "papers/a/", "a") for y in (2014, 2016)]
    drawn = Chart("p", years, Axis("y", Whole(2013.5, 2016.5)), Axis("v", Linear(20, 21)), True)
    ticks = [
        item.text for item in parsed(draw(drawn, "")).findall("g[@class='vs-plot__ticks']/text")
    ]
    assert ticks[:3] == ["2014", "2015", "2016"]


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_stays_text(name: str, about: str, label: str) -> None:
    one = Dot(1, 2, name, "papers/a/", about)
    root = parsed(draw(chart(one, dot(3, 1), label=label, axis=label), ""))
    assert {item.tag for item in root.iter()} <= {
        "svg",
        "g",
        "path",
        "text",
        "a",
        "title",
        "circle",
    }
    assert about in [item.text or "" for item in root.iter("title")]
    handlers = [key for item in root.iter() for key in item.keys() if key.startswith("on")]  # noqa: SIM118
    assert handlers == []


@pytest.mark.parametrize(
    ("value", "shown"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (0.0, "0"), (-3.16, "-3.2")]
)
def test_coordinates_are_short(value: float, shown: str) -> None:
    assert number(value) == shown


def test_attributes_are_escaped_and_may_be_left_out() -> None:
    assert element("a", href='"><script>', tabindex=None) == '<a href="&#34;&gt;&lt;script&gt;"/>'
    assert text("a < b", 1.0, 2.0) == '<text x="1" y="2">a &lt; b</text>'
