"""Leads arrows from box to box along right angles."""

from dataclasses import dataclass

from .geometry import Point, Rect
from .layout import Layout, Line
from .measure import NOTE
from .model import Arrow, Lang, Side

TOUCH = 2.0
LABEL_GAP = 9.0
_OPPOSITE = {
    Side.TOP: Side.BOTTOM,
    Side.BOTTOM: Side.TOP,
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
}


@dataclass(frozen=True)
class Route:
    """An arrow's way: its corners from the first end to the last."""

    arrow: Arrow
    points: tuple[Point, ...]

    def segments(self) -> list[Rect]:
        """The straight parts as thin rectangles."""
        return [_span(a, b) for a, b in zip(self.points, self.points[1:], strict=False)]

    def lines(self, lang: Lang) -> tuple[Line, ...]:
        """The label's lines beside the longest part."""
        if self.arrow.label is None:
            return ()
        part = max(self.segments(), key=lambda rect: rect.width + rect.height)
        upright = part.height > part.width
        side = self.arrow.label_side or (Side.RIGHT if upright else Side.TOP)
        texts = self.arrow.label.lines(lang)
        first = _label_top(part, side, NOTE.height(len(texts)))
        return tuple(
            Line(
                text,
                NOTE,
                _label_area(part, side, text, first + NOTE.height(index)),
                side.vertical,
            )
            for index, text in enumerate(texts)
        )


def _label_top(part: Rect, side: Side, height: float) -> float:
    near = LABEL_GAP / 2
    tops = {Side.TOP: part.y - near - height, Side.BOTTOM: part.bottom + near}
    return tops.get(side, part.middle[1] - height / 2)


def _label_area(part: Rect, side: Side, text: str, y: float) -> Rect:
    width = NOTE.width(text)
    lefts = {Side.LEFT: part.x - LABEL_GAP - width, Side.RIGHT: part.right + LABEL_GAP}
    return Rect(lefts.get(side, part.middle[0] - width / 2), y, width, NOTE.leading)


def route_all(layout: Layout) -> tuple[Route, ...]:
    """The ways of all arrows of a figure."""
    return tuple(_route(layout, arrow) for arrow in layout.figure.arrows)


def _route(layout: Layout, arrow: Arrow) -> Route:
    a, b = layout.rect(arrow.source), layout.rect(arrow.target)
    leave = arrow.leave or _facing(a, b)
    enter = arrow.enter or _OPPOSITE[leave]
    if leave is enter:
        return Route(arrow, _around(a, b, leave, arrow.reach))
    if leave.vertical is not enter.vertical:
        return Route(arrow, _corner(a, b, leave, enter))
    return Route(arrow, _across(a, b, leave, enter))


def _facing(a: Rect, b: Rect) -> Side:
    if a.bottom <= b.y:
        return Side.BOTTOM
    if b.bottom <= a.y:
        return Side.TOP
    return Side.RIGHT if a.right <= b.x else Side.LEFT


def _end(rect: Rect, side: Side, along: float) -> Point:
    across = rect.edge(side) + side.sign * TOUCH
    return (along, across) if side.vertical else (across, along)


def _centre(rect: Rect, side: Side) -> float:
    return rect.middle[0] if side.vertical else rect.middle[1]


def _across(a: Rect, b: Rect, leave: Side, enter: Side) -> tuple[Point, ...]:
    """Straight where both face each other, else with a step half-way."""
    (a0, a1), (b0, b1) = (rect.range(vertical=not leave.vertical) for rect in (a, b))
    if max(a0, b0) < min(a1, b1):
        along = (max(a0, b0) + min(a1, b1)) / 2
        return _end(a, leave, along), _end(b, enter, along)
    start, stop = _end(a, leave, _centre(a, leave)), _end(b, enter, _centre(b, enter))
    half = (start[leave.vertical] + stop[leave.vertical]) / 2
    if leave.vertical:
        return start, (start[0], half), (stop[0], half), stop
    return start, (half, start[1]), (half, stop[1]), stop


def _corner(a: Rect, b: Rect, leave: Side, enter: Side) -> tuple[Point, ...]:
    start, stop = _end(a, leave, _centre(a, leave)), _end(b, enter, _centre(b, enter))
    bend = (start[0], stop[1]) if leave.vertical else (stop[0], start[1])
    return start, bend, stop


def _around(a: Rect, b: Rect, side: Side, reach: float) -> tuple[Point, ...]:
    """Out at a side, along, and back in at the same side."""
    start, stop = _end(a, side, _centre(a, side)), _end(b, side, _centre(b, side))
    far = max(side.sign * rect.edge(side) for rect in (a, b)) * side.sign + side.sign * reach
    if side.vertical:
        return start, (start[0], far), (stop[0], far), stop
    return start, (far, start[1]), (far, stop[1]), stop


def _span(a: Point, b: Point) -> Rect:
    x, y = min(a[0], b[0]), min(a[1], b[1])
    return Rect(x, y, abs(a[0] - b[0]), abs(a[1] - b[1]))
