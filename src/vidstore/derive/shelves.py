"""Which entries stand together: by kind, task, family, tag and year, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind

Shelf = tuple[Card, ...]
Shelves = Mapping[str, Shelf]


@dataclass(frozen=True, slots=True)
class Library:
    """Every shelf of a catalog. Words without entries have no shelf."""

    kinds: Shelves
    tasks: Shelves
    families: Shelves
    tags: Shelves
    years: Shelves


def newest_first(card: Card) -> tuple[str, str]:
    """Sort key: later dates first, then by name; the undated last."""
    return (_descending(card.date), card.key)


def _descending(date: str) -> str:
    """Digits turned round, so that plain ascending sort gives later dates first."""
    return date.translate(_TURNED) if date else "~"


_TURNED = str.maketrans("0123456789", "9876543210")


def in_order(catalog: Catalog) -> list[Card]:
    """All cards, newest first."""
    return sorted(catalog.cards.values(), key=newest_first)


def stock(catalog: Catalog) -> Library:
    """Put every card on its shelves."""
    ordered = in_order(catalog)
    taxonomy = catalog.charter.taxonomy
    return Library(
        kinds=_shelve(ordered, lambda card: (card.kind.value,), [kind.value for kind in Kind]),
        tasks=_shelve(ordered, lambda card: card.tasks, taxonomy.tasks),
        families=_shelve(ordered, lambda card: (card.family,), taxonomy.families),
        tags=_shelve(ordered, lambda card: card.tags, taxonomy.tags),
        years=_shelve(
            ordered, lambda card: (card.year,), sorted({c.year for c in ordered}, reverse=True)
        ),
    )


def _shelve(
    cards: Iterable[Card], words_of: Callable[[Card], tuple[str, ...]], order: Iterable[str]
) -> Shelves:
    shelves: dict[str, list[Card]] = {word: [] for word in order if word}
    for card in cards:
        for word in words_of(card):
            if word:
                shelves[word].append(card)
    return {word: tuple(shelf) for word, shelf in shelves.items() if shelf}
