"""BibTeX of a publication, from its fields alone.

Entry types and fields as in the BibTeX documentation (BibTeXing, Patashnik 1988) and, for
preprints, arXiv's own advice (`eprint`, `archivePrefix`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from vidstore.derive.names import KEPT, is_cjk
from vidstore.model.catalog import Taxonomy
from vidstore.model.citation import citation_key, is_citable, year_of
from vidstore.model.entry import Entry
from vidstore.model.links import in_order
from vidstore.model.paper import Published
from vidstore.model.taxonomy import Venue, VenueKind

# BibTeX counts braces even behind a backslash, so those of a text become commands without any.
# The last three are other characters in TeX's oldest font encoding.
_SPECIAL = str.maketrans(
    {
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
_ANY_SPECIAL = re.compile(r"[&%$#_{}~^\\<>|\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NO_VERBATIM = re.compile(r"[{}\\%]")
"""What a field that LaTeX takes as it stands cannot hold: braces end it, `%` begins a comment."""
_JOINED = re.compile(r"\band\b|^\s*,|,\s*$|,.*,|^others$", re.IGNORECASE | re.DOTALL)
"""What BibTeX would take for several names, or for more parts than a name has."""


def bibtex(entry: Entry, taxonomy: Taxonomy, key: str = "") -> str:
    """A BibTeX record, or an empty string for what was not published or has no known author.

    `key` is by what it is cited, where that is not its plain citation key.
    """
    if not isinstance(entry, Published) or not is_citable(entry):
        return ""
    venue = taxonomy.venues.get(entry.venue or "")
    lines = [f"  {name:<13} = {{{value}}}," for name, value in _fields(entry, venue)]
    return "\n".join((f"@{_type(venue)}{{{key or citation_key(entry)},", *lines, "}"))


def _type(venue: Venue | None) -> str:
    if venue is None or venue.kind is VenueKind.PREPRINT:
        return "misc"
    return "article" if venue.kind is VenueKind.JOURNAL else "inproceedings"


def _fields(entry: Published, venue: Venue | None) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(entry.title.en)}}}"
    yield "author", " and ".join(filter(None, map(_name, entry.authors)))
    if venue and venue.kind is not VenueKind.PREPRINT:
        yield "journal" if venue.kind is VenueKind.JOURNAL else "booktitle", escaped(venue.full)
    yield "year", year_of(entry)
    if entry.doi and not _NO_VERBATIM.search(entry.doi):
        yield "doi", entry.doi
    if entry.arxiv:
        yield "eprint", entry.arxiv
        yield "archivePrefix", "arXiv"
    if not entry.doi and not entry.arxiv and entry.links:
        yield from _url(entry)


def _url(entry: Published) -> Iterator[tuple[str, str]]:
    """The way to what has no identifier."""
    url = in_order(entry.links)[0][1][0]
    if "{" not in url and "}" not in url:
        yield "url", url


@lru_cache(maxsize=KEPT)
def _name(name: str) -> str:
    """An author. Braces keep BibTeX from turning round a Chinese name or dividing one name in two."""
    text = escaped(name)
    whole = text and (_JOINED.search(name) or (" " in text and is_cjk(name)))
    return f"{{{text}}}" if whole else text


def escaped(text: str) -> str:
    """Text on one line with the characters that TeX reads as commands escaped."""
    if not _ANY_SPECIAL.search(text):
        return text
    return " ".join(_CONTROL.sub("", text).translate(_SPECIAL).split())
