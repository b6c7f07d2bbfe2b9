"""What nothing else beats: the best so far over years, the best at each cost."""

from collections.abc import Sequence

Point = tuple[float, float]
"""What it took (a year, a cost), and what was reached."""


def front(points: Sequence[Point], *, higher: bool) -> tuple[int, ...]:
    """The places of the points that reach more than every point that took no more than they did.

    In the order of what they took. Over years that is the best so far, over a cost the Pareto
    front. Of equal points the first counts.
    """
    sign = -1 if higher else 1
    order = sorted(range(len(points)), key=lambda at: (points[at][0], sign * points[at][1], at))
    found: list[int] = []
    for at in order:
        if not found or sign * points[at][1] < sign * points[found[-1]][1]:
            found.append(at)
    return tuple(found)
