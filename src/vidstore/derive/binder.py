"""Pieces of entries put together to files of a whole catalog."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vidstore.derive.citations import Citations
from vidstore.derive.data_format import DataFormat
from vidstore.derive.database import database
from vidstore.derive.extract import Extract
from vidstore.derive.plain import as_json, plain_path, plain_words
from vidstore.derive.table import table
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog

Works = Sequence[tuple[Card, Extract]]
"""Entries with their pieces, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Binder:
    """Puts pieces of entries together to files."""

    catalog: Catalog
    citations: Citations

    def file(self, form: DataFormat, works: Works) -> bytes:
        """The file of these entries in a format."""
        if form is DataFormat.SQLITE:
            return database((piece.json for _, piece in works), (card for card, _ in works))
        make = {
            DataFormat.JSON: self._json,
            DataFormat.JSONL: _jsonl,
            DataFormat.CSV: _csv,
            DataFormat.BIBTEX: self.bibtex,
            DataFormat.RIS: _ris,
            DataFormat.CSL: _csl,
        }[form]
        return make(works)

    def bibtex(self, works: Works) -> bytes:
        """What of these entries can be cited; keys are unique in the whole catalog."""
        return b"\n".join(
            self.record(card, piece) + b"\n" for card, piece in works if piece.bibtex
        )

    def record(self, card: Card, piece: Extract) -> bytes:
        """The BibTeX of one entry, empty for what cannot be cited."""
        key = self.citations.key(card)
        if key == card.citation:
            return piece.bibtex
        return piece.bibtex.replace(b"{%s," % card.citation.encode(), b"{%s," % key.encode(), 1)

    def _json(self, works: Works) -> bytes:
        site = self.catalog.charter.site
        about = {
            "name": site.name.model_dump(),
            "description": site.description.model_dump(),
            "url": site.url,
            "repository": site.repository,
            "licence": site.licence,
        }
        words = plain_words(self.catalog.charter.taxonomy)
        parts = {
            "catalog": as_json(about),
            "entries": _list(piece.json for _, piece in works),
            "paths": _list(as_json(plain_path(path)) for path in self.catalog.paths),
            "taxonomy": as_json(words),
        }
        body = b",\n".join(b'"%s":%s' % (name.encode(), part) for name, part in parts.items())
        return b"{\n%s\n}\n" % body


def _jsonl(works: Works) -> bytes:
    return b"".join(piece.json + b"\n" for _, piece in works)


def _csv(works: Works) -> bytes:
    return table(piece.csv for _, piece in works)


def _ris(works: Works) -> bytes:
    return b"".join(piece.ris for _, piece in works)


def _csl(works: Works) -> bytes:
    return _list(piece.csl for _, piece in works if piece.csl) + b"\n"


def _list(items: Iterable[bytes]) -> bytes:
    """A list of JSON with an item on each line, so that a diff is read line by line."""
    return b"[\n%s\n]" % b",\n".join(items)
