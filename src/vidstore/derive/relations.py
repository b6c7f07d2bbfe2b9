"""Who names whom, seen from both sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vidstore.model.card import Card

Named = Mapping[str, tuple[Card, ...]]
"""Cards by the field that names them."""


@dataclass(frozen=True, slots=True)
class Relations:
    """For each entry, whom it names (`outward`) and by whom it is named (`inward`), by field."""

    outward: Mapping[str, Named] = field(default_factory=dict)
    inward: Mapping[str, Named] = field(default_factory=dict)

    def around(self, key: str) -> tuple[Card, ...]:
        """All neighbours of an entry; its page shows something of each."""
        sides = (self.outward.get(key, {}), self.inward.get(key, {}))
        return tuple(card for side in sides for named in side.values() for card in named)


def relate(cards: Mapping[str, Card]) -> Relations:
    """Turn the references of all cards into relations; nothing is named twice in one field."""
    outward: dict[str, dict[str, dict[str, Card]]] = {}
    inward: dict[str, dict[str, dict[str, Card]]] = {}
    for key, card in cards.items():
        for reference in card.references:
            other = cards.get(reference.key)
            if other is not None and reference.key != key:
                outward.setdefault(key, {}).setdefault(reference.field, {})[reference.key] = other
                inward.setdefault(reference.key, {}).setdefault(reference.field, {})[key] = card
    return Relations(_frozen(outward), _frozen(inward))


def _frozen(sides: dict[str, dict[str, dict[str, Card]]]) -> dict[str, Named]:
    return {
        key: {field: tuple(named.values()) for field, named in side.items()}
        for key, side in sides.items()
    }
