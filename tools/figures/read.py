"""Reads figure descriptions."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from .fields import Fields, FigureError
from .glyphs import GLYPHS
from .model import Arrow, Box, Figure, Glyph, Group, Role, Side

ROW_GAP = 32.0
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_all(folder: Path) -> tuple[Figure, ...]:
    """Every figure that `folder` describes, by id."""
    return tuple(read(path) for path in sorted(folder.glob("*.yml")))


def read(path: Path) -> Figure:
    """The figure that a file describes.

    Raises:
        FigureError: The description is wrong.
    """
    fields = Fields.load(path)
    figure = _figure(fields, path.stem)
    fields.done()
    _check_references(figure, path.name)
    return figure


def _figure(fields: Fields, id_: str) -> Figure:
    rows = fields.numbers("rows")
    gaps = fields.numbers("row_gaps") or (ROW_GAP,) * (len(rows) - 1)
    if len(gaps) != len(rows) - 1:
        raise FigureError(f"{fields.where}.row_gaps: {len(rows) - 1} are expected")
    return Figure(
        id=id_,
        title=fields.text("title"),
        desc=fields.text("desc"),
        width=fields.number("width", 600),
        gap=fields.number("gap", 28),
        columns=fields.numbers("columns") or (1.0,),
        rows=rows,
        row_gaps=gaps,
        legend=fields.flag("legend", default=True),
        boxes=tuple(_box(name, inner) for name, inner in fields.each("boxes")),
        groups=tuple(_group(name, inner) for name, inner in fields.each("groups")),
        arrows=tuple(
            _arrow(Fields(item, f"{fields.where}.arrows[{index}]"))
            for index, item in enumerate(fields.items("arrows"))
        ),
    )


def _box(name: str, fields: Fields) -> Box:
    box = Box(
        id=name,
        role=_choice(Role, fields, "role"),
        at=fields.pair("at", (0, 0)),
        span=fields.pair("span", (1, 1)),
        label=fields.text("label"),
        note=fields.maybe_text("note"),
        glyph=_glyph(fields.inner("glyph")) if fields.has("glyph") else None,
    )
    fields.done()
    return box


def _glyph(fields: Fields) -> Glyph:
    kind, side = fields.string("kind"), _choice(Side, fields, "side")
    if kind not in GLYPHS:
        raise FigureError(f"{fields.where}.kind: {kind!r} is none of {', '.join(GLYPHS)}")
    glyph = Glyph(kind, side, fields.number("size", 48))
    fields.done()
    return glyph


def _group(name: str, fields: Fields) -> Group:
    around = tuple(str(item) for item in fields.items("around"))
    side = _side(fields, "side") or Side.TOP
    group = Group(name, around, fields.text("label"), side)
    fields.done()
    return group


def _arrow(fields: Fields) -> Arrow:
    arrow = Arrow(
        source=fields.string("from"),
        target=fields.string("to"),
        leave=_side(fields, "leave"),
        enter=_side(fields, "enter"),
        reach=fields.number("reach", 16),
        label=fields.maybe_text("label"),
        label_side=_side(fields, "label_side"),
        dashed=fields.flag("dashed"),
        both=fields.flag("both"),
        headless=fields.flag("headless"),
    )
    fields.done()
    return arrow


def _side(fields: Fields, name: str) -> Side | None:
    return _choice(Side, fields, name) if fields.has(name) else None


def _choice(kind: type[_Choice], fields: Fields, name: str) -> _Choice:
    value = fields.string(name)
    if value not in list(kind):
        raise FigureError(f"{fields.where}.{name}: {value!r} is none of {', '.join(kind)}")
    return kind(value)


def _check_references(figure: Figure, where: str) -> None:
    boxes = {box.id for box in figure.boxes}
    known = boxes | {group.id for group in figure.groups}
    named = {end for arrow in figure.arrows for end in (arrow.source, arrow.target)} - known
    named |= {id_ for group in figure.groups for id_ in group.around} - boxes
    if named:
        raise FigureError(f"{where}: no box has the id {', '.join(sorted(named))}")
    for box in figure.boxes:
        right, bottom = (at + span for at, span in zip(box.at, box.span, strict=True))
        if min(box.at) < 0 or right > len(figure.columns) or bottom > len(figure.rows):
            raise FigureError(f"{where}.boxes.{box.id}: lies outside the grid")
