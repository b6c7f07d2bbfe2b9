"""What the rest of a catalog needs to know of an entry.

Lists, relations and rules over the whole catalog read cards, not entries, so a build that finds
most files unchanged takes their cards from its memory and parses nothing. msgspec decodes 10,000
cards in some 20 ms, gc and construction included; pydantic models take over ten times that.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

import msgspec

from vidstore.model.entry import Entry
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


class Reference(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """That an entry names another one, in which field, and where inside it."""

    field: str
    key: str
    path: Path


class Card(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An entry as others see it.

    `digest` changes with any byte of the entry's file, `evidence` with what tables of results and
    implementations show of it: a new summary must not render those again.
    """

    kind: Kind
    key: str
    digest: str
    name: str
    title: tuple[str, str]
    summary: tuple[str, str]
    aliases: tuple[str, ...]
    byline: str
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
    evidence: str

    @property
    def year(self) -> str:
        """The year of publication, or an empty string."""
        return self.date[:4]

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
    return Card(
        kind=entry.kind,
        key=entry.key,
        digest=content_digest,
        name=entry.name or "",
        title=(entry.title.zh, entry.title.en),
        summary=(entry.summary.zh, entry.summary.en),
        aliases=entry.aliases,
        byline=_byline(_list(entry, "authors")),
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
        references=tuple(references_in(marks)),
        identities=tuple(_identities(entry)),
        metrics=_list(entry, "metrics"),
        results=results,
        implementations=implementations,
        evidence=_evidence(entry, results, implementations),
    )


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


def _byline(authors: tuple[str, ...]) -> str:
    return authors[0] + (" et al." if len(authors) > 1 else "") if authors else ""


def _date(entry: Entry) -> str:
    return _text(entry, "date") or _text(entry, "year")


def _frameworks(entry: Entry) -> tuple[str, ...]:
    own: tuple[str, ...] = _list(entry, "frameworks")
    used = [item.framework for item in _list(entry, "implementations") if item.framework]
    return tuple(dict.fromkeys((*own, *used)))


_NO_LETTERS = re.compile(r"[\W_]+")

_MAIN_LINK = {
    Kind.REPO: (Role.CODE, Role.HOME),
    Kind.SURVEY: (Role.ARTICLE, Role.VIDEO, Role.COURSE, Role.BOOK),
    Kind.TUTORIAL: (Role.ARTICLE, Role.VIDEO, Role.COURSE, Role.BOOK),
    Kind.PLATFORM: (Role.HOME,),
    Kind.PERSON: (Role.HOME,),
    Kind.DATASET: (),
    Kind.PAPER: (),
}


def _evidence(
    entry: Entry,
    results: tuple[ResultRecord, ...],
    implementations: tuple[ImplementationRecord, ...],
) -> str:
    if not (results or implementations):
        return ""
    named = (entry.key, entry.name, entry.title.zh, entry.title.en, _date(entry), entry.tasks)
    return digest(msgspec.msgpack.encode((named, results, implementations)))


def _identities(entry: Entry) -> list[str]:
    """What only one entry of a kind can have: identifiers, title, main address."""
    return [f"{entry.kind.value} {identity}" for identity in _identifying(entry)]


def _identifying(entry: Entry) -> list[str]:
    folded = _folded(entry.title.en)
    found = [f"title:{folded}"] if folded else []
    for scheme in ("arxiv", "doi"):
        value = _text(entry, scheme)
        if value:
            found.append(f"{scheme}:{value.lower()}")
    for role in _MAIN_LINK[entry.kind]:
        found += [f"link:{_plain(url)}" for url in entry.links.get(role, ())]
    return found


def _folded(title: str) -> str:
    return _NO_LETTERS.sub("", title.casefold())


def _plain(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/").casefold()
