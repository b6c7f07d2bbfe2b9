"""A whole catalog: its words, its order, and a card of every entry."""

from collections.abc import Mapping

import msgspec

from vidstore.model.card import Card
from vidstore.model.path import ReadingPath
from vidstore.model.sections import Section
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import Family, Metric, Task, Term, Venue

Vocabulary = Mapping[str, Term]


class Taxonomy(msgspec.Struct, frozen=True):
    """The controlled words, each vocabulary in the order of its file."""

    tasks: Mapping[str, Task] = msgspec.field(default_factory=dict)
    tags: Vocabulary = msgspec.field(default_factory=dict)
    groups: Vocabulary = msgspec.field(default_factory=dict)
    families: Mapping[str, Family] = msgspec.field(default_factory=dict)
    venues: Mapping[str, Venue] = msgspec.field(default_factory=dict)
    metrics: Mapping[str, Metric] = msgspec.field(default_factory=dict)
    frameworks: Vocabulary = msgspec.field(default_factory=dict)
    levels: Vocabulary = msgspec.field(default_factory=dict)

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of this name."""
        found: Vocabulary = getattr(self, name)
        return found


class Figure(msgspec.Struct, frozen=True):
    """A figure's file: its content's digest, and its size in pixels as it says; 0 if it does not."""

    digest: str
    width: int = 0
    height: int = 0


class Charter(msgspec.Struct, frozen=True):
    """What a catalog lays down for its entries: itself, its words, its sections, its figures.

    `digest` changes with any byte of the files it was read from; `figures` are known by the names
    of their files (`paradigm.zh.svg`).
    """

    site: SiteInfo
    taxonomy: Taxonomy
    sections: tuple[Section, ...]
    figures: Mapping[str, Figure]
    digest: str


class Catalog(msgspec.Struct, frozen=True):
    """The charter, the card of every entry, by key, sorted by key, and the reading paths."""

    charter: Charter
    cards: Mapping[str, Card]
    paths: tuple[ReadingPath, ...] = ()
