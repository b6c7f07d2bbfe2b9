"""Places boxes, frames and text on the card. Geometry is the same in every language."""

from dataclasses import dataclass
from itertools import accumulate

from .geometry import Rect, around
from .measure import LABEL, NOTE, Font
from .model import Box, Figure, Group, Lang, Side

PAD = 24.0
CARD_MARGIN = 1.0
BOX_INSET = (10.0, 9.0)
GLYPH_GAP = 8.0
GROUP_INSET = 14.0
LEGEND_HEIGHT = 38.0
GLYPH_INSET = 8.0


@dataclass(frozen=True)
class Line:
    """A line of text: its rectangle, and how it is set."""

    text: str
    font: Font
    area: Rect
    centred: bool = True


@dataclass(frozen=True)
class Placed:
    """A box on the card."""

    box: Box
    rect: Rect
    text_area: Rect
    glyph_area: Rect | None

    def lines(self, lang: Lang) -> tuple[Line, ...]:
        """The lines of text, stacked in the middle of their area."""
        rows = [(line, LABEL) for line in self.box.label.lines(lang)]
        if self.box.note:
            rows += [(line, NOTE) for line in self.box.note.lines(lang)]
        middle, y = self.text_area.middle
        y -= sum(font.leading for _, font in rows) / 2
        lines = []
        for text, font in rows:
            width = font.width(text)
            lines.append(Line(text, font, Rect(middle - width / 2, y, width, font.leading)))
            y += font.leading
        return tuple(lines)


@dataclass(frozen=True)
class Framed:
    """A group on the card."""

    group: Group
    rect: Rect

    def captions(self, lang: Lang) -> tuple[Line, ...]:
        """The lines of the caption."""
        texts = self.group.label.lines(lang)
        x, y = self.rect.x + 12, self.rect.y + 8
        if self.group.side is Side.BOTTOM:
            y = self.rect.bottom - 8 - NOTE.height(len(texts))
        areas = (
            Rect(x, y + NOTE.height(i), NOTE.width(t), NOTE.leading) for i, t in enumerate(texts)
        )
        return tuple(
            Line(text, NOTE, area, centred=False) for text, area in zip(texts, areas, strict=True)
        )


@dataclass(frozen=True)
class Layout:
    """A figure on its card."""

    figure: Figure
    card: Rect
    boxes: dict[str, Placed]
    groups: dict[str, Framed]

    def rect(self, id_: str) -> Rect:
        """The rectangle of a box or group."""
        return self.boxes[id_].rect if id_ in self.boxes else self.groups[id_].rect


def lay_out(figure: Figure) -> Layout:
    """The figure on its card."""
    cells = {box.id: _cell(figure, box) for box in figure.boxes}
    frames = [_frame(group, [cells[id_] for id_ in group.around]) for group in figure.groups]
    extent = around([*cells.values(), *frames])
    dy = PAD - extent.y
    foot = LEGEND_HEIGHT if figure.legend else 0.0
    card = Rect(0, 0, figure.width, extent.height + 2 * PAD + foot).shrink(
        CARD_MARGIN, CARD_MARGIN
    )
    return Layout(
        figure,
        card,
        {box.id: _placed(box, _lowered(cells[box.id], dy)) for box in figure.boxes},
        {g.id: Framed(g, _lowered(f, dy)) for g, f in zip(figure.groups, frames, strict=True)},
    )


def _cell(figure: Figure, box: Box) -> Rect:
    gaps = figure.gap * (len(figure.columns) - 1)
    unit = (figure.width - 2 * PAD - gaps) / sum(figure.columns)
    widths = [column * unit for column in figure.columns]
    starts = [0.0, *accumulate(width + figure.gap for width in widths)]
    tops = [0.0, *accumulate(a + b for a, b in zip(figure.rows, figure.row_gaps, strict=False))]
    (column, row), (columns, rows) = box.at, box.span
    last, low = column + columns - 1, row + rows - 1
    x, y = PAD + starts[column], tops[row]
    return Rect(x, y, PAD + starts[last] + widths[last] - x, tops[low] + figure.rows[low] - y)


def _frame(group: Group, members: list[Rect]) -> Rect:
    """The frame around its members, with room for the caption of the language with more lines."""
    inner = around(members).shrink(-GROUP_INSET, -GROUP_INSET)
    caption = NOTE.height(max(len(group.label.lines(lang)) for lang in Lang))
    y = inner.y - caption if group.side is Side.TOP else inner.y
    return Rect(inner.x, y, inner.width, inner.height + caption)


def _lowered(rect: Rect, dy: float) -> Rect:
    return Rect(rect.x, rect.y + dy, rect.width, rect.height)


def _placed(box: Box, rect: Rect) -> Placed:
    area = rect.shrink(*BOX_INSET)
    if box.glyph is None:
        return Placed(box, rect, area, None)
    glyph, rest = area.cut(box.glyph.side, box.glyph.size, GLYPH_GAP)
    return Placed(box, rect, rest, glyph.shrink(GLYPH_INSET, 0))
