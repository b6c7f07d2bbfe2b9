"""Data of the browse page: what entries can be chosen by, and what they are called.

One file holds the facets of all entries as columns of small numbers; titles are in files of their
own, a few hundred each, so that a large catalog loads only those that are shown. Both languages
use the same files. A small file says for which rows the titles are and what digests they have, so
that no cache mixes old rows with new ones, and a new title makes no facets again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from vidstore.derive.citations import Citations
from vidstore.derive.facets import Column, columns_of
from vidstore.model.card import Card
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.site.pages import fingerprint
from vidstore.site.studio import Studio

FOLDER = "assets/browse"
CHUNK = 500
"""Titles in one file: some 50 KB, about a dozen screens of results."""

Data = Mapping[str, tuple[str, Callable[[], bytes]]]
"""Files by name, each with its digest and what gives its content."""

_VOCABULARIES = {
    "task": "tasks",
    "family": "families",
    "venue": "venues",
    "framework": "frameworks",
    "level": "levels",
    "tag": "tags",
}


def browse_data(studio: Studio, ordered: Sequence[Card]) -> Data:
    """The files for a catalog whose entries stand in this order."""
    chunks = [ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK)]
    cite = studio.citations.key
    digests = [fingerprint(*[f"{c.outline} {cite(c)}" for c in chunk]) for chunk in chunks]
    datasets = (card.outline for card in ordered if card.kind is Kind.DATASET)
    traits = hash((*[card.traits for card in ordered], 0, *datasets))
    found: dict[str, tuple[str, Callable[[], bytes]]] = {
        f"{FOLDER}/titles-{number}.json": (digest, partial(_titles, chunk, studio.citations))
        for number, (chunk, digest) in enumerate(zip(chunks, digests, strict=True))
    }
    rows = fingerprint(str(traits))
    found[f"{FOLDER}/titles.json"] = (fingerprint(rows, *digests), partial(_index, rows, digests))
    found[f"{FOLDER}/facets.json"] = (rows, partial(_facets, studio, ordered, rows))
    return found


def _index(rows: str, digests: Sequence[str]) -> bytes:
    """Which files of titles belong to these rows."""
    titles = [digest[:8] for digest in digests]
    return msgspec.json.encode({"rows": rows[:8], "chunk": CHUNK, "titles": titles})


def _titles(chunk: Sequence[Card], citations: Citations) -> bytes:
    """Id, name and title of each, the English title where it is another, and the citation key."""
    return msgspec.json.encode([_title(card, citations.key(card)) for card in chunk])


def _title(card: Card, citation: str) -> list[str]:
    zh, en = card.title
    found = [card.key.partition("/")[2], card.name, zh, en if en != zh else "", citation]
    while not found[-1]:
        found.pop()
    return found


def _facets(studio: Studio, ordered: Sequence[Card], rows: str) -> bytes:
    taxonomy = studio.catalog.charter.taxonomy
    orders = {name: list(taxonomy.vocabulary(of)) for name, of in _VOCABULARIES.items()}
    orders["kind"] = [kind.folder for kind in Kind]
    columns = columns_of(ordered, orders)
    return msgspec.json.encode(
        {
            "rows": rows[:8],
            "size": len(ordered),
            "columns": {
                name: {"words": list(_words(studio, name, column)), "rows": column.rows}
                for name, column in columns.items()
            },
        }
    )


def _words(studio: Studio, name: str, column: Column) -> Iterator[list[str]]:
    """Each word with its names in both languages, or one that serves both."""
    for word in column.words:
        zh, en = (_name(studio, name, word, lang) for lang in Lang)
        short = word.partition("/")[2] or word
        yield [short, zh] if zh == en else [short, zh, en]


def _name(studio: Studio, column: str, word: str, lang: Lang) -> str:
    lexicon = studio.lexicons[lang]
    if column in _VOCABULARIES:
        return lexicon.name(_VOCABULARIES[column], word)
    if column == "dataset":
        return studio.catalog.cards[word].label(lang)
    if column == "has":
        return lexicon.say(f"browse.has_{word}")
    keys = {"kind": f"kinds.{word}", "language": f"language.{word}"}
    return lexicon.say(keys[column]) if column in keys else word
