"""How wide a text may become, whichever font of the stack is there."""

import unicodedata
from dataclasses import dataclass

# Advances in em, by classes of letters, after the widest fonts that the stack can fall back to.
_LATIN = {
    "ijl'|.,:;!": 0.36,
    "ft()[]/ -r": 0.44,
    "mwMW@%": 0.98,
    "+=<>~": 0.84,
}
_ADVANCE = {letter: advance for letters, advance in _LATIN.items() for letter in letters}
_UPPER, _OTHER, _FULL = 0.76, 0.63, 1.0


@dataclass(frozen=True)
class Font:
    """A style of text: its class in the stylesheet, its size, its line height."""

    css: str
    size: float
    leading: float
    weight: int
    stretch: float

    def width(self, text: str) -> float:
        """An upper bound of the width of `text`, in user units."""
        return sum(map(_advance, text)) * self.size * self.stretch

    def height(self, lines: int) -> float:
        """The height of so many lines."""
        return lines * self.leading


LABEL = Font("l", 18, 24, 600, 1.11)
NOTE = Font("m", 16, 21, 400, 1.0)
SMALL = Font("s", 15, 19, 400, 1.0)


def _advance(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WFA":
        return _FULL
    if letter in _ADVANCE:
        return _ADVANCE[letter]
    return _UPPER if letter.isupper() else _OTHER
