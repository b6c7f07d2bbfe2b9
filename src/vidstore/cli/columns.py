"""Columns on a terminal."""

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width


def width(text: str) -> int:
    """How many columns a text takes; Chinese characters take two (Unicode annex 11)."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def pairs(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Words to the left, numbers to the right."""
    found = list(rows)
    left = max((width(word) for word, _ in found), default=0)
    right = max((width(number) for _, number in found), default=0)
    for word, number in found:
        yield f"  {word}{' ' * (left - width(word))}  {' ' * (right - width(number))}{number}"
