"""What stands in a section: the entries it names, in its order, then those that it selects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.sections import Section, Selection


class Hall(msgspec.Struct, frozen=True):
    """A section with its entries: `rows` keeps what the section names together on a line."""

    section: Section
    depth: int
    rows: tuple[tuple[Card, ...], ...]
    cards: tuple[Card, ...]
    children: tuple["Hall", ...]

    def all_cards(self) -> tuple[Card, ...]:
        """The entries of the section and of those below it, each once."""
        found = dict.fromkeys(card.key for card in self.cards)
        by_key = {card.key: card for card in self.cards}
        for child in self.children:
            for card in child.all_cards():
                found.setdefault(card.key)
                by_key[card.key] = card
        return tuple(by_key[key] for key in found)


def arrange(catalog: Catalog, ordered: Sequence[Card]) -> tuple[Hall, ...]:
    """The sections of a catalog in their order; what they select comes in the order given."""
    groups = {name: family.group for name, family in catalog.charter.taxonomy.families.items()}
    return tuple(
        _hall(section, catalog.cards, ordered, groups, 0) for section in catalog.charter.sections
    )


def _hall(
    section: Section,
    cards: Mapping[str, Card],
    ordered: Iterable[Card],
    groups: Mapping[str, str],
    depth: int,
) -> Hall:
    rows = tuple(tuple(cards[key] for key in row if key in cards) for row in section.rows)
    named = [cards[key] for key in section.entries if key in cards]
    named += [card for row in rows for card in row]
    seen = {card.key for card in named}
    if section.select:
        named += [c for c in _selected(section.select, ordered, groups) if c.key not in seen]
    unique = dict.fromkeys(card.key for card in named)
    return Hall(
        section,
        depth,
        rows,
        tuple(cards[key] for key in unique),
        tuple(_hall(child, cards, ordered, groups, depth + 1) for child in section.children),
    )


def _selected(
    selection: Selection, ordered: Iterable[Card], groups: Mapping[str, str]
) -> Iterator[Card]:
    for card in ordered:
        if selection.kind not in (None, card.kind):
            continue
        asked = (
            (selection.families, (card.family,)),
            (selection.groups, (groups.get(card.family, ""),)),
            (selection.tasks, card.tasks),
            (selection.tags, card.tags),
        )
        if all(not wanted or set(wanted) & set(has) for wanted, has in asked):
            yield card
