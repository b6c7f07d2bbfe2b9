"""Works as RIS, which EndNote, NoteExpress and others read (Research Information Systems, 2001).

A field is a line, so a text that brought a line of its own could bring fields of its own: all
whitespace becomes blanks, and control characters go.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from vidstore.derive.csl import main_url, type_of
from vidstore.derive.names import KEPT, parted
from vidstore.model.catalog import Taxonomy
from vidstore.model.citation import year_of
from vidstore.model.entry import Entry

_TYPES = {
    "paper-conference": "CONF",
    "article-journal": "JOUR",
    "article": "UNPB",
    "webpage": "ELEC",
    "motion_picture": "VIDEO",
    "speech": "SLIDE",
    "book": "BOOK",
    "dataset": "DATA",
    "software": "COMP",
}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def ris(entry: Entry, taxonomy: Taxonomy) -> str:
    """An entry as a record; it ends with an empty line."""
    lines = [f"{tag}  - {_line(value)}" for tag, value in _fields(entry, taxonomy) if value]
    return "\r\n".join((*lines, "ER  - ", "", ""))


def _fields(entry: Entry, taxonomy: Taxonomy) -> Iterator[tuple[str, Any]]:
    fields = entry.__dict__
    venue = taxonomy.venues.get(fields.get("venue") or "")
    yield "TY", _TYPES[type_of(entry, venue)]
    yield "ID", entry.key
    yield "TI", entry.title.en
    if entry.title.zh != entry.title.en:
        yield "TT", entry.title.zh
    for name in fields.get("authors", ()):
        yield "AU", _name(name)
    yield "PY", year_of(entry)
    yield "DA", str(fields.get("date") or "").replace("-", "/")
    if venue:
        yield "T2", venue.full
    yield "DO", fields.get("doi")
    yield "M1", f"arXiv:{fields['arxiv']}" if fields.get("arxiv") else ""
    yield "AB", entry.summary.en
    yield "UR", main_url(entry)
    for word in (*entry.tasks, *entry.tags):
        yield "KW", word


@lru_cache(maxsize=KEPT)
def _name(name: str) -> str:
    return ", ".join(filter(None, parted(name)))


def _line(value: str) -> str:
    return value if value.isprintable() else " ".join(_UNSEEN.sub(" ", value).split())
