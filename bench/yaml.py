"""YAML as people write entries: block style, short lists of words in brackets.

A general emitter would take minutes for 100,000 entries; this one knows only text, lists and
mappings, which is all that an entry has.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?:(?!: | #|:$).)+(?<!\s)")
_WORD = re.compile(r"[\w./+-]+")


def dump(value: Value) -> str:
    """A document of this value."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _headed(f"{indent}{key}:", item, indent)
    elif not isinstance(value, str):
        for item in value:
            inner = list(_lines(item, indent + "  ")) if not isinstance(item, str) else []
            yield f"{indent}- {inner[0].lstrip() if inner else scalar(str(item))}"
            yield from inner[1:]


def _headed(head: str, item: Value, indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{head} {scalar(item)}"
    elif not isinstance(item, Mapping) and all(_is_word(one) for one in item):
        yield f"{head} [{', '.join(map(str, item))}]"
    else:
        yield head
        yield from _lines(item, indent + "  ")


def _is_word(item: Value) -> bool:
    return isinstance(item, str) and bool(_WORD.fullmatch(item))


def scalar(text: str) -> str:
    """A text, quoted where plain style would not do."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
