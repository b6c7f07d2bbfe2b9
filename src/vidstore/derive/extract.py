"""An entry as it goes into data files, one piece for each format.

Files of a whole catalog are these pieces put together. A piece is made from one entry and the
words of the catalog, so it serves for as long as both are the same.
"""

import msgspec

from vidstore.derive.bibtex import bibtex
from vidstore.derive.csl import csl, is_work
from vidstore.derive.plain import as_json, plain
from vidstore.derive.ris import ris
from vidstore.derive.table import row
from vidstore.model.card import Card
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry


class Extract(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The pieces of an entry; empty where a format has no place for it.

    `bibtex` has the plain citation key.
    """

    json: bytes
    csv: bytes
    bibtex: bytes
    ris: bytes
    csl: bytes


_DECODER = msgspec.msgpack.Decoder(Extract)


def packed(entry: Entry, card: Card, taxonomy: Taxonomy) -> bytes:
    """An extract as it is sent between processes."""
    return msgspec.msgpack.encode(extract(entry, card, taxonomy))


def unpacked(content: bytes) -> Extract:
    """An extract that was packed."""
    return _DECODER.decode(content)


def extract(entry: Entry, card: Card, taxonomy: Taxonomy) -> Extract:
    """The pieces of one entry."""
    data, is_one = plain(entry), is_work(entry)
    return Extract(
        as_json(data),
        row(data),
        bibtex(entry, taxonomy, card.citation).encode(),
        ris(entry, taxonomy).encode() if is_one else b"",
        as_json(csl(entry, taxonomy)) if is_one else b"",
    )
