"""Drawings of videos and frames."""

from itertools import pairwise
from math import cos, pi

from ..geometry import Point, Rect
from . import pen

FRAME_RATIO = 1.3
EDGE = 9.0
GAP = 4.0


def film(area: Rect) -> str:
    """A strip of film, along the longer side, in which a ball bounces."""
    upright = area.height > area.width
    frames = _frames(area, upright=upright)
    return (
        pen.plate("fb", area, 5)
        + _holes(area, upright=upright)
        + pen.cells("fn", frames)
        + _ball(frames)
    )


def stills(area: Rect) -> str:
    """Single frames picked from a video, with the skipped ones as outlines."""
    frames = pen.row(area.shrink(1, 1), max(5, round(area.width / (area.height * 1.15)) | 1), 9)
    surplus = max(0.0, frames[0].height - 1.2 * frames[0].width)
    frames = [frame.shrink(0, surplus / 2) for frame in frames]
    picked = frames[::2]
    return pen.cells("g", frames[1::2]) + pen.cells("k fn", picked) + _ball(picked)


def people(area: Rect) -> str:
    """A frame in which two people are found."""
    frame = pen.centred(area, area.height * 2)
    spots = pen.parts(frame.shrink(0, 5), [(0.14, 0.38), (0.6, 0.84)])
    return pen.plate("k fn", frame, 3) + "".join(map(_person, spots)) + pen.cells("kw", spots)


def tube(area: Rect) -> str:
    """Three frames in which the box of one person moves on."""
    frames = pen.row(pen.centred(area, area.height * 5), 3, 10)
    shares = [(0.1, 0.4), (0.3, 0.6), (0.52, 0.82)]
    spots = [
        pen.parts(frame.shrink(0, 5), [share])[0]
        for frame, share in zip(frames, shares, strict=True)
    ]
    links = [[(one.right, one.y + 8), (two.x, two.y + 8)] for one, two in pairwise(spots)]
    return (
        pen.cells("k fn", frames)
        + "".join(map(_person, spots))
        + pen.cells("kw", spots)
        + pen.stroke("kw b", *links)
    )


def _frames(area: Rect, *, upright: bool) -> list[Rect]:
    if upright:
        inner = area.shrink(EDGE, 5)
        return pen.column(inner, round(inner.height * FRAME_RATIO / inner.width), GAP)
    inner = area.shrink(5, EDGE)
    return pen.row(inner, max(2, round(inner.width / (inner.height * FRAME_RATIO))), GAP)


def _holes(area: Rect, *, upright: bool) -> str:
    x0, y0, x1, y1 = area.x + 6, area.y + 4.5, area.right - 6, area.bottom - 4.5
    if upright:
        x0, y0, x1, y1 = area.x + 4.5, area.y + 6, area.right - 4.5, area.bottom - 6
        return pen.stroke("kh", [(x0, y0), (x0, y1)], [(x1, y0), (x1, y1)])
    return pen.stroke("kh", [(x0, y0), (x1, y0)], [(x0, y1), (x1, y1)])


def _ball(frames: list[Rect]) -> str:
    radius = min(frames[0].width, frames[0].height) * 0.15
    return pen.discs("ft", [_bounce(frame, i) for i, frame in enumerate(frames)], radius)


def _bounce(frame: Rect, index: int) -> Point:
    """Where the ball is in a frame: a bounce takes five frames."""
    height = abs(cos((index + 0.5) * pi / 5))
    return frame.middle[0], frame.bottom - frame.height * (0.22 + 0.54 * height)


def _person(area: Rect) -> str:
    (x, _), unit = area.middle, area.height
    top = area.y + unit * 0.27
    body = Rect(x - unit * 0.16, area.y + unit * 0.44, unit * 0.32, unit * 0.56)
    return pen.discs("fi", [(x, top)], unit * 0.13) + pen.plate("fi", body, unit * 0.12)
