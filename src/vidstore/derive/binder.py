"""Pieces of entries put together to files of a whole catalog."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from vidstore.derive.citations import Citations
from vidstore.derive.data_format import DataFormat
from vidstore.derive.database import database
from vidstore.derive.extract import Extract
from vidstore.derive.plain import as_json, plain_path, plain_words
from vidstore.derive.table import HEADING
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog

Works = Sequence[tuple[Card, Extract]]
"""Entries with their extracts, in the order in which they are written."""
Piece = bytes | memoryview
"""What a format says of an entry; empty where it has no place for it."""


class Cover(NamedTuple):
    """What stands around and between the pieces of a file."""

    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""

    def around(self, pieces: Iterable[Piece]) -> bytes:
        """The file of these pieces."""
        body = self.between.join([piece for piece in pieces if len(piece)])
        return self.head + body + self.tail

    def cut(self, content: bytes, lengths: Iterable[int]) -> list[memoryview]:
        """The pieces, of these lengths, that the content of a file was made of.

        Raises:
            ValueError: it was not.
        """
        view, at = memoryview(content), len(self.head)
        found: list[memoryview] = []
        for length in lengths:
            found.append(view[at : at + length])
            at += length + (len(self.between) if length else 0)
        if view[: len(self.head)] != self.head or at > len(content) + len(self.between):
            raise ValueError(at)
        return found


_LIST = Cover(b"[\n", b",\n", b"\n]")
"""A list of JSON with an item on each line, so that a diff is read line by line."""
_COVERS = {
    DataFormat.CSV: Cover(HEADING),
    DataFormat.BIBTEX: Cover(between=b"\n"),
    DataFormat.CSL: _LIST._replace(tail=_LIST.tail + b"\n"),
}


class Binder(msgspec.Struct, frozen=True):
    """Puts pieces of entries together to files."""

    catalog: Catalog
    citations: Citations

    def file(self, form: DataFormat, works: Works) -> bytes:
        """The file of these entries in a format."""
        pieces = [self.piece(form, card, found) for card, found in works]
        if form is DataFormat.SQLITE:
            return database(pieces, (card for card, _ in works))
        return self.cover(form).around(pieces)

    def cover(self, form: DataFormat) -> Cover:
        """What stands around the pieces of a format; nothing where pieces alone make no file."""
        return self._json_cover() if form is DataFormat.JSON else _COVERS.get(form, Cover())

    def piece(self, form: DataFormat, card: Card, found: Extract) -> bytes:
        """What a format says of an entry."""
        match form:
            case DataFormat.JSONL:
                return found.json + b"\n"
            case DataFormat.CSV:
                return found.csv
            case DataFormat.BIBTEX:
                return self.record(card, found) + b"\n" if found.bibtex else b""
            case DataFormat.RIS:
                return found.ris
            case DataFormat.CSL:
                return found.csl
            case DataFormat.JSON | DataFormat.SQLITE:
                return found.json

    def record(self, card: Card, found: Extract) -> bytes:
        """The BibTeX of one entry, empty for what cannot be cited; keys are unique in a catalog."""
        key = self.citations.key(card)
        if key == card.citation:
            return found.bibtex
        return found.bibtex.replace(b"{%s," % card.citation.encode(), b"{%s," % key.encode(), 1)

    def _json_cover(self) -> Cover:
        catalog = self.catalog
        site = catalog.charter.site
        about = {
            "name": site.name.model_dump(),
            "description": site.description.model_dump(),
            "url": site.url,
            "repository": site.repository,
            "licence": site.licence,
        }
        paths = _LIST.around(as_json(plain_path(path)) for path in catalog.paths)
        words = as_json(plain_words(catalog.charter.taxonomy))
        head = b'{\n"catalog":%s,\n"entries":' % as_json(about)
        tail = b',\n"paths":%s,\n"taxonomy":%s\n}\n' % (paths, words)
        return Cover(head + _LIST.head, _LIST.between, _LIST.tail + tail)
