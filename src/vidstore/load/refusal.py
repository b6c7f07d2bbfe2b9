"""Why a text is not the YAML we take, and where that shows."""

import re
from typing import Any

import yaml

from vidstore.diagnostics import Code, Location

_NOTICED_LATE = {
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected alphabetic or numeric character",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NO_YAML = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What is not `c-printable` in the YAML specification, section 5.1. It takes 7 ms to compile."""


class Refused(Exception):  # noqa: N818 - a verdict on the text, not a failure of ours
    """A text that is not the YAML we take; becomes a `Diagnostic` in `yaml.parse`."""

    def __init__(self, code: Code, location: Location | None, **params: str) -> None:
        """Keep what a diagnostic needs."""
        super().__init__(code)
        self.code, self.location, self.params = code, location, params


def undecodable(content: bytes, start: int) -> Refused:
    """What is not UTF-8 from `start` on: no text, a text of another encoding, or a slip."""
    if b"\0" in content and not content.startswith(_UTF_16):
        return Refused(Code.BINARY, None)
    guess = _guess(content)
    place = None if guess else _end_of(content[:start].decode("utf-8-sig"))
    return Refused(Code.ENCODING, place, guess=guess)


def _guess(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


def malformed(error: yaml.MarkedYAMLError, text: str) -> Refused:
    """What PyYAML cannot make sense of."""
    return Refused(Code.SYNTAX, _culprit(error, text), problem=_problem(error, text))


def _problem(error: yaml.MarkedYAMLError, text: str) -> str:
    mark: Any = error.problem_mark
    if mark and text[mark.index : mark.index + 1] == "\t":
        return "found a tab character that violates indentation"
    return (error.problem or error.context or "").strip()


def _culprit(error: yaml.MarkedYAMLError, text: str) -> Location | None:
    """Where to look: at the quote that is never closed, not at where that was noticed."""
    opened_before = _problem(error, text) in _NOTICED_LATE and error.context_mark
    mark: Any = opened_before or error.problem_mark
    if mark and mark.index >= len(text):
        lines = lines_of(text.rstrip())
        return Location(len(lines), max(len(lines[-1]), 1))
    return place_of(mark)


def invisible(text: str) -> Refused:
    """The first character that YAML does not allow; the C parser only counts its bytes."""
    found = re.search(_NO_YAML, text)
    before, char = (text[: found.start()], found[0]) if found else ("", " ")
    name = f"U+{ord(char):04X}"
    return Refused(Code.SYNTAX, _end_of(before), problem="invisible character", char=name)


def place_of(mark: Any) -> Location | None:
    """Where a mark of PyYAML stands; it counts from 0."""
    return Location(mark.line + 1, mark.column + 1) if mark else None


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them; Python's `splitlines` knows more ends of line."""
    return _BREAK.split(text)


def _end_of(text: str) -> Location:
    """The place right behind a text."""
    lines = lines_of(text)
    return Location(len(lines), len(lines[-1]) + 1)
