"""How much a catalog holds."""

from collections import Counter
from heapq import nlargest

import msgspec

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind

RECENT = 8
"""How many of the latest additions a home page shows."""


class Counts(msgspec.Struct, frozen=True):
    """Entries of each kind, in the order of kinds, without the empty ones."""

    total: int
    kinds: tuple[tuple[Kind, int], ...]


def count(catalog: Catalog) -> Counts:
    """Count the entries."""
    by_kind = Counter(card.kind.value for card in catalog.cards.values())
    kinds = tuple((kind, by_kind[kind.value]) for kind in Kind if by_kind[kind.value])
    return Counts(len(catalog.cards), kinds)


def latest(catalog: Catalog, number: int = RECENT) -> tuple[Card, ...]:
    """What was added last; of one day, the newest works first."""
    return tuple(nlargest(number, catalog.cards.values(), key=_recency))


def _recency(card: Card) -> tuple[str, str, str]:
    return (card.added, card.date, card.key)
