"""What the rest of a catalog needs to know of an entry.

Lists, relations and rules over the whole catalog read cards, not entries, so a build that finds
most files unchanged takes their cards from its memory and parses nothing. msgspec decodes 10,000
cards in some 20 ms, gc and construction included; pydantic models take over ten times that.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec.structs import astuple, replace

from vidstore.model.citation import citation_key
from vidstore.model.entry import Entry
from vidstore.model.identity import identities
from vidstore.model.ids import Kind
from vidstore.model.links import Role, in_order
from vidstore.model.records import (
    ImplementationRecord,
    ResultRecord,
    implementation_records,
    result_records,
)
from vidstore.model.references import Mark, Path, Points
from vidstore.model.text import Lang
from vidstore.model.trace import trace


class Reference(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """That an entry names another one, in which field, and where inside it."""

    field: str
    key: str
    path: Path


class Card(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An entry as others see it.

    `digest` changes with any byte of the entry's file, `outline` with what a drawing of a lineage
    shows of it, `traits` with what it can be found by, `evidence` with what tables of results and
    implementations show, `face` with what pages of entries show that name it or that it names,
    `ties` with what it names, `identity` with what makes it unique.
    """

    kind: Kind
    key: str
    digest: str
    name: str
    title: tuple[str, str]
    summary: tuple[str, str]
    aliases: tuple[str, ...]
    authors: tuple[str, ...]
    citation: str
    date: str
    added: str
    status: str
    format: str
    language: str
    level: str
    family: str
    venue: str
    tasks: tuple[str, ...]
    tags: tuple[str, ...]
    frameworks: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    identities: tuple[str, ...]
    metrics: tuple[str, ...]
    results: tuple[ResultRecord, ...]
    implementations: tuple[ImplementationRecord, ...]
    evidence: int
    builds_on: tuple[str, ...]
    has_weights: bool
    outline: int
    traits: int
    face: int
    ties: int
    identity: int

    @property
    def year(self) -> str:
        """The year of publication, or an empty string."""
        return self.date[:4]

    @property
    def byline(self) -> str:
        """The first author, and whether there are more."""
        more = " et al." if len(self.authors) > 1 else ""
        return self.authors[0] + more if self.authors else ""

    def title_in(self, lang: Lang) -> str:
        """The title in `lang`."""
        return self.title[lang is Lang.EN]

    def summary_in(self, lang: Lang) -> str:
        """The summary in `lang`."""
        return self.summary[lang is Lang.EN]

    def label(self, lang: Lang) -> str:
        """What the entry is called where there is little room."""
        return self.name or self.title_in(lang)


def digest(content: bytes) -> str:
    """A short fingerprint of a file's content; not meant against forgery."""
    return blake2b(content, digest_size=12).hexdigest()


def card_of(entry: Entry, content_digest: str, marks: Iterable[Mark]) -> Card:
    """The card of an entry whose file has this digest and whose marked values are these."""
    results = result_records(_list(entry, "results"))
    implementations = implementation_records(_list(entry, "implementations"))
    references = tuple(references_in(marks))
    card = Card(
        kind=entry.kind,
        key=entry.key,
        digest=content_digest,
        name=entry.name or "",
        title=(entry.title.zh, entry.title.en),
        summary=(entry.summary.zh, entry.summary.en),
        aliases=entry.aliases,
        authors=_list(entry, "authors"),
        citation=citation_key(entry),
        date=_date(entry),
        added=entry.added.isoformat(),
        status=entry.status.value,
        format=_text(entry, "format"),
        language=_text(entry, "language"),
        level=_text(entry, "level"),
        family=_text(entry, "family"),
        venue=_text(entry, "venue"),
        tasks=entry.tasks,
        tags=entry.tags,
        frameworks=_frameworks(entry),
        links=tuple((role.value, urls[0]) for role, urls in in_order(entry.links)),
        references=references,
        identities=tuple(identities(entry)),
        metrics=_list(entry, "metrics"),
        results=results,
        implementations=implementations,
        evidence=0,
        builds_on=tuple(item.key for item in references if item.field == "builds_on"),
        has_weights=_has_weights(entry),
        outline=0,
        traits=0,
        face=0,
        ties=0,
        identity=0,
    )
    traced = replace(card, outline=_outline(card), evidence=_evidence(card))
    return replace(
        traced,
        traits=_traits(card),
        face=_face(traced),
        ties=trace(card.key, _named(card)),
        identity=trace(card.key, card.identities),
    )


def _outline(card: Card) -> int:
    return trace(card.key, card.name, *card.title, card.year, card.builds_on)


def _evidence(card: Card) -> int:
    if not (card.results or card.implementations):
        return 0
    texts = (str(astuple(item)) for item in (*card.results, *card.implementations))
    return trace(card.key, card.name, *card.title, card.year, card.tasks, texts)


def _face(card: Card) -> int:
    links = (" ".join(link) for link in card.links)
    return trace(str(card.outline), str(card.evidence), card.aliases, links)


def _named(card: Card) -> list[str]:
    return [f"{item.field} {item.key}" for item in card.references]


def _traits(card: Card) -> int:
    single = (card.date, card.added, card.family, card.venue, card.language, card.level)
    roles = (role for role, _ in card.links)
    several = (card.tasks, card.tags, card.frameworks, roles, _named(card))
    return trace(card.key, *single, str(card.has_weights), *several)


def references_in(marks: Iterable[Mark]) -> Iterator[Reference]:
    """Those of the marked values that name other entries."""
    for marker, value, path in marks:
        if isinstance(marker, Points):
            yield Reference(str(path[0]), marker.key(value), path)


def _text(entry: Entry, field: str) -> str:
    # Not getattr: a field that a kind lacks would pass pydantic's slow `__getattr__`.
    value: Any = entry.__dict__.get(field)
    return str(value) if value else ""


def _list(entry: Entry, field: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = entry.__dict__.get(field, ())
    return found


def _date(entry: Entry) -> str:
    return _text(entry, "date") or _text(entry, "year")


def _frameworks(entry: Entry) -> tuple[str, ...]:
    own: tuple[str, ...] = _list(entry, "frameworks")
    used = [item.framework for item in _list(entry, "implementations") if item.framework]
    return tuple(dict.fromkeys((*own, *used)))


def _has_weights(entry: Entry) -> bool:
    runs = _list(entry, "implementations")
    return Role.WEIGHTS in entry.links or any(run.weights for run in runs)
