"""Top-level blocks of an entry's file, replaced as text: every other byte stays."""

import re
from dataclasses import dataclass
from textwrap import dedent, indent
from typing import Any

from vidstore.load.refusal import Refused
from vidstore.load.yaml import compose, parse, to_strings

from .model import ZooError

_ITEM = re.compile(r"^(\s*)- ")
_TOP = re.compile(r"^[^\s#-]")
_DEPTH = "  "
_BEFORE = {"implementations": ("results", "added", "sources"), "results": ("added", "sources")}
"""The keys that a new block goes in front of, as in the schema's order."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a block: its lines as they stand, and what they say."""

    text: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """A file cut at one of its blocks: what is before, comments, items, and what is behind."""

    key: str
    before: str
    comments: str
    items: tuple[Item, ...]
    behind: str

    def made(self, texts: list[str], file: str) -> list[Item]:
        """New items, as deep as those that are there."""
        first = _ITEM.match(self.items[0].text) if self.items else None
        depth = first[1] if first else _DEPTH
        return [item(indent(dedent(text), depth), file) for text in texts]

    def written(self, items: tuple[Item, ...]) -> str:
        """The file with other items; without items the block is gone."""
        body = "".join(item.text for item in items)
        head = f"{self.key}:\n{self.comments}" if items else ""
        return f"{self.before}{head}{body}{self.behind}"


def cut(content: str, key: str, file: str) -> Block:
    """The file, cut at a block; where there is none, at the place for one."""
    lines = content.splitlines(keepends=True)
    start = _line_of(lines, key)
    if start is None:
        place = next(
            (n for name in _BEFORE[key] if (n := _line_of(lines, name)) is not None), None
        )
        at = len(lines) if place is None else place
        return Block(key, _ended("".join(lines[:at])), "", (), "".join(lines[at:]))
    end = _end(lines, start)
    comments, items = _items(lines[start:end], key, file)
    return Block(key, "".join(lines[:start]), comments, items, "".join(lines[end:]))


def _line_of(lines: list[str], key: str) -> int | None:
    return next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _end(lines: list[str], start: int) -> int:
    """The line behind a block; blank lines and comments at the margin belong to what follows."""
    tops = (n for n in range(start + 1, len(lines)) if _TOP.match(lines[n]))
    end = next(tops, len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _items(lines: list[str], key: str, file: str) -> tuple[str, tuple[Item, ...]]:
    """Comments between items, and the items."""
    inline = lines[0].partition(":")[2].partition(" #")[0].strip()
    if inline not in {"", "[]"}:
        raise ZooError(f"{file}: write `{key}` with one item below the other, not as {inline}")
    body = [_ended(line) for line in lines[1:]]
    comments = "".join(line for line in body if line.lstrip().startswith("#"))
    kept = [line for line in body if not line.lstrip().startswith("#")]
    starts = [n for n, line in enumerate(kept) if _starts_item(kept, line)]
    ends = [*starts[1:], len(kept)][: len(starts)]
    texts = ["".join(kept[n:m]) for n, m in zip(starts, ends, strict=True)]
    return comments, tuple(item(text, file) for text in texts)


def _starts_item(lines: list[str], line: str) -> bool:
    first, own = _ITEM.match(lines[0]), _ITEM.match(line)
    return bool(first and own and own[1] == first[1])


def item(text: str, file: str) -> Item:
    """An item of a block from its lines."""
    try:
        data = to_strings(compose(text))
    except Refused as error:
        raise ZooError(f"{file}: cannot be read: {error}") from error
    if not isinstance(data, list) or len(data) != 1 or not isinstance(data[0], dict):
        raise ZooError(f"{file}: an item of a list is expected:\n{text}")
    return Item(text, data[0])


def must_parse(content: str, file: str) -> None:
    """What is written must be read again."""
    if parse(content.encode(), file).raw is None:
        raise ZooError(f"{file}: would not be YAML any more")
