"""What a figure consists of, as its YAML says it."""

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """The languages in which every figure is drawn."""

    ZH = "zh"
    EN = "en"


class Role(StrEnum):
    """What a box stands for; it decides the colours."""

    DATA = "data"
    LEARNED = "learned"
    STEP = "step"
    OUTPUT = "output"


class Side(StrEnum):
    """A side of a box."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"

    @property
    def vertical(self) -> bool:
        """Whether an arrow at this side runs up or down."""
        return self in (Side.TOP, Side.BOTTOM)

    @property
    def sign(self) -> int:
        """The direction away from the box along its axis."""
        return 1 if self in (Side.RIGHT, Side.BOTTOM) else -1


@dataclass(frozen=True)
class Text:
    """Text in both languages. A line ends where the author ended it."""

    zh: str
    en: str

    def get(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.zh if lang is Lang.ZH else self.en

    def lines(self, lang: Lang) -> tuple[str, ...]:
        """The lines in `lang`."""
        return tuple(self.get(lang).splitlines())


@dataclass(frozen=True)
class Glyph:
    """A small drawing at one side of a box, `size` deep."""

    kind: str
    side: Side
    size: float


@dataclass(frozen=True)
class Box:
    """A block of the pipeline. `at` and `span` are in (columns, rows) of the grid."""

    id: str
    role: Role
    at: tuple[int, int]
    span: tuple[int, int]
    label: Text
    note: Text | None
    glyph: Glyph | None


@dataclass(frozen=True)
class Group:
    """A dotted frame around some boxes, with a caption at its upper or lower left."""

    id: str
    around: tuple[str, ...]
    label: Text
    side: Side


@dataclass(frozen=True)
class Arrow:
    """An arrow between two boxes or groups. Sides left out follow from where these lie."""

    source: str
    target: str
    leave: Side | None
    enter: Side | None
    reach: float
    label: Text | None
    label_side: Side | None
    dashed: bool
    both: bool
    headless: bool


@dataclass(frozen=True)
class Figure:
    """A figure: a grid, and what lies on it."""

    id: str
    title: Text
    desc: Text
    width: float
    gap: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    row_gaps: tuple[float, ...]
    legend: bool
    boxes: tuple[Box, ...]
    groups: tuple[Group, ...]
    arrows: tuple[Arrow, ...]
