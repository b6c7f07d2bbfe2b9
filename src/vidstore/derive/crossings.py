"""Counting how often the lines between the columns of a drawing cross."""

from collections.abc import Sequence


def crossings_in(columns: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> int:
    """How many pairs of lines between neighbouring columns cross; `after` says where they lead."""
    place = [0] * len(after)
    for column in columns:
        for at, slot in enumerate(column):
            place[slot] = at
    return sum([_inversions(column, after, place) for column in columns])


def _inversions(column: Sequence[int], after: Sequence[Sequence[int]], place: list[int]) -> int:
    """Pairs of lines out of a column whose ends stand the other way round than their starts."""
    passed: list[int] = []
    total = 0
    for slot in column:
        ends = [place[other] for other in after[slot]]
        total += sum([end < earlier for end in ends for earlier in passed])
        passed += ends
    return total
