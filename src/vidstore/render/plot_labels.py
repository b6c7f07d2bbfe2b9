"""Where the names of points go: beside their points, over no other name and no marked point."""

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

_WIDE, _CAPITAL, _SMALL = 1.0, 0.68, 0.56
"""Widths in em, on the wide side: what fonts a reader has is not known while building."""
_HEIGHT = 1.15
_GAP = 3.0


class Box(msgspec.Struct, frozen=True, gc=False):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles share an area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other one lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


class Wanted(msgspec.Struct, frozen=True, gc=False):
    """A name that a point should have."""

    x: float
    y: float
    text: str


class Label(msgspec.Struct, frozen=True, gc=False):
    """A name with its place: where its base line begins, lies in the middle, or ends."""

    x: float
    y: float
    anchor: str
    text: str


def width_of(text: str, size: float) -> float:
    """About how wide a text is in a sans serif of this size; rather more than less."""
    return size * sum(_em(char) for char in text)


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    return _CAPITAL if char.isupper() or char in "MWmw@%" else _SMALL


def place_labels(
    wanted: Sequence[Wanted], dots: Sequence[Box], area: Box, size: float
) -> tuple[Label, ...]:
    """Names in the order of their importance; one that finds no room is left out."""
    taken = list(dots)
    found: list[Label] = []
    for one in wanted:
        for label, box in _places(one, size):
            if area.holds(box) and not any(box.meets(other) for other in taken):
                taken.append(box)
                found.append(label)
                break
    return tuple(found)


def _places(one: Wanted, size: float) -> Iterator[tuple[Label, Box]]:
    """Places around a point: above left (where a front has room), right, left, below."""
    width, height = width_of(one.text, size), size * _HEIGHT
    near, far = 6.0 + _GAP, 16.0 + _GAP
    offsets = (
        ("end", -near + 3, -near + 2),
        ("middle", 0, -near - 1),
        ("start", near - 3, -near + 2),
        ("start", near, size * 0.35),
        ("end", -near, size * 0.35),
        ("start", near - 3, near + size * 0.6),
        ("middle", 0, near + size * 0.8),
        ("end", -near + 3, near + size * 0.6),
        ("end", -far, -far),
        ("start", far, far + size * 0.6),
    )
    for anchor, right, down in offsets:
        x, y = one.x + right, one.y + down
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        top = y - height * 0.8
        yield Label(x, y, anchor, one.text), Box(left, top, left + width, top + height)
