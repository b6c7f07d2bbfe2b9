"""Counting how often the lines between the columns of a drawing cross."""

from collections.abc import Sequence


def crossings_in(columns: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> int:
    """How many pairs of lines between neighbouring columns cross; `after` says where they lead."""
    place = [0] * len(after)
    for column in columns:
        for at, slot in enumerate(column):
            place[slot] = at
    return sum([_inversions(c, after, place) for c in columns if len(c) > 1])


def _inversions(column: Sequence[int], after: Sequence[Sequence[int]], place: list[int]) -> int:
    """Pairs of lines out of a column whose ends stand the other way round than their starts."""
    passed: list[int] = []
    total = 0
    highest = -1
    for slot in column:
        ends = [place[other] for other in after[slot]]
        for end in ends:
            if end < highest:
                total += sum([end < earlier for earlier in passed])
        if ends:
            passed += ends
            highest = max(highest, *ends)
    return total
