"""Putting a drawing in order: columns by year, and in each column an order with few crossings.

After Sugiyama, Tagawa and Toda (1981): edges that pass a column get a waypoint there; columns are
swept from left to right and back, and in each whatever stands in it goes to the mean place of its
neighbours in the column before. The best order met is kept. The same input gives the same order.
"""

from collections.abc import Iterable, Sequence

import msgspec

from vidstore.derive.crossings import crossings_in
from vidstore.derive.lineage import Excerpt

SWEEPS = 4
"""Later ones hardly change anything."""

Slot = int
"""What stands in a column: the number of a card, or of a waypoint after those."""
Route = tuple[Slot, ...]
Columns = Sequence[Sequence[Slot]]


class Layout(msgspec.Struct, frozen=True):
    """Columns from left to right, each with its year and its slots from top to bottom.

    `routes` lead along each edge, from the older column to the younger: cards at the ends,
    waypoints between. An edge whose work is dated before what it builds on is among `backward`.
    `before` and `after` are the neighbours of each slot in the columns beside its own.
    """

    years: tuple[str, ...]
    columns: Columns
    column_of: Sequence[int]
    routes: tuple[Route, ...]
    backward: frozenset[int]
    before: Sequence[Sequence[Slot]]
    after: Sequence[Sequence[Slot]]


def laid_out(excerpt: Excerpt) -> Layout:
    """The layout of an excerpt."""
    numbers = {card.key: number for number, card in enumerate(excerpt.cards)}
    edges = [(numbers[older], numbers[younger]) for older, younger in excerpt.edges]
    places = _places([card.year for card in excerpt.cards], edges)
    every = sorted(set(places), key=lambda place: (place[0] or "~", place[1]))
    columns = {place: column for column, place in enumerate(every)}
    column_of = [columns[place] for place in places]
    routes, backward = _routes(column_of, edges)
    before, after = _neighbours(routes, len(column_of))
    order = _initial(column_of, routes, len(every))
    return Layout(
        years=tuple(year for year, _ in every),
        columns=_ordered(order, before, after),
        column_of=column_of,
        routes=tuple(routes),
        backward=backward,
        before=before,
        after=after,
    )


def _places(years: Sequence[str], edges: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    """A column for each card: its year, and there behind what it builds on of the same year."""
    same = [(older, younger) for older, younger in edges if years[older] == years[younger]]
    depth = [0] * len(years)
    for _ in same:  # as often as a chain could be long; most often there is none
        for older, younger in same:
            depth[younger] = max(depth[younger], depth[older] + 1)
    return list(zip(years, depth, strict=True))


def _routes(
    column_of: list[int], edges: Sequence[tuple[int, int]]
) -> tuple[list[Route], frozenset[int]]:
    """The edges as routes; waypoints get numbers and columns after those of the cards."""
    routes: list[Route] = []
    backward = set()
    for number, (start, end) in enumerate(edges):
        if column_of[start] > column_of[end]:
            start, end = end, start  # noqa: PLW2901 - the route leads the other way
            backward.add(number)
        first = len(column_of)
        column_of.extend(range(column_of[start] + 1, column_of[end]))
        routes.append((start, *range(first, len(column_of)), end))
    return routes, frozenset(backward)


def _neighbours(routes: Iterable[Route], slots: int) -> tuple[list[list[Slot]], list[list[Slot]]]:
    before: list[list[Slot]] = [[] for _ in range(slots)]
    after: list[list[Slot]] = [[] for _ in range(slots)]
    for route in routes:
        last = route[0]
        for slot in route[1:]:
            after[last].append(slot)
            before[slot].append(last)
            last = slot
    return before, after


def _initial(column_of: Sequence[int], routes: Iterable[Route], number: int) -> list[list[Slot]]:
    """What is connected stands together, and such parts do not cross; the largest come first."""
    part = list(range(len(column_of)))
    members = [[slot] for slot in part]
    for route in routes:
        for slot in route[1:]:
            one, other = sorted((part[route[0]], part[slot]))
            if one != other:
                for moved in members[other]:
                    part[moved] = one
                members[one] += members[other]
    ranks = [(-len(members[root]), root, slot) for slot, root in enumerate(part)]
    columns: list[list[Slot]] = [[] for _ in range(number)]
    for _, _, slot in sorted(ranks):
        columns[column_of[slot]].append(slot)
    return columns


def _ordered(
    columns: list[list[Slot]], before: Sequence[Sequence[Slot]], after: Sequence[Sequence[Slot]]
) -> list[list[Slot]]:
    best, fewest = columns, crossings_in(columns, after)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        columns = _swept(columns, after if sweep % 2 else before, backwards=sweep % 2 == 1)
        met = crossings_in(columns, after)
        if met < fewest:
            best, fewest = columns, met
    return best


def _swept(
    columns: list[list[Slot]], neighbours: Sequence[Sequence[Slot]], *, backwards: bool
) -> list[list[Slot]]:
    """Each column in the order of its neighbours' mean places in the column swept before it."""
    place = [0.0] * len(neighbours)
    swept = []
    for column in reversed(columns) if backwards else columns:
        for at, slot in enumerate(column):
            near = neighbours[slot]
            place[slot] = sum([place[other] for other in near]) / len(near) if near else at
        ordered = sorted(column, key=place.__getitem__)
        for at, slot in enumerate(ordered):
            place[slot] = at
        swept.append(ordered)
    return swept[::-1] if backwards else swept
