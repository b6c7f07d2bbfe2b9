"""An index brought up to date is, byte for byte, the one that is made from nothing."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.asking import contents

from vidstore.search import index
from vidstore.search.index import Files, Stock, updated, whole
from vidstore.search.numbering import assign
from vidstore.search.records import Record, Vocabulary

WORDS = Vocabulary((("论文", "Paper"), ("动作识别", "Action recognition")), {})
ZH, EN = (
    "用时序移位模块把视频切成若干段识别动作的网络",
    ("temporal", "shift", "VideoMAE", "of", "a", "Müller"),
)
LINES = st.tuples(st.text(ZH, max_size=8), st.lists(st.sampled_from(EN), max_size=4).map(" ".join))
ENTRIES = st.dictionaries(
    st.sampled_from([f"papers/p{number}" for number in range(30)]),
    st.tuples(st.sampled_from(["", "2019", "2024"]), LINES, LINES, st.booleans()),
)
Entries = Mapping[str, tuple[str, tuple[str, str], tuple[str, str], bool]]


def stock_of(entries: Entries) -> Stock:
    numbering = assign((("papers", year, key) for key, (year, *_) in entries.items()), ("papers",))
    records = {}
    for key, number in sorted(numbering.numbers.items(), key=lambda item: item[1]):
        year, title, summary, named = entries[key]
        name = key.removeprefix("papers/") if named else ""
        words = (0, 1) if named else (0,)
        records[number] = Record(number, key, name, *title, *summary, words, year)
    digests = {number: repr(record) for number, record in records.items()}
    return Stock(digests, records.__getitem__, numbering.end, WORDS)


def known(files: Files) -> dict[str, str]:
    return {name: digest for name, (digest, _) in files.items()}


@given(st.lists(ENTRIES, min_size=2, max_size=4))
def test_any_change_gives_what_a_fresh_index_has(states: list[Entries]) -> None:
    files = whole(stock_of(states[0]))
    for entries in states[1:]:
        stock = stock_of(entries)
        new = updated(stock, known(files), contents(files).__getitem__)
        expected = whole(stock)
        if new is not None:
            assert contents(new) == contents(expected)
            assert known(new) == known(expected)
        files = expected


MANY = {
    f"papers/p{number}": ("2024", ("时序移位", f"Title {number}"), ("动作", "of"), True)
    for number in range(200)
}


def test_an_edit_touches_the_shards_of_its_words_alone() -> None:
    files = whole(stock_of(MANY))
    edited = MANY | {"papers/p7": ("2024", ("时序移位", "Title 7"), ("动作", "of zebras"), True)}
    new = updated(stock_of(edited), known(files), contents(files).__getitem__)
    assert new is not None
    different = [name for name, digest in known(new).items() if digest != known(files)[name]]
    assert sorted(name.partition("/")[0] for name in different) == ["records", "terms"]


@pytest.mark.parametrize("change", ["come", "go"])
def test_an_entry_that_comes_or_goes_needs_no_new_index(change: str) -> None:
    more = MANY | {"papers/another": ("2024", ("卷积", "Convolution"), ("网络", "net"), False)}
    before, after = (MANY, more) if change == "come" else (more, MANY)
    files = whole(stock_of(before))
    new = updated(stock_of(after), known(files), contents(files).__getitem__)
    assert new is not None
    assert contents(new) == contents(whole(stock_of(after)))


def test_too_many_changes_ask_for_a_new_index() -> None:
    files = whole(stock_of(MANY))
    edited = {
        key: (year, title, ("动作", f"other {number}"), named)
        for number, (key, (year, title, _, named)) in enumerate(MANY.items())
    }
    assert updated(stock_of(edited), known(files), contents(files).__getitem__) is None


def spoilt(name: str, content: bytes) -> bytes:
    """The same with a line more in every shard, which no patch would look at."""
    return content + b"zzz\t0\n" if name.startswith("terms/") else content


def test_what_the_last_build_did_not_write_is_not_believed(tmp_path: Path) -> None:
    files = whole(stock_of(MANY))
    edited = stock_of(
        MANY | {"papers/p7": ("2024", ("时序移位", "Titles 7"), ("动作", "of"), True)}
    )
    content = contents(files)
    assert updated(edited, known(files), content.__getitem__) is not None
    assert updated(edited, known(files), lambda name: spoilt(name, content[name])) is None
    assert updated(edited, known(files), lambda name: (tmp_path / name).read_bytes()) is None
    assert updated(edited, known(files), lambda name: content[name][:-3]) is None
    assert updated(edited, {}, content.__getitem__) is None


def test_files_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "CHUNK", 4)
    chunks = [name for name in whole(stock_of(MANY)) if name.startswith("records/")]
    assert len(chunks) > 50
