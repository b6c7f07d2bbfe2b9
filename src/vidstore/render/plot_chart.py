"""A chart of linked points: what is in it, and where on the drawing it stands."""

from collections.abc import Sequence

import msgspec

from vidstore.render.plot_labels import Box
from vidstore.render.plot_scales import Scale

WIDTH, HEIGHT = 560, 360
AREA = Box(54, 32, 548, 300)
"""The part of the drawing between the axes; the rest is for ticks and names."""

Place = tuple[float, float]


class Dot(msgspec.Struct, frozen=True, gc=False):
    """A point: where it stands, what it is called, which entry it leads to."""

    x: float
    y: float
    name: str
    address: str
    about: str


class Axis(msgspec.Struct, frozen=True, gc=False):
    """An axis with its name."""

    label: str
    scale: Scale


class Chart(msgspec.Struct, frozen=True, gc=False):
    """Points, the best first; `higher` says which end of y is the good one."""

    label: str
    dots: Sequence[Dot]
    x: Axis
    y: Axis
    higher: bool

    def across(self, value: float) -> float:
        """Where a value of x stands on the drawing."""
        return AREA.left + self.x.scale.place(value) * (AREA.right - AREA.left)

    def down(self, value: float) -> float:
        """Where a value of y stands; SVG counts downwards."""
        return AREA.bottom - self.y.scale.place(value) * (AREA.bottom - AREA.top)

    def at(self, dot: Dot) -> Place:
        """Where a point stands."""
        return self.across(dot.x), self.down(dot.y)
