"""Rectangles, points and how numbers are written."""

from dataclasses import dataclass

from .model import Side

Point = tuple[float, float]


def num(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def spot(point: Point) -> str:
    """A point as a path writes it."""
    return f"{num(point[0])} {num(point[1])}"


@dataclass(frozen=True)
class Rect:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def shrink(self, dx: float, dy: float) -> "Rect":
        """The rectangle without `dx` at the left and right, `dy` above and below."""
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def cut(self, side: Side, size: float, gap: float) -> tuple["Rect", "Rect"]:
        """The strip of `size` at `side`, and what is left behind a gap."""
        rest = size + gap
        x, y, w, h = self.x, self.y, self.width, self.height
        match side:
            case Side.TOP:
                return Rect(x, y, w, size), Rect(x, y + rest, w, h - rest)
            case Side.BOTTOM:
                return Rect(x, self.bottom - size, w, size), Rect(x, y, w, h - rest)
            case Side.LEFT:
                return Rect(x, y, size, h), Rect(x + rest, y, w - rest, h)
            case Side.RIGHT:
                return Rect(self.right - size, y, size, h), Rect(x, y, w - rest, h)

    def edge(self, side: Side) -> float:
        """The coordinate of a side along the axis across it."""
        edges = {Side.TOP: self.y, Side.BOTTOM: self.bottom, Side.LEFT: self.x}
        return edges.get(side, self.right)

    def range(self, *, vertical: bool) -> tuple[float, float]:
        """Where the rectangle begins and ends from left to right, or from top to bottom."""
        return (self.y, self.bottom) if vertical else (self.x, self.right)

    def meets(self, other: "Rect") -> bool:
        """Whether the insides of both share a point."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def holds(self, other: "Rect") -> bool:
        """Whether `other` lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(rects: list[Rect]) -> Rect:
    """The smallest rectangle that holds all."""
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)
