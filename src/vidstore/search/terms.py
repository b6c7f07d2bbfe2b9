"""Terms: what is looked up in the index, and in which field of a record it stands.

A run of CJK characters gives every pair of neighbours and its last character alone, so that any
part of it can be put together from terms, however it was meant to be cut into words. Everything
else gives words, which are found by how they begin.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from vidstore.search.folding import is_cjk, name_key, parts
from vidstore.search.initials import initials
from vidstore.search.records import Record

LONGEST = 40
"""Characters of a term. Nobody types more of a word, and an address is no word."""
_LETTERS = 8
"""Initials that are kept from each place of a title."""


class Field(IntEnum):
    """Where a term stands: the column of a shard, the best first."""

    NAME = 0
    TITLE = 1
    WORDS = 2
    SUMMARY = 3
    INITIALS = 4


Terms = tuple[set[str], ...]
"""The terms of a record, by field."""

_INSIDE = re.compile(
    r"(?:(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[A-Z])(?=[A-Z][a-z]))(?=([A-Za-z0-9]{2,}))"
)


def terms_of(record: Record, words: Sequence[frozenset[str]]) -> Terms:
    """The terms of a record; `words` are those of each controlled word."""
    names = [name for name in (record.name, *record.aliases) if name]
    titles = [record.title, record.title_en, *names]
    by_word = set().union(*(words[place] for place in record.words))
    by_word |= in_texts((record.date[:4], " ".join(record.authors)))
    return (
        {name_key(name)[:LONGEST] for name in names or titles if name},
        in_texts(titles) | set(_inner(names or titles)),
        by_word,
        in_texts((record.summary, record.summary_en)),
        set(_initials((record.title, *names))),
    )


def words_of(names: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The terms of each controlled word."""
    return [frozenset(in_texts(both)) for both in names]


def in_texts(texts: Iterable[str]) -> set[str]:
    """The terms of some texts."""
    found: set[str] = set()
    for text in texts:
        words, characters = parts(text)
        found.update(word[:LONGEST] for word in words)
        for run in characters:
            found.update(map(str.__add__, run, run[1:]))
            found.add(run[-1])
    return found


def _inner(texts: Iterable[str]) -> Iterable[str]:
    """Words that begin inside of a word: `mae` in `VideoMAE`."""
    for text in texts:
        yield from (word.lower()[:LONGEST] for word in _INSIDE.findall(text))


def _initials(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        if text.isascii():
            continue
        for run in parts(text)[1]:
            for letters in initials(run):
                yield from (letters[at : at + _LETTERS] for at in range(len(letters) - 1))


def shard_key(term: str) -> str:
    """What decides on the shard of a term: all terms that begin alike stand in one."""
    return term[:1] if is_cjk(term) else term[:2]


def differences(old: Terms, new: Terms) -> Mapping[Field, tuple[set[str], set[str]]]:
    """By field, the terms that have gone and those that have come."""
    return {field: (old[field] - new[field], new[field] - old[field]) for field in Field}
