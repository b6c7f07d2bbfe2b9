"""Records: all that search knows of an entry, as the browser loads it.

A record holds every text that is searched, so that the terms of the last build can be told from
the site alone: an edit changes those terms in which old and new record differ, and no others.
"""

from collections.abc import Mapping, Sequence

import msgspec

from vidstore.model.card import Card
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.inline import plain
from vidstore.render.lexicon import Lexicon

_SEARCHED = ("tasks", "families", "tags", "venues", "frameworks")
"""Vocabularies whose words are searched; a level or a metric would find too much."""


class Record(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An entry, or a page that gathers entries, with its `number` in the index.

    The English title is empty where it is the Chinese one. `words` are places in the list of words.
    """

    number: int
    key: str
    name: str
    title: str
    title_en: str
    summary: str
    summary_en: str
    words: tuple[int, ...] = ()
    date: str = ""
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True):
    """Controlled words and kinds with their names in both languages, and the place of each."""

    names: Sequence[tuple[str, str]]
    places: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, lexicons: Mapping[Lang, Lexicon]) -> "Vocabulary":
        """The words by which entries are found."""
        zh, en = lexicons[Lang.ZH], lexicons[Lang.EN]
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for kind in Kind:
            one, many = (f"kinds.{name}" for name in (kind.value, kind.folder))
            found["kinds", kind.value] = (_both(zh, one, many), _both(en, one, many))
        for name in _SEARCHED:
            for word in zh.charter.taxonomy.vocabulary(name):
                found[name, word] = (zh.name(name, word), en.name(name, word))
        return cls(tuple(found.values()), {key: place for place, key in enumerate(found)})


def _both(lexicon: Lexicon, one: str, many: str) -> str:
    """A kind under both of its names, since people ask for either."""
    return " ".join(dict.fromkeys((lexicon.say(one), lexicon.say(many))))


def record_of(card: Card, number: int, vocabulary: Vocabulary) -> Record:
    """The record of an entry."""
    words = [("kinds", card.kind.value), *(("tasks", task) for task in card.tasks)]
    words += [(name, word) for name, word in (("families", card.family), ("venues", card.venue))]
    words += [("tags", tag) for tag in card.tags]
    words += [("frameworks", framework) for framework in card.frameworks]
    return Record(
        number,
        card.key,
        card.name,
        card.title[0],
        card.title[1] if card.title[1] != card.title[0] else "",
        plain(card.summary[0]),
        plain(card.summary[1]),
        tuple(vocabulary.places[word] for word in words if word[1]),
        card.date,
        card.authors,
        card.aliases,
    )
