import pytest

from vidstore.search.shards import Sorter, made, patched, shard_of
from vidstore.search.terms import Field, Terms


def terms(*titles: str, summary: tuple[str, ...] = ()) -> Terms:
    return (set(), set(titles), set(), set(summary), set())


def test_a_line_has_a_cell_for_each_field_up_to_the_last_that_is_used() -> None:
    documents = [(3, terms("shift", summary=("时序",))), (9, terms(summary=("shift",)))]
    assert made(documents, 1) == ["shift\t\t3\t\t9\n时序\t\t\t\t3\n"]


def test_every_term_is_in_the_shard_that_its_key_points_to() -> None:
    words = ("shift", "shot", "s", "时序", "时空", "时", "3d")
    shards = made([(0, terms(*words))], 8)
    sort = Sorter(8)
    for word in words:
        assert f"\n{word}\t" in f"\n{shards[sort(word)]}"
    assert sort("shift") == sort("shot")
    assert sort("时序") == sort("时")


def test_the_browser_counts_on_these_shards() -> None:
    assert [shard_of(key, 256) for key in ("ts", "时", "\U00020000")] == [250, 124, 123]


def test_lines_come_grow_shrink_and_go() -> None:
    before, title = "shift\t\t3\t\t9\n", Field.TITLE
    assert patched(before, {("shift", title): {5: True}}) == "shift\t\t32\t\t9\n"
    assert patched(before, {("shift", title): {3: False}}) == "shift\t\t\t\t9\n"
    assert patched(before, {("a", title): {1: True}}) == f"a\t\t1\n{before}"
    gone = {("shift", title): {3: False}, ("shift", Field.SUMMARY): {9: False}}
    assert patched(before, gone) == ""


def test_what_is_not_there_cannot_go() -> None:
    with pytest.raises(ValueError, match="4"):
        patched("shift\t\t3\n", {("shift", Field.TITLE): {4: False}})
