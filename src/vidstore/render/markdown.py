"""Text as Markdown: what is a mark in GitHub's Markdown is escaped, what is a place is linked."""

import re
import unicodedata
from collections.abc import Iterator

_MARKS = re.compile(r"([\\`*_\[\]<>|~#])")
_AT_START = re.compile(r"^(\d*)([-+.)])(?=\s)")
_URL = re.compile(r"[()\s<>]")


def escaped(text: str) -> str:
    """A text that Markdown shows as it is (CommonMark 0.31, backslash escapes)."""
    return _AT_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))


def link(text: str, url: str) -> str:
    """A link; without an address, the text alone."""
    if not url:
        return escaped(text)
    safe = _URL.sub(lambda found: f"%{ord(found.group()):02X}", url)
    return f"[{escaped(text)}]({safe})"


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading: lower case, no punctuation, hyphens for spaces."""
    kept = (char for char in heading.strip().lower() if _stays(char))
    return "".join("-" if char == " " else char for char in kept)


def _stays(char: str) -> bool:
    return char in " -_" or unicodedata.category(char)[0] in "LNM"


def numbered(anchors: Iterator[str]) -> Iterator[str]:
    """Anchors as GitHub makes them unique: the second `models` becomes `models-1`."""
    seen: dict[str, int] = {}
    for name in anchors:
        count = seen.get(name, 0)
        seen[name] = count + 1
        yield f"{name}-{count}" if count else name
