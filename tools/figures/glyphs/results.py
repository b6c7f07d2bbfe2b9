"""Drawings of what comes out: timelines, scores, rankings, words."""

from ..geometry import Rect
from . import pen

BANDS = ((0, 0.14), (0.14, 0.38), (0.38, 0.5), (0.5, 0.78), (0.78, 1))
BAND_CSS = ("fi", "fw", "fi", "ft", "fw")
NOISE = ((0.06, 0.075), (0.2, 0.225), (0.31, 0.32), (0.43, 0.455), (0.57, 0.58), (0.66, 0.69))
NOISE_CSS = ("ft", "ft", "fi", "fw", "fi", "fw")


def segments(area: Rect) -> str:
    """A time axis on which a few actions are marked, the rest being background."""
    bars = pen.parts(
        Rect(area.x, area.y + 2, area.width, area.height - 12),
        [(0.1, 0.27), (0.42, 0.52), (0.64, 0.9)],
    )
    y, x0, x1 = area.bottom - 4, area.x, area.right
    ends = sorted({x for bar in bars for x in (bar.x, bar.right)})
    return (
        pen.stroke("k", [(x0, y), (x1, y)], *([(x, y - 4), (x, y + 4)] for x in ends))
        + "".join(pen.plate("fw", bar, 3) for bar in (bars[0], bars[2]))
        + pen.plate("ft", bars[1], 3)
    )


def proposals(area: Rect) -> str:
    """Many overlapping candidate segments of which the best ones are kept."""
    shares = [
        (0.08, 0.25),
        (0.1, 0.27),
        (0.13, 0.3),
        (0.41, 0.5),
        (0.42, 0.52),
        (0.6, 0.85),
        (0.64, 0.9),
    ]
    lanes = pen.column(area, 3, 4)
    bars = [pen.parts(lanes[i % 3], [share])[0] for i, share in enumerate(shares)]
    return pen.cells("fi", [bars[i] for i in (0, 2, 3, 5)]) + pen.cells(
        "fw", [bars[i] for i in (1, 4, 6)]
    )


def bands(area: Rect) -> str:
    """A label for every frame: a timeline without gaps."""
    return _coloured(pen.parts(area, BANDS), BAND_CSS)


def noisy(area: Rect) -> str:
    """A label for every frame, torn into too many segments."""
    return bands(area) + _coloured(pen.parts(area, NOISE), NOISE_CSS)


def bars(area: Rect) -> str:
    """Scores of classes, of which one wins."""
    lanes = pen.column(pen.centred(area, area.height * 2.2), 4, 4)
    lengths = (0.35, 0.95, 0.22, 0.5)
    items = [pen.parts(lane, [(0, n)])[0] for lane, n in zip(lanes, lengths, strict=True)]
    return pen.cells("fi", [items[0], *items[2:]]) + pen.cells("fw", [items[1]])


def ranking(area: Rect) -> str:
    """Thumbnails in the order of their similarity."""
    lanes = pen.column(pen.centred(area, area.height * 2.4), 3, 5)
    thumbs = [Rect(lane.x, lane.y, lane.height * 1.5, lane.height) for lane in lanes]
    lengths = (1.0, 0.62, 0.4)
    scores = [
        Rect(t.right + 8, t.y + t.height * 0.25, (lane.right - t.right - 8) * n, t.height * 0.5)
        for t, lane, n in zip(thumbs, lanes, lengths, strict=True)
    ]
    return pen.cells("k fn", thumbs) + pen.cells("fw", scores[:1]) + pen.cells("fi", scores[1:])


def speech(area: Rect) -> str:
    """A bubble with two lines of words."""
    middle = pen.centred(area, area.height * 1.7)
    bubble = Rect(middle.x, area.y + 1, middle.width, area.height - 11)
    x, y = bubble.x + 24, bubble.bottom
    tail = [(x, y - 0.8), (x, area.bottom - 1), (x + 14, y - 0.8)]
    ys = (bubble.y + bubble.height * part for part in (0.36, 0.66))
    ends = (bubble.right - 16, bubble.right - 42)
    lines = [[(bubble.x + 16, y), (end, y)] for y, end in zip(ys, ends, strict=True)]
    return pen.plate("k fn", bubble, 9) + pen.stroke("k fn", tail) + pen.stroke("k", *lines)


def _coloured(rects: list[Rect], css: tuple[str, ...]) -> str:
    pairs = list(zip(rects, css, strict=True))
    return "".join(
        pen.cells(name, [rect for rect, own in pairs if own == name]) for name in sorted(set(css))
    )
