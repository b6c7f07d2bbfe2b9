"""The few strokes from which all small drawings are made."""

from collections.abc import Iterable, Sequence

from ..geometry import Point, Rect, num, spot


def cells(css: str, rects: Iterable[Rect]) -> str:
    """Many rectangles as one path. Each begins relative to the one before, which is shorter."""
    path, here = [], (0.0, 0.0)
    for r in rects:
        there = (round(r.x, 1), round(r.y, 1))
        move = spot((there[0] - here[0], there[1] - here[1]))
        path.append(f"m{move}h{num(r.width)}v{num(r.height)}h{num(-r.width)}z")
        here = there
    return f'<path class="{css}" d="{"".join(path)}"/>'


def plate(css: str, rect: Rect, radius: float) -> str:
    """A rounded rectangle."""
    return (
        f'<rect class="{css}" x="{num(rect.x)}" y="{num(rect.y)}" '
        f'width="{num(rect.width)}" height="{num(rect.height)}" rx="{num(radius)}"/>'
    )


def discs(css: str, centres: Iterable[Point], radius: float) -> str:
    """Many discs of one size as one path."""
    radius = round(radius, 1)
    r, d = num(radius), num(2 * radius)
    path = "".join(
        f"M{spot((x - radius, y))}a{r} {r} 0 0 0 {d} 0a{r} {r} 0 0 0-{d} 0z" for x, y in centres
    )
    return f'<path class="{css}" d="{path}"/>'


def stroke(css: str, *lines: Sequence[Point]) -> str:
    """Open polylines."""
    path = "".join("M" + "L".join(map(spot, line)) for line in lines)
    return f'<path class="{css}" d="{path}"/>'


def row(area: Rect, count: int, gap: float) -> list[Rect]:
    """The area cut into so many equal parts from left to right."""
    width = (area.width - gap * (count - 1)) / count
    return [
        Rect(area.x + index * (width + gap), area.y, width, area.height) for index in range(count)
    ]


def column(area: Rect, count: int, gap: float) -> list[Rect]:
    """The area cut into so many equal parts from top to bottom."""
    height = (area.height - gap * (count - 1)) / count
    return [
        Rect(area.x, area.y + index * (height + gap), area.width, height) for index in range(count)
    ]


def centred(area: Rect, width: float) -> Rect:
    """The part of the area with that width in its middle."""
    width = min(width, area.width)
    return Rect(area.middle[0] - width / 2, area.y, width, area.height)


def parts(area: Rect, shares: Sequence[tuple[float, float]]) -> list[Rect]:
    """Stretches of the area, each from one share of the width to another."""
    return [
        Rect(area.x + start * area.width, area.y, (stop - start) * area.width, area.height)
        for start, stop in shares
    ]
