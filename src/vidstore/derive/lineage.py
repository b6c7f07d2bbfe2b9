"""What builds on what: the ancestors and descendants of an entry, and the line of a whole shelf."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vidstore.model.card import Card
from vidstore.model.ids import Kind

GENERATIONS = 3
"""How far a drawing of one entry looks back and ahead."""
MOST_AROUND = 25
"""Entries in a drawing of one entry: more than fit on a screen would not be read."""
MOST_IN_LINE = 60
MEMBERS_IN_LINE = 48
"""Entries in a drawing of a shelf, and how many of them are its own if it has more than that."""

Edge = tuple[str, str]
"""A work, and one that builds on it."""


@dataclass(frozen=True)
class Excerpt:
    """The part of a lineage that is drawn.

    `focus` is the entry that it is drawn for, or empty; `outside` are those that do not belong to
    the shelf; from those `earlier` and to those `later` the lineage goes on, undrawn. `left_out`
    counts what would have been drawn, had there been room.
    """

    cards: tuple[Card, ...]
    edges: tuple[Edge, ...]
    focus: str = ""
    outside: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    left_out: int = 0


@dataclass(frozen=True)
class Lineage:
    """Who builds on whom, in both directions; only those of whom there is something to say."""

    cards: Mapping[str, Card]
    parents: Mapping[str, tuple[str, ...]]

    @cached_property
    def children(self) -> Mapping[str, list[str]]:
        """Who builds on each, in the order of keys."""
        found: dict[str, list[str]] = {}
        for key, parents in self.parents.items():
            for parent in parents:
                found.setdefault(parent, []).append(key)
        return found

    def around(self, key: str) -> Excerpt | None:
        """An entry with its nearest ancestors and descendants; None if it has neither."""
        before = reach(self.parents, key)
        after = sorted(reach(self.children, key).items(), key=self._nearest_and_most_built_upon)
        if not (before or after):
            return None
        room = MOST_AROUND - 1
        ancestors = list(before)[: max(room // 2, room - len(after))]
        descendants = [other for other, _ in after[: room - len(ancestors)]]
        return self._excerpt(
            [key, *ancestors, *descendants],
            focus=key,
            earlier=[key, *ancestors],
            later=[key, *descendants],
            left_out=len(before) + len(after) - len(ancestors) - len(descendants),
        )

    def line(self, shelf: Iterable[Card]) -> Excerpt | None:
        """The papers of a shelf and what they build on; None if nothing builds on anything."""
        members = [card.key for card in shelf if card.kind is Kind.PAPER]
        shown = members
        if len(members) > MEMBERS_IN_LINE:
            linked = [key for key in members if key in self.parents or key in self.children]
            shown = sorted(linked, key=self._most_built_upon)[:MEMBERS_IN_LINE]
        named = Counter(parent for key in shown for parent in self.parents.get(key, ()))
        others = sorted(named.keys() - set(shown), key=lambda key: (-named[key], key))
        others = others[: MOST_IN_LINE - len(shown)]
        every = [*shown, *others]
        if not named:
            return None
        left_out = len(set(members).difference(every))
        outside = frozenset(others).difference(members)
        return self._excerpt(every, outside=outside, earlier=shown, later=shown, left_out=left_out)

    def _excerpt(  # noqa: PLR0913 - parts of one drawing
        self,
        keys: list[str],
        *,
        focus: str = "",
        outside: frozenset[str] = frozenset(),
        earlier: Iterable[str] = (),
        later: Iterable[str] = (),
        left_out: int = 0,
    ) -> Excerpt:
        parents, children, drawn = self.parents, self.children, set(keys)
        cards = sorted((self.cards[key] for key in keys), key=by_date)
        return Excerpt(
            cards=tuple(cards),
            edges=tuple((p, c.key) for c in cards for p in parents.get(c.key, ()) if p in drawn),
            focus=focus,
            outside=outside,
            earlier=frozenset(k for k in earlier if not drawn.issuperset(parents.get(k, ()))),
            later=frozenset(k for k in later if not drawn.issuperset(children.get(k, ()))),
            left_out=left_out,
        )

    def _most_built_upon(self, key: str) -> tuple[int, str, str]:
        return -len(self.children.get(key, ())), self.cards[key].date, key

    def _nearest_and_most_built_upon(self, found: tuple[str, int]) -> tuple[int, int, str, str]:
        return (found[1], *self._most_built_upon(found[0]))


def by_date(card: Card) -> tuple[str, str]:
    """Sort key: the oldest first, the undated last."""
    return card.year or "~", card.key


def lineage_of(cards: Mapping[str, Card]) -> Lineage:
    """Read the lineage from the cards. A work is named once, however often it is listed."""
    named = [(key, card.builds_on) for key, card in cards.items() if card.builds_on]
    return Lineage(cards, {key: tuple(dict.fromkeys(names)) for key, names in named})


def reach(edges: Mapping[str, Iterable[str]], start: str) -> dict[str, int]:
    """What can be reached along edges in a few generations, the nearest first, with how near."""
    found, frontier = {start: 0}, [start]
    for generation in range(1, GENERATIONS + 1):
        next_keys = dict.fromkeys(other for key in frontier for other in edges.get(key, ()))
        frontier = [key for key in next_keys if key not in found]
        found |= dict.fromkeys(frontier, generation)
    del found[start]
    return found
