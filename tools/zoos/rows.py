"""Rows of the catalog: items of `results` and `implementations`, as lines of YAML."""

import json
import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from .block import Block, Item, cut, must_parse
from .model import Row, Runnable
from .names import Zoo

_PLAIN = re.compile(r"^[\w(+×][\w(),.;@/+×*%=~ -]*(?::\S[\w(),.;@/+×*%=~ -]*)*$")


def scalar(text: str) -> str:
    """A string that YAML reads as it is; in quotes where it must be."""
    plain = _PLAIN.match(text) and not text.endswith(" ") and " #" not in text
    return text if plain else json.dumps(text, ensure_ascii=False)


def _lines(fields: Iterable[tuple[str, str]], indent: int = 4) -> str:
    return "".join(f"{' ' * indent}{key}: {scalar(value)}\n" for key, value in fields if value)


def _as_item(text: str) -> str:
    return f"  - {text[4:]}"


def result(row: Row, zoo: Zoo, commit: str, read: str) -> str:
    """The lines of a result."""
    words = row.words
    setting = ", ".join(part for part in (*row.setting, words.views) if part)
    fields = [("dataset", row.dataset), ("metric", row.metric), ("value", f"{row.value:f}")]
    fields += [("setting", setting), ("backbone", words.backbone), ("pretrain", words.pretrain)]
    fields += [("frames", words.frames), ("resolution", words.resolution)]
    fields += [("params_m", _size(row.params_m)), ("gflops", _size(row.gflops))]
    source = [("repo", zoo.repo), ("path", row.spot.file), ("commit", commit)]
    text = f"{_lines(fields)}    source:\n{_lines(source, 6)}{_lines([('read', read)])}"
    return _as_item(text)


def _size(value: Decimal | None) -> str:
    return f"{value:f}" if value else ""


def implementation(run: Runnable, zoo: Zoo) -> str:
    """The lines of an implementation."""
    fields = [("repo", zoo.repo), ("path", run.path), ("model", run.model)]
    fields += [("framework", zoo.framework), ("weights", run.weights)]
    return _as_item(_lines([*fields, ("official", "true" if run.official else "")]))


def rewritten(content: str, file: str, zoo: Zoo, texts: tuple[list[str], list[str]]) -> str:
    """An entry's file with the zoo's rows, and all else as it was."""
    implementations, results = texts
    if implementations:
        block = cut(content, "implementations", file)
        own = [_as_known(each, block) for each in block.made(implementations, file)]
        content = block.written(_in_place(block, own, lambda data: data.get("repo") == zoo.repo))
    block = cut(content, "results", file)
    others = [each for each in block.items if not _is_of(each.data, zoo)]
    own = _with_dates(block.made(results, file), block)
    if own or len(others) < len(block.items):
        content = block.written(tuple(sorted([*others, *own], key=_order)))
    must_parse(content, file)
    return content


def _is_of(data: dict[str, Any], zoo: Zoo) -> bool:
    source = data.get("source")
    return isinstance(source, dict) and source.get("repo") == zoo.repo


def _as_known(own: Item, block: Block) -> Item:
    """Whose code it is stays as somebody said it, if the zoo's list does not say."""
    place = [own.data.get(key) for key in ("repo", "path", "model")]
    for each in block.items:
        same = [each.data.get(key) for key in ("repo", "path", "model")] == place
        if same and each.data.get("official") == "true" and "official" not in own.data:
            depth = re.sub(r"\S.*", "", own.text.splitlines()[-1])
            return Item(f"{own.text}{depth}official: true\n", {**own.data, "official": "true"})
    return own


def _in_place(
    block: Block, own: list[Item], mine: Callable[[dict[str, Any]], bool]
) -> tuple[Item, ...]:
    """Own items where the first of them stood, behind all others if none did."""
    first = next((n for n, each in enumerate(block.items) if mine(each.data)), len(block.items))
    before = [each for each in block.items[:first] if not mine(each.data)]
    behind = [each for each in block.items[first:] if not mine(each.data)]
    return (*before, *own, *behind)


def _with_dates(own: list[Item], block: Block) -> list[Item]:
    """A row that stands there already keeps its date, if none is given."""
    there = {_key(each.data): each.text for each in block.items}
    return [
        Item(there.get(_key(each.data), each.text), each.data) if "read" not in each.data else each
        for each in own
    ]


def _key(data: dict[str, Any]) -> str:
    return json.dumps({key: said for key, said in data.items() if key != "read"}, sort_keys=True)


def _order(each: Item) -> tuple[str, str, Decimal, str]:
    data = each.data
    try:
        value = Decimal(data.get("value", "0"))
    except InvalidOperation:
        value = Decimal(0)
    return str(data.get("dataset")), str(data.get("metric")), -value, _key(data)
