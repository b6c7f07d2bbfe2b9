"""By which key and of which year a work is cited."""

import re
import unicodedata

from vidstore.model.entry import Entry
from vidstore.model.paper import Published

_WORD = re.compile(r"\w+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]")
_LONGER_THAN = 3
"""Articles and prepositions make poor keys."""


def year_of(entry: Entry) -> str:
    """The year in which an entry was published, or an empty string."""
    fields = entry.__dict__  # not getattr: see `model/card.py`
    return str(fields.get("year") or (fields.get("date") or "")[:4])


def is_citable(entry: Entry) -> bool:
    """Whether it was published by somebody at some time: BibTeX styles ask for both."""
    return isinstance(entry, Published) and bool(entry.authors) and bool(year_of(entry))


def citation_key(entry: Entry) -> str:
    """First author's family name, year and first word of the title: `wang2016temporal`.

    Empty for what cannot be cited. Two works may have the same; `derive/citations.py` tells them
    apart.
    """
    if not is_citable(entry):
        return ""
    authors: tuple[str, ...] = entry.__dict__["authors"]
    family = (authors[0].split() or [""])[-1]
    words = (_plain(found[0]) for found in _WORD.finditer(entry.title.en))
    first = next((word for word in words if len(word) > _LONGER_THAN), entry.id)
    return f"{_plain(family) or entry.id}{year_of(entry)}{first}"


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("", text.lower())
