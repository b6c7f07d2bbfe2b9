"""How much a catalog holds."""

from dataclasses import dataclass

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind

RECENT = 8
"""How many of the latest additions a home page shows."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Entries of each kind, in the order of kinds, without the empty ones."""

    total: int
    kinds: tuple[tuple[Kind, int], ...]


def count(catalog: Catalog) -> Counts:
    """Count the entries."""
    by_kind = dict.fromkeys(Kind, 0)
    for card in catalog.cards.values():
        by_kind[card.kind] += 1
    kinds = tuple((kind, number) for kind, number in by_kind.items() if number)
    return Counts(len(catalog.cards), kinds)


def latest(catalog: Catalog, number: int = RECENT) -> tuple[Card, ...]:
    """What was added last; of one day, the newest works first."""
    ordered = sorted(catalog.cards.values(), key=lambda card: (card.added, card.date, card.key))
    return tuple(reversed(ordered[-number:]))
