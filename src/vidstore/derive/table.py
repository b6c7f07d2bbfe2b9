"""Entries as rows of a table (RFC 4180), for spreadsheets.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a formula can
read files and ask servers; the texts of a catalog come from anybody. Such a cell gets an
apostrophe in front (owasp.org, CSV injection), and so does one that has such apostrophes already,
so that taking away one apostrophe gives the text back.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from vidstore.model.links import Role

SINGLE = (
    *("kind", "id", "name", "title_zh", "title_en", "summary_zh", "summary_en"),
    *("note_zh", "note_en", "year", "date", "venue", "arxiv", "doi", "family"),
    *("format", "language", "level", "hours", "licence", "paper", "classes"),
    *("size_videos", "size_clips", "size_hours", "size_annotations", "region", "who"),
    *("affiliation_zh", "affiliation_en", "role_zh", "role_en", "status", "replaced_by", "added"),
)
"""Columns with one value."""
LISTS = (
    *("aliases", "authors", "tasks", "tags", "builds_on", "frameworks", "metrics"),
    *("gpus", "billing", "works", "related"),
)
"""Columns with several values, joined."""
NESTED = ("implementations", "results", "prices", "sources")
"""Fields that do not fit into a cell; JSON and the database have them."""
_LINKS = tuple(f"link_{role.value}" for role in Role)
COLUMNS = (*SINGLE, *LISTS, *_LINKS)
_PLACES = {name: place for place, name in enumerate(COLUMNS)}
BETWEEN = "; "
BOM = "\ufeff".encode()
_HARMFUL = frozenset("'=+-@\t\r\n＝＋－＠")
_QUOTE = '"'
_NEEDS_QUOTES = re.compile('[",\r\n]')
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def row(entry: Mapping[str, Any]) -> bytes:
    """An entry, as plain data, as one row."""
    line = [""] * len(COLUMNS)
    for name, value in cells_of(entry).items():
        place = _PLACES.get(name)
        if place is not None:
            line[place] = _cell(value)
    return _line(line)


def _line(cells: Iterable[str]) -> bytes:
    return f"{','.join(cells)}\r\n".encode()


def cells_of(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an entry by column."""
    cells: dict[str, Any] = {}
    for name, value in entry.items():
        if name == "links":
            cells |= {f"link_{role}": urls for role, urls in value.items()}
        elif isinstance(value, dict):
            cells |= {f"{name}_{inside}": item for inside, item in value.items()}
        else:
            cells[name] = value
    return cells


HEADING = _line(COLUMNS)


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        text = BETWEEN.join([_guarded(item) for item in value])
    else:
        text = _guarded(str(value))
    return f'"{text.replace(_QUOTE, _QUOTE * 2)}"' if _NEEDS_QUOTES.search(text) else text


def _guarded(text: str) -> str:
    return f"'{text}" if text[:1] in _HARMFUL and _FORMULA.match(text) else text
