"""Entries, reading paths and controlled words as plain data, with the names they have in YAML.

What YAML allows in a short form stands in its long one: a title in both languages, a list of
addresses for each role. What an entry does not say is absent. Read back, it is the same entry.
"""

from typing import Any

import msgspec

from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.path import ReadingPath
from vidstore.model.taxonomy import VOCABULARIES

Plain = dict[str, Any]

_FIRST = ("name", "title")
# A figure stays as exact as it was published: 74.10 keeps its zero, as a number of JSON.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def plain(entry: Entry) -> Plain:
    """An entry with its id and kind, names first."""
    fields = entry.model_dump(exclude_unset=True)
    top = {"id": entry.id, "kind": entry.kind.value}
    return top | {name: fields.pop(name) for name in _FIRST if name in fields} | fields


def plain_path(path: ReadingPath) -> Plain:
    """A reading path with its id."""
    return {"id": path.id} | path.model_dump(exclude_unset=True)


def plain_words(taxonomy: Taxonomy) -> Plain:
    """All controlled words by vocabulary and id."""
    return {
        name: {
            word: term.model_dump(exclude_unset=True)
            for word, term in taxonomy.vocabulary(name).items()
        }
        for name in VOCABULARIES
    }


def as_json(value: Any) -> bytes:
    """Plain data as JSON on one line (RFC 8259), in UTF-8."""
    return _ENCODER.encode(value)
