"""Citation keys that are unique in a catalog.

Two works of one family name, year and first word would share a key, and a key that silently comes
to mean another work is worse than one that is no longer known. So all that share a key get their
id behind it, however many they are and in whatever order they came.
"""

from collections import Counter
from collections.abc import Mapping

import msgspec

from vidstore.model.card import Card


class Citations(msgspec.Struct, frozen=True):
    """The keys that entries of a catalog share with others, and the key of each."""

    shared: frozenset[str]

    def key(self, card: Card) -> str:
        """The key by which an entry is cited, or an empty string for what cannot be."""
        if card.citation in self.shared:
            return f"{card.citation}-{card.key.replace('/', '-')}"
        return card.citation


def cite(cards: Mapping[str, Card]) -> Citations:
    """Find the keys that several entries have."""
    found = Counter([card.citation for card in cards.values() if card.citation])
    return Citations(frozenset(key for key, number in found.items() if number > 1))
