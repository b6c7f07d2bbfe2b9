"""Findings for people (text, in their language) and for programs (JSON)."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from vidstore.cli.columns import width
from vidstore.diagnostics import Diagnostic, Location
from vidstore.load.refusal import lines_of
from vidstore.locale import Locale

WIDEST = 120
"""An excerpt of a longer line shows this many characters around the place."""


def message(item: Diagnostic, say: Locale) -> str:
    """What is wrong, as a sentence."""
    return say(f"diagnostics.{item.code}.message", **_params(item, say)).rstrip()


def hint(item: Diagnostic, say: Locale) -> str:
    """What to write instead."""
    suggestion = item.params.get("suggestion", "")
    special = f"yaml.{item.params.get('problem')}.hint"
    key = special if say.find(special) else f"diagnostics.{item.code}.hint"
    general = say(key, **_params(item, say))
    if suggestion:
        return say("diagnostics.did_you_mean", suggestion=suggestion) + general
    return general


def _params(item: Diagnostic, say: Locale) -> dict[str, str]:
    written = item.params.items()
    params = {name: value if name == "known" else _short(value) for name, value in written}
    if "expected" in params:
        form = params["expected"]
        params |= {
            "expected": say(f"expected.{form}.name"),
            "example": say(f"expected.{form}.example"),
        }
    if "bound" in params:
        params["bound"] = say(f"bound.{params['bound']}")
    if "problem" in params:
        sentence = say.find(f"yaml.{params['problem']}.message")
        params["problem"] = sentence.format_map(params) if sentence else params["problem"]
    if "by" in params:
        params["by"] = say(f"same.{params['by']}")
    if params.get("guess"):
        params["guess"] = say("diagnostics.guess", guess=params["guess"])
    return params


def _short(value: str, most: int = 160) -> str:
    line = " ".join(value.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def as_text(root: Path, items: Iterable[Diagnostic], say: Locale) -> Iterator[str]:
    """`file:line:col: code message`, the line with a caret below it, and a hint."""
    for item in items:
        place = f":{item.location.line}:{item.location.column}" if item.location else ""
        yield f"{item.file}{place}: {item.code} {message(item, say)}"
        if item.location:
            yield from _excerpt(root / item.file, item.location)
        yield f"  {say('diagnostics.hint')}{hint(item, say)}"


def _excerpt(path: Path, at: Location) -> Iterator[str]:
    lines = _lines(path)
    if at.line > len(lines):
        return
    line, start = _window(lines[at.line - 1].replace("\t", " "), at.column - 1)
    number = f"{at.line:>5}"
    room = max(len(line) - start, 1)
    carets = "^" * max(width(line[start : start + min(at.length, room)]), 1)
    yield f"{number} | {line}"
    yield f"{' ' * len(number)} | {' ' * width(line[:start])}{carets}"


def _window(line: str, start: int) -> tuple[str, int]:
    """The part of a long line that has its column `start`, and where that is in the part."""
    if len(line) <= WIDEST:
        return line, start
    left = max(min(start - WIDEST // 2, len(line) - WIDEST), 0)
    part = f"{'…' if left else ''}{line[left : left + WIDEST]}"
    return f"{part}{'…' if left + WIDEST < len(line) else ''}", start - left + bool(left)


@cache
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(lines_of(path.read_bytes().decode("utf-8-sig", errors="replace")))
    except OSError:
        return ()


def as_json(items: Iterable[Diagnostic], say: Locale) -> str:
    """The findings as a JSON list of objects; lines and columns count from 1."""
    return json.dumps([_object(item, say) for item in items], ensure_ascii=False, indent=2)


def _object(item: Diagnostic, say: Locale) -> dict[str, object]:
    place = item.location
    return {
        "file": item.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "code": item.code.value,
        "path": list(item.path),
        "message": message(item, say),
        "hint": hint(item, say),
    }


def summary(items: Sequence[Diagnostic], say: Locale) -> str:
    """How many findings there are."""
    files = len({item.file for item in items})
    if len(items) == 1:
        return say("diagnostics.count_one")
    if files == 1:
        return say("diagnostics.count_many", errors=len(items))
    return say("diagnostics.count", errors=len(items), files=files)
