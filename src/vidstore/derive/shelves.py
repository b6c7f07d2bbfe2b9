"""Which entries stand together: by kind, task, family, tag and year, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind

Shelf = tuple[Card, ...]
Shelves = Mapping[str, Shelf]


class Library(msgspec.Struct, frozen=True):
    """Every shelf of a catalog. Words without entries have no shelf."""

    kinds: Shelves
    tasks: Shelves
    families: Shelves
    tags: Shelves
    years: Shelves


def newest_first(card: Card) -> tuple[str, str]:
    """Sort key: later dates first, then by name; the undated last."""
    return _turned(card.date), card.key


@cache
def _turned(date: str) -> str:
    return date.translate(TURNED) if date else "~"


TURNED = str.maketrans("0123456789", "9876543210")
"""Turns the digits of a date round, so that plain ascending sort gives later dates first."""
_RANK = {kind.value: f"{rank:02}" for rank, kind in enumerate(Kind)}


def in_order(catalog: Catalog) -> list[Card]:
    """All cards, kind by kind, in each the newest first."""
    # Cards come sorted by key, and sorting keeps the order of those that are equal.
    return sorted(catalog.cards.values(), key=lambda card: _RANK[card.kind] + _turned(card.date))


def stock(catalog: Catalog, ordered: Iterable[Card]) -> Library:
    """Put every card on its shelves, in the order given."""
    kinds, families, years = (
        defaultdict[str, list[Card]](list),
        defaultdict(list),
        defaultdict(list),
    )
    tasks, tags = defaultdict[str, list[Card]](list), defaultdict[str, list[Card]](list)
    for card in ordered:
        kinds[card.kind].append(card)
        families[card.family].append(card)
        years[card.date[:4]].append(card)
        for word in card.tasks:
            tasks[word].append(card)
        for word in card.tags:
            tags[word].append(card)
    taxonomy = catalog.charter.taxonomy
    return Library(
        kinds=_in_order_of([kind.value for kind in Kind], kinds),
        tasks=_in_order_of(taxonomy.tasks, tasks),
        families=_in_order_of(taxonomy.families, families),
        tags=_in_order_of(taxonomy.tags, tags),
        years=_in_order_of(sorted(years, reverse=True), years),
    )


def _in_order_of(words: Iterable[str], shelves: Mapping[str, list[Card]]) -> Shelves:
    return {word: tuple(shelves[word]) for word in words if word and word in shelves}
