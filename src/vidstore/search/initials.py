"""First letters of the pinyin of Chinese characters, for those who type `dzsb` for 动作识别.

GB 2312 sorts its 3,755 common characters by pinyin, so the code alone tells the letter: no table,
nothing to import. Rarer characters have none, and a character with several readings has the one
under which the standard sorts it.
"""

from bisect import bisect_right

_FIRST = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"), (0xD7FA, ""),
)  # fmt: skip
"""The code with which each letter begins; common characters end before the last."""
_CODES = [code for code, _ in _FIRST]


def initials(run: str) -> list[str]:
    """The letters of a run of characters; where one has none, another string begins."""
    return [part for part in "".join(map(_initial, run)).split() if len(part) > 1]


def _initial(char: str) -> str:
    try:
        code = int.from_bytes(char.encode("gb2312"))
    except UnicodeEncodeError:
        return " "
    found = bisect_right(_CODES, code)
    return (_FIRST[found - 1][1] if found else "") or " "
