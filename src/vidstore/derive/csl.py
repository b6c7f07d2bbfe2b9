"""Works as CSL-JSON, which Zotero, Pandoc and others read (docs.citationstyles.org, schema 1.0.2)."""

from functools import lru_cache
from typing import Any

from vidstore.derive.names import KEPT, parted
from vidstore.model.catalog import Taxonomy
from vidstore.model.citation import year_of
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.links import in_order
from vidstore.model.paper import Publication
from vidstore.model.reading import Format, Reading
from vidstore.model.taxonomy import Venue, VenueKind

_OF_VENUE = {
    VenueKind.CONFERENCE: "paper-conference",
    VenueKind.WORKSHOP: "paper-conference",
    VenueKind.JOURNAL: "article-journal",
    VenueKind.PREPRINT: "article",
}
_OF_FORMAT = {
    Format.ARTICLE: "webpage",
    Format.VIDEO: "motion_picture",
    Format.SLIDES: "speech",
    Format.COURSE: "webpage",
    Format.BOOK: "book",
}
_OF_KIND = {Kind.DATASET: "dataset", Kind.REPO: "software"}


def is_work(entry: Entry) -> bool:
    """Whether an entry is something to refer to; platforms and people are not."""
    return isinstance(entry, Publication) or entry.kind is Kind.REPO


def csl(entry: Entry, taxonomy: Taxonomy) -> dict[str, Any]:
    """An entry as an item of CSL-JSON."""
    fields = entry.__dict__
    venue = taxonomy.venues.get(fields.get("venue") or "")
    item = {
        "id": entry.key,
        "type": type_of(entry, venue),
        "title": entry.title.en,
        "author": [_name(name) for name in fields.get("authors", ())],
        "issued": {"date-parts": [_date(entry)]} if year_of(entry) else None,
        "container-title": venue.full if venue else None,
        "DOI": fields.get("doi"),
        "number": f"arXiv:{fields['arxiv']}" if fields.get("arxiv") else None,
        "URL": main_url(entry),
        "abstract": entry.summary.en,
        "language": fields.get("language"),
    }
    return {name: value for name, value in item.items() if value}


def type_of(entry: Entry, venue: Venue | None) -> str:
    """The type of item that comes nearest."""
    if entry.kind in _OF_KIND:
        return _OF_KIND[entry.kind]
    if isinstance(entry, Reading) and entry.format in _OF_FORMAT:
        return _OF_FORMAT[entry.format]
    return _OF_VENUE[venue.kind] if venue else "article"


def main_url(entry: Entry) -> str:
    """The address of the work itself."""
    return in_order(entry.links)[0][1][0] if entry.links else ""


@lru_cache(maxsize=KEPT)
def _name(name: str) -> dict[str, str]:
    family, given = parted(name)
    return {"family": family, "given": given} if given else {"literal": family}


def _date(entry: Entry) -> list[int]:
    return [int(part) for part in (entry.__dict__.get("date") or year_of(entry)).split("-")]
