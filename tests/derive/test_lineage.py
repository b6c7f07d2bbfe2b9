"""Who is drawn around an entry and on the line of a shelf."""

import pytest
from tests.derive.lines import Told, ids, lineage

from vidstore.derive import lineage as module
from vidstore.derive.lineage import Excerpt, Lineage

CHAIN: Told = {
    "a": ("2014", ""),
    "b": ("2015", "a"),
    "c": ("2016", "b"),
    "d": ("2017", "c"),
    "e": ("2018", "d"),
    "f": ("2019", "e"),
    "g": ("2020", "f"),
    "h": ("2021", "g"),
    "i": ("2022", "h"),
    "lonely": ("2023", ""),
}


def around(of: Lineage, name: str) -> Excerpt:
    found = of.around(f"papers/{name}")
    assert found
    return found


def test_shows_three_generations_in_both_directions() -> None:
    found = around(lineage(CHAIN), "e")

    assert ids(found.cards) == list("bcdefgh")
    assert [ids(edge) for edge in found.edges] == [
        ["b", "c"],
        ["c", "d"],
        ["d", "e"],
        ["e", "f"],
        ["f", "g"],
        ["g", "h"],
    ]
    assert found.focus == "papers/e"
    assert found.left_out == 0


def test_says_where_the_lineage_goes_on() -> None:
    found = around(lineage(CHAIN), "e")
    assert (ids(found.earlier), ids(found.later)) == (["b"], ["h"])

    found = around(lineage(CHAIN), "c")
    assert (ids(found.earlier), ids(found.later)) == ([], ["f"])


def test_nothing_is_drawn_without_lineage() -> None:
    assert lineage(CHAIN).around("papers/lonely") is None
    assert lineage(CHAIN).around("papers/no-such") is None
    assert lineage({"a": ("2000", "")}).line(()) is None


def test_what_leads_past_the_entry_is_drawn_too() -> None:
    found = around(lineage({"a": ("2014", ""), "b": ("2015", "a"), "c": ("2016", "a b")}), "b")
    assert [ids(edge) for edge in found.edges] == [["a", "b"], ["a", "c"], ["b", "c"]]


def test_the_nearest_and_the_most_built_upon_stay_when_there_is_no_room() -> None:
    told: dict[str, tuple[str, str]] = {"root": ("2000", ""), "self": ("2001", "root")}
    told |= {f"child-{number:02}": ("2002", "self") for number in range(30)}
    told |= {"grandchild": ("2003", "child-29")}
    found = around(lineage(told), "self")

    assert len(found.cards) == module.MOST_AROUND
    assert {"root", "child-29", "child-00"} <= set(ids(found.cards))
    assert {"child-28", "grandchild"}.isdisjoint(ids(found.cards))
    assert found.left_out == 33 - module.MOST_AROUND
    assert "child-29" in ids(found.later)


def test_many_descendants_leave_room_for_ancestors_and_the_other_way_round() -> None:
    told: dict[str, tuple[str, str]] = {f"old-{n:02}": ("2000", "") for n in range(40)}
    told["self"] = ("2001", " ".join(sorted(told)))
    told |= {f"new-{number:02}": ("2002", "self") for number in range(40)}
    keys = ids(around(lineage(told), "self").cards)

    assert sum(key.startswith("old") for key in keys) == 12
    assert sum(key.startswith("new") for key in keys) == 12
    told = {name: told[name] for name in told if not name.startswith("new")}
    assert len(around(lineage(told), "self").cards) == module.MOST_AROUND


def test_a_line_has_the_papers_of_a_shelf_and_what_they_come_from() -> None:
    told = lineage(
        {
            "origin": ("1999", "older"),
            "older": ("1990", ""),
            "one": ("2001", "origin"),
            "two": ("2002", "one"),
            "alone": ("2003", ""),
            "elsewhere": ("2004", "two"),
        }
    )
    shelf = [told.cards[f"papers/{name}"] for name in ("alone", "two", "one")]
    found = told.line(shelf)

    assert found
    assert ids(found.cards) == ["origin", "one", "two", "alone"]
    assert ids(found.outside) == ["origin"]
    assert ids(found.later) == ["two"]
    assert ids(found.earlier) == []


def test_a_line_without_an_edge_is_not_drawn() -> None:
    told = lineage({"a": ("2001", ""), "b": ("2002", "")})
    assert told.line(told.cards.values()) is None


def test_a_long_line_keeps_those_with_lineage_and_counts_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MEMBERS_IN_LINE", 3)
    monkeypatch.setattr(module, "MOST_IN_LINE", 4)
    told = lineage(
        {
            "a": ("2001", ""),
            "b": ("2002", "a x y"),
            "c": ("2003", "a x"),
            "d": ("2004", "c"),
            "e": ("2005", ""),
            "x": ("1990", ""),
            "y": ("1991", ""),
        }
    )
    found = told.line([told.cards[f"papers/{name}"] for name in "abcde"])

    assert found
    assert ids(found.cards) == ["x", "a", "b", "c"]
    assert found.left_out == 2
    assert ids(found.outside) == ["x"]


def test_the_same_catalog_gives_the_same_excerpt() -> None:
    told = lineage(CHAIN)
    again = lineage(dict(reversed(CHAIN.items())))
    assert told.around("papers/e") == again.around("papers/e")
    assert told.line(told.cards.values()) == again.line(again.cards.values())
