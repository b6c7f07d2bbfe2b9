"""Where the cards of a drawn lineage stand, in units of which thirteen are one line of text."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from vidstore.derive.layering import Layout, Slot

TEXT = 13
CARD = 24
_PITCH = {True: 16, False: 7}
"""Half the height that a card takes, and a waypoint."""
_GAP = 36
_MARGIN = 18
_TOP = 46
_PADDING = 19
_SETTLINGS = 3
_WIDE, _CAPITAL, _SMALL, _THIN = 13.5, 9.6, 7.7, 4.6
_THIN_LETTERS = frozenset("iljtfrI.,:;'|!()[]- ")
_MOST_LETTERS = 24


class Geometry(msgspec.Struct, frozen=True):
    """Size of the drawing, left and right of each column, widths of cards, heights of slots."""

    width: int
    height: int
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    boxes: tuple[int, ...]
    y: tuple[int, ...]


def geometry_of(layout: Layout, labels: Sequence[str]) -> Geometry:
    """Places for a layout whose cards have these labels."""
    boxes = tuple(round(text_width(label)) + _PADDING for label in labels)
    lefts, rights, x = [], [], _MARGIN
    for column in layout.columns:
        width = max([boxes[slot] for slot in column if slot < len(boxes)])
        lefts.append(x)
        rights.append(x + width)
        x += width + _GAP
    heights = _settled(layout, len(boxes))
    top = min(heights) - _TOP
    y = tuple([round(height - top) for height in heights])
    return Geometry(x - _GAP + _MARGIN, max(y) + CARD, tuple(lefts), tuple(rights), boxes, y)


def _settled(layout: Layout, cards: int) -> list[float]:
    """Heights at which everything is near its neighbours, column by column, there and back."""
    y = [0.0] * len(layout.column_of)
    apart = [_apart(column, cards) for column in layout.columns]
    for column, offsets in zip(layout.columns, apart, strict=True):
        for slot, offset in zip(column, offsets, strict=True):
            y[slot] = offset
    for turn in range(_SETTLINGS if layout.routes else 0):
        neighbours = layout.after if turn % 2 else layout.before
        step = -1 if turn % 2 else 1
        for column, offsets in zip(layout.columns[::step], apart[::step], strict=True):
            _settle(column, offsets, neighbours, y)
    return y


def _settle(
    column: Sequence[Slot], apart: Sequence[float], near: Sequence[Sequence[Slot]], y: list[float]
) -> None:
    """Bring a column as near to its neighbours as there is room."""
    wanted = []
    for slot in column:
        others = near[slot]
        if len(others) == 1:
            wanted.append(y[others[0]])
        else:
            wanted.append(sum([y[o] for o in others]) / len(others) if others else y[slot])
    places = nearest(wanted, apart) if len(column) > 1 else wanted
    for slot, place in zip(column, places, strict=True):
        y[slot] = place


def _apart(column: Sequence[Slot], cards: int) -> list[float]:
    """Places without a gap between neighbours."""
    found, edge = [], 0
    for slot in column:
        half = _PITCH[slot < cards]
        found.append(float(edge + half))
        edge += 2 * half
    return found


def nearest(wanted: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """Places at least as far apart as the offsets that are, in sum of squares, nearest to the wanted.

    Without the offsets, places only must not fall: pooling neighbours that do is exact (Ayer et
    al. 1955).
    """
    means: list[float] = []
    numbers: list[int] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, number = want - offset, 1
        while means and means[-1] > mean:
            other = numbers.pop()
            mean = (means.pop() * other + mean * number) / (other + number)
            number += other
        means.append(mean)
        numbers.append(number)
    levels = [mean for mean, number in zip(means, numbers, strict=True) for _ in range(number)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


@lru_cache(maxsize=16_384)
def short(label: str) -> str:
    """A label that fits a card: long ones are cut, characters that no drawing can hold left out."""
    kept = "".join(char for char in label if unicodedata.category(char)[0] != "C")
    text = " ".join(kept.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"


@lru_cache(maxsize=16_384)
def text_width(text: str) -> float:
    """About how wide a text is; fonts differ, so it is meant to be rather too much."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _THIN_LETTERS:
        return _THIN
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if letter.isupper() or letter in "mwMW@%…—" else _SMALL
