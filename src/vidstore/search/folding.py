"""Texts as search compares them: without case, accents and width, cut into runs.

`templates/theme/assets/search-text.js` does the same in the browser, and a test holds the two
together. Both go character by character, so that a match can be shown in the text as it stands.
"""

import re
from unicodedata import category, normalize

CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters that are written without spaces between words: Han and kana."""

_CJK_RUN = re.compile(rf"[{CJK}]+")
_WORD = re.compile(rf"[^\W_{CJK}]+")
_RUN = rf"{_CJK_RUN.pattern}|{_WORD.pattern}"
_EXTRA = str.maketrans(
    {"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
    | {"æ": "ae", "œ": "oe", "ı": "i"}
)
"""What Unicode does not take apart, though people type it without."""


class _Table(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = (char for char in normalize("NFKD", chr(code)) if category(char) != "Mn")
        self[code] = "".join(parts).lower().translate(_EXTRA)
        return self[code]


_TABLE = _Table()


_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


def fold(text: str) -> str:
    """The text in small letters without accents; full-width forms become plain ones."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def runs(folded: str) -> list[str]:
    """Words, and runs of CJK characters, in the order of the text."""
    found: list[str] = re.findall(_RUN, folded)
    return found


def parts(text: str) -> tuple[list[str], list[str]]:
    """The words of a text and its runs of CJK characters, folded, each in their order."""
    if (
        text.isascii()
    ):  # nine of ten English texts; without regular expressions in a tenth of the time
        return text.translate(_ASCII).split(), []
    folded = fold(text)
    return _WORD.findall(folded), _CJK_RUN.findall(folded)


def is_cjk(run: str) -> bool:
    """Whether a run is of CJK characters; no run is mixed."""
    return _CJK_RUN.match(run) is not None


def name_key(text: str) -> str:
    """A name with nothing but letters and digits: `R(2+1)D` is `r21d`."""
    if text.isascii():
        return text.translate(_ASCII).replace(" ", "")
    return "".join(runs(fold(text)))
