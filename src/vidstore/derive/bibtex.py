"""BibTeX of a publication, from its fields alone.

Entry types and fields as in the BibTeX documentation (BibTeXing, Patashnik 1988) and, for
preprints, arXiv's own advice (`eprint`, `archivePrefix`).
"""

import re
import unicodedata
from collections.abc import Iterator

from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.paper import Published
from vidstore.model.taxonomy import Venue, VenueKind

_SPECIAL = str.maketrans(
    {
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)


def bibtex(entry: Entry, taxonomy: Taxonomy) -> str:
    """A BibTeX record, or an empty string for what was not published or has no known author."""
    if not isinstance(entry, Published) or not entry.authors or not entry.year:
        return ""
    venue = taxonomy.venues.get(entry.venue or "")
    lines = [f"  {name:<13} = {{{value}}}," for name, value in _fields(entry, venue)]
    return "\n".join((f"@{_type(venue)}{{{citation_key(entry)},", *lines, "}"))


def _type(venue: Venue | None) -> str:
    if venue is None or venue.kind is VenueKind.PREPRINT:
        return "misc"
    return "article" if venue.kind is VenueKind.JOURNAL else "inproceedings"


def _fields(entry: Published, venue: Venue | None) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(entry.title.en)}}}"
    yield "author", " and ".join(escaped(name) for name in entry.authors)
    if venue and venue.kind is not VenueKind.PREPRINT:
        yield "journal" if venue.kind is VenueKind.JOURNAL else "booktitle", escaped(venue.full)
    yield "year", str(entry.year)
    if entry.doi:
        yield "doi", entry.doi
    if entry.arxiv:
        yield "eprint", entry.arxiv
        yield "archivePrefix", "arXiv"


def citation_key(entry: Published) -> str:
    """First author's family name, year and first word of the title: `wang2016temporal`."""
    family = _ascii(entry.authors[0].split()[-1])
    words = (_ascii(word) for word in re.split(r"\W+", entry.title.en))
    first = next((word for word in words if len(word) > 3), entry.id)  # noqa: PLR2004
    return f"{family or entry.id}{entry.year}{first}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def escaped(text: str) -> str:
    """Text with the characters that TeX reads as commands escaped."""
    return text.translate(_SPECIAL)
