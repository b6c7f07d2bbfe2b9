"""Who names whom, seen from both sides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from vidstore.model.card import Card

Named = Mapping[str, tuple[Card, ...]]
"""Cards by the field that names them."""


class Relations(msgspec.Struct, frozen=True):
    """Whom each entry names, and by whom it is named.

    Only the edges are kept; what a page shows of them is gathered when the page is rendered, and a
    small edit renders few pages.
    """

    cards: Mapping[str, Card]
    edges_in: Mapping[str, list[tuple[str, str]]]

    def numbers(self) -> Mapping[str, int]:
        """For each entry, a number that changes with it or with the face of a neighbour.

        They are sums over the edges: with 10,000 entries that takes a third of the time that
        gathering neighbours does.
        """
        found = {key: int(card.digest, 16) for key, card in self.cards.items()}
        for key, card in self.cards.items():
            for item in card.references:
                found[key] += self.cards[item.key].face
                found[item.key] += card.face
        return found

    def outward(self, key: str) -> Named:
        """Whom an entry names, by field."""
        edges = ((item.field, item.key) for item in self.cards[key].references)
        return self._gather(key, edges)

    def inward(self, key: str) -> Named:
        """By whom an entry is named, by field."""
        return self._gather(key, self.edges_in.get(key, ()))

    def _gather(self, key: str, edges: Iterable[tuple[str, str]]) -> Named:
        found: dict[str, dict[str, Card]] = {}
        for field, other in edges:
            if other != key:
                found.setdefault(field, {})[other] = self.cards[other]
        return {field: tuple(named.values()) for field, named in found.items()}


def relate(cards: Mapping[str, Card]) -> Relations:
    """Turn the references of all cards into relations."""
    edges: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, card in cards.items():
        for item in card.references:
            edges[item.key].append((item.field, key))
    return Relations(cards, edges)
