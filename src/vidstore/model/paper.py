"""Papers: methods, and works that are cited."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from vidstore.model.entry import Entry
from vidstore.model.evidence import Implementation, Result
from vidstore.model.ids import Kind, Slug
from vidstore.model.references import Points, Word
from vidstore.model.text import Frozen, Line, Whole

Year = Annotated[Whole, Field(ge=1950, le=2100)]
Arxiv = Annotated[str, StringConstraints(pattern=r"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})$")]
"""arXiv identifier without version, old or new scheme (info.arxiv.org/help/arxiv_identifier.html)."""
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[^\s<>\"]+$")]
"""DOI name without resolver, as in ISO 26324."""


class Publication(Frozen):
    """Fields of whatever was published in a venue."""

    authors: tuple[Line, ...] = ()
    year: Year | None = None
    venue: Annotated[Line, Word("venues")] | None = None
    arxiv: Arxiv | None = None
    doi: Doi | None = None


class Published(Entry, Publication):
    """An entry that was published: it can be cited."""


class Paper(Published):
    """A paper; `name` is the method's usual short name (TSN, R(2+1)D)."""

    kind: ClassVar[Kind] = Kind.PAPER

    family: Annotated[Line, Word("families")] | None = None
    builds_on: tuple[Annotated[Slug, Points(Kind.PAPER)], ...] = ()
    implementations: tuple[Implementation, ...] = ()
    results: tuple[Result, ...] = ()
