"""What entries can be chosen by, as columns of small numbers: one row for each entry."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from vidstore.derive.shelves import TURNED
from vidstore.model.card import Card
from vidstore.model.ids import Kind

Cell = int | list[int]
"""The number of a word, of several words, or 0 for none."""


class Column(msgspec.Struct, frozen=True):
    """The words that occur, numbered from 1 in this order, and what each row has of them."""

    words: tuple[str, ...]
    rows: list[Cell]


def _datasets(card: Card) -> Iterable[str]:
    """Those that it was measured on. Results also name where they are published."""
    folder = f"{Kind.DATASET.folder}/"
    named = (item.key for item in card.references if item.field == "results")
    return (key for key in named if key.startswith(folder))


Values = Callable[[Card], Iterable[str]]

_WORDS: Mapping[str, Values] = {
    "kind": lambda card: (card.kind.folder,),
    "task": lambda card: card.tasks,
    "family": lambda card: (card.family,),
    "venue": lambda card: (card.venue,),
    "framework": lambda card: card.frameworks,
    "dataset": _datasets,
    "language": lambda card: (card.language,),
    "level": lambda card: (card.level,),
    "tag": lambda card: card.tags,
}
HAS = ("code", "weights")


def columns_of(cards: Sequence[Card], orders: Mapping[str, Iterable[str]]) -> dict[str, Column]:
    """The columns of these rows; words come in the order given, those in none behind."""
    with_code = set(_with_code(cards))
    found = {name: _column(cards, values, orders.get(name, ())) for name, values in _WORDS.items()}

    def has(card: Card) -> Iterable[str]:
        if card.key in with_code:
            yield "code"
        if card.has_weights:
            yield "weights"

    found["has"] = _column(cards, has, HAS)
    # Newest first: a number is a rank, and who has none comes last.
    found["date"] = _column(cards, lambda card: (card.date,), _newest_first(c.date for c in cards))
    found["added"] = _column(
        cards, lambda card: (card.added,), _newest_first(c.added for c in cards)
    )
    return found


def _with_code(cards: Iterable[Card]) -> Iterable[str]:
    """Whose code can be found: by a link, in a library, or in a repository made for it."""
    for card in cards:
        if any(role == "code" for role, _ in card.links):
            yield card.key
        for item in card.references:
            if item.field == "implementations":
                yield card.key
            elif item.field == "paper":
                yield item.key


def _newest_first(dates: Iterable[str]) -> list[str]:
    """As lists do it: what is only known by its year stands before the days of that year."""
    return sorted(set(dates) - {""}, key=lambda date: date.translate(TURNED))


def _column(cards: Sequence[Card], values: Values, order: Iterable[str]) -> Column:
    numbers: dict[str, int] = {}
    rows = [list(dict.fromkeys(word for word in values(card) if word)) for card in cards]
    present = {word for row in rows for word in row}
    for word in (*(word for word in order if word in present), *sorted(present)):
        numbers.setdefault(word, len(numbers) + 1)
    return Column(tuple(numbers), [_cell([numbers[word] for word in row]) for row in rows])


def _cell(numbers: list[int]) -> Cell:
    if not numbers:
        return 0
    return numbers[0] if len(numbers) == 1 else numbers
