"""Ascending numbers as text: the gaps between them, five bits a character.

A character stands for 0 to 63; from 32 on, more of the same gap follows. Text needs no decoder but
a loop, stays legible, and is close to what a binary form takes, since most gaps are small.
"""

from collections.abc import Iterable, Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_BITS = 5
_MORE = 1 << _BITS


class _Gaps(dict[int, str]):
    """The text of each gap, worked out when it is first met."""

    def __missing__(self, gap: int) -> str:
        text, rest = "", gap
        while rest >= _MORE:
            text += DIGITS[_MORE + rest % _MORE]
            rest >>= _BITS
        self[gap] = text + DIGITS[rest]
        return self[gap]


_GAPS = _Gaps()


def encode(numbers: Sequence[int]) -> str:
    """The text of ascending numbers."""
    if not numbers:
        return ""
    gaps = map(int.__sub__, numbers[1:], numbers)
    return _GAPS[numbers[0]] + "".join(map(_GAPS.__getitem__, gaps))


def decode(text: Iterable[str]) -> list[int]:
    """The numbers of a text.

    Raises:
        KeyError: the text is not one of ours.
    """
    found: list[int] = []
    number = gap = shift = 0
    for value in map(_VALUES.__getitem__, text):
        gap |= value % _MORE << shift
        if value >= _MORE:
            shift += _BITS
            continue
        number += gap
        found.append(number)
        gap = shift = 0
    return found
