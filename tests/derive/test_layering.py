"""The order of a drawing: columns by year, few crossings, the same every time."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from tests.derive.lines import Told, ids, lineage

from vidstore.derive import layering
from vidstore.derive.crossings import crossings_in
from vidstore.derive.layering import laid_out
from vidstore.derive.lineage import Excerpt


def excerpt(told: Told) -> Excerpt:
    of = lineage(told)
    found = of.line(of.cards.values())
    assert found
    return found


def columns(told: Told) -> list[tuple[str, list[str]]]:
    """Each column with its year and the cards in it; waypoints are dots."""
    drawn = excerpt(told)
    layout = laid_out(drawn)
    names = ids(drawn.cards)
    return [
        (year, [names[slot] if slot < len(names) else "·" for slot in column])
        for year, column in zip(layout.years, layout.columns, strict=True)
    ]


def test_columns_are_years_and_those_of_one_year_follow_what_they_build_on() -> None:
    assert columns(
        {
            "a": ("2014", ""),
            "b": ("2016", "a"),
            "c": ("2016", "b"),
            "d": ("2016", "c"),
            "e": ("2017", "d"),
        }
    ) == [("2014", ["a"]), ("2016", ["b"]), ("2016", ["c"]), ("2016", ["d"]), ("2017", ["e"])]


def test_the_undated_come_last() -> None:
    assert [
        year for year, _ in columns({"a": ("", ""), "b": ("2014", ""), "c": ("2015", "b")})
    ] == [
        "2014",
        "2015",
        "",
    ]


def test_edges_get_a_waypoint_in_each_column_that_they_pass() -> None:
    found = columns(
        {"a": ("2014", ""), "b": ("2015", "a"), "c": ("2016", "a b"), "d": ("2017", "a")}
    )
    assert [column.count("·") for _, column in found] == [0, 2, 1, 0]


def test_a_work_dated_before_what_it_builds_on_is_drawn_backwards() -> None:
    drawn = excerpt({"a": ("2016", ""), "b": ("2014", "a"), "c": ("2017", "a")})
    layout = laid_out(drawn)

    assert [drawn.edges[number] for number in layout.backward] == [("papers/a", "papers/b")]
    assert {ids(drawn.cards)[route[0]] for route in layout.routes} == {"a", "b"}


def test_crossings_are_counted() -> None:
    assert crossings_in([[0, 1], [2, 3]], [[3], [2], [], []]) == 1
    assert crossings_in([[0, 1], [2, 3]], [[2], [3], [], []]) == 0
    assert crossings_in([[0, 1], [2, 3]], [[2, 3], [2, 3], [], []]) == 1


def test_the_order_avoids_crossings() -> None:
    told = {"root": ("2013", ""), "a": ("2014", "root"), "b": ("2014", "root")}
    told |= {"c": ("2015", "b"), "d": ("2015", "a"), "e": ("2016", "c"), "f": ("2016", "d a")}
    with patch.object(layering, "SWEEPS", 0):
        unswept = laid_out(excerpt(told))
    assert crossings_in(unswept.columns, unswept.after) > 0
    layout = laid_out(excerpt(told))
    assert crossings_in(layout.columns, layout.after) == 0


def test_what_is_connected_stands_together() -> None:
    told = {"a": ("2014", ""), "k": ("2014", ""), "z": ("2014", "")}
    told |= {"x": ("2015", "z"), "y": ("2015", "a")}
    assert [names for _, names in columns(told)] == [["a", "z", "k"], ["y", "x"]]


@st.composite
def some_lines(draw: st.DrawFn) -> Told:
    number = draw(st.integers(2, 18))
    told: dict[str, tuple[str, str]] = {"a0": ("2014", ""), "a1": ("2015", "a0")}
    for at in range(2, number):
        older = draw(st.lists(st.integers(0, at - 1), max_size=3, unique=True))
        year = draw(st.sampled_from(["", *map(str, range(2012, 2019))]))
        told[f"a{at}"] = (year, " ".join(f"a{other}" for other in older))
    return told


@given(some_lines())
def test_any_lineage_is_laid_out(told: Told) -> None:
    drawn = excerpt(told)
    layout = laid_out(drawn)

    every = [slot for column in layout.columns for slot in column]
    assert sorted(every) == list(range(len(layout.column_of)))
    assert [year or "~" for year in layout.years] == sorted(year or "~" for year in layout.years)
    numbers = {card.key: number for number, card in enumerate(drawn.cards)}
    for at, (edge, route) in enumerate(zip(drawn.edges, layout.routes, strict=True)):
        ends = [numbers[key] for key in edge]
        assert [route[0], route[-1]] == (ends[::-1] if at in layout.backward else ends)
        passed = [layout.column_of[slot] for slot in route]
        assert passed == list(range(passed[0], passed[-1] + 1)), "one step a column"
        assert len(passed) > 1
    assert laid_out(excerpt(dict(reversed(told.items())))) == layout


@given(some_lines())
def test_sweeping_never_makes_it_worse(told: Told) -> None:
    swept = laid_out(excerpt(told))
    with patch.object(layering, "SWEEPS", 0):
        unswept = laid_out(excerpt(told))
    assert crossings_in(swept.columns, swept.after) <= crossings_in(unswept.columns, unswept.after)
