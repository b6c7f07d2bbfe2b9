"""A whole catalog: its words, its order, and a card of every entry."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vidstore.model.card import Card
from vidstore.model.path import ReadingPath
from vidstore.model.sections import Section
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import Family, Metric, Task, Term, Venue

Vocabulary = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The controlled words, each vocabulary in the order of its file."""

    tasks: Mapping[str, Task] = field(default_factory=dict)
    tags: Vocabulary = field(default_factory=dict)
    groups: Vocabulary = field(default_factory=dict)
    families: Mapping[str, Family] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    frameworks: Vocabulary = field(default_factory=dict)
    levels: Vocabulary = field(default_factory=dict)

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of this name."""
        found: Vocabulary = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's file: its content's digest, and its size in pixels as it says; 0 if it does not."""

    digest: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Charter:
    """What a catalog lays down for its entries: itself, its words, its sections, its figures.

    `digest` changes with any byte of the files it was read from; `figures` are known by the names
    of their files (`paradigm.zh.svg`).
    """

    site: SiteInfo
    taxonomy: Taxonomy
    sections: tuple[Section, ...]
    figures: Mapping[str, Figure]
    digest: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """The charter, the card of every entry, by key, sorted by key, and the reading paths."""

    charter: Charter
    cards: Mapping[str, Card]
    paths: tuple[ReadingPath, ...] = ()
