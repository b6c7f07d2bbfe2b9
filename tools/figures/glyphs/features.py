"""Drawings of what networks compute with: tokens, pyramids, patches, matrices."""

from ..geometry import Rect
from . import pen

PATCHES = 4
VISIBLE = ((0, 2), (2, 1))
PLACES, SEEN = 14, (4, 9)


def tokens(area: Rect) -> str:
    """A row of feature vectors along time."""
    count = round(area.width / 26)
    return pen.cells("ft", pen.row(area, count, 6))


def mixed(area: Rect) -> str:
    """Visual tokens followed by text tokens."""
    items = pen.row(area, round(area.width / 26), 6)
    cut = len(items) * 3 // 5
    return pen.cells("ft", items[:cut]) + pen.cells("fi", items[cut:])


def words(area: Rect) -> str:
    """A row of text tokens."""
    return pen.cells("fi", pen.row(area, round(area.width / 26), 6))


def pyramid(area: Rect) -> str:
    """Three levels of features, each with half the temporal resolution."""
    levels = pen.column(area, 3, 5)
    rows = [pen.row(level, 20 >> index, 5) for index, level in enumerate(levels)]
    return pen.cells("ft", [cell for cells in rows for cell in cells])


def masked(area: Rect) -> str:
    """Frames of which nearly all patches are hidden, the same ones in each frame."""
    return _patched(area, shown="ft", hidden="fi")


def whole(area: Rect) -> str:
    """Frames of which all patches are seen."""
    return _patched(area, shown="ft", hidden="ft")


def rebuilt(area: Rect) -> str:
    """Frames whose hidden patches have been filled in."""
    return _patched(area, shown="ft", hidden="fw")


def seen(area: Rect) -> str:
    """The few tokens that stay visible, each at its place."""
    row = pen.row(area, PLACES, 5)
    return pen.cells("ft", [row[place] for place in SEEN])


def filled(area: Rect) -> str:
    """Encoded tokens, with mask tokens where something is to be predicted."""
    rest = [cell for place, cell in enumerate(pen.row(area, PLACES, 5)) if place not in SEEN]
    return seen(area) + pen.cells("fi", rest)


def full(area: Rect) -> str:
    """All tokens, none of them masked."""
    return pen.cells("ft", pen.row(area, PLACES, 5))


def matrix(area: Rect) -> str:
    """Similarities of texts (down) and videos (across): the matching pairs stand out."""
    side = min(area.width, area.height)
    square = pen.centred(area, side)
    lines = [pen.row(line, 5, 3) for line in pen.column(square, 5, 3)]
    match = [cells[i] for i, cells in enumerate(lines)]
    rest = [cell for i, cells in enumerate(lines) for j, cell in enumerate(cells) if i != j]
    return pen.cells("fi", rest) + pen.cells("ft", match)


def _patched(area: Rect, *, shown: str, hidden: str) -> str:
    size = area.height
    frames = pen.row(pen.centred(area, size * PATCHES + 10 * (PATCHES - 1)), PATCHES, 10)
    open_: list[Rect] = []
    shut: list[Rect] = []
    for frame in frames:
        for i, line in enumerate(pen.column(frame, PATCHES, 2)):
            for j, cell in enumerate(pen.row(line, PATCHES, 2)):
                (open_ if (i, j) in VISIBLE else shut).append(cell)
    return pen.cells(hidden, shut) + pen.cells(shown, open_)
