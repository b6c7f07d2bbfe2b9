"""YAML where every scalar is a string, and nothing is guessed.

The schema gives values their types, so `arxiv: 2104.13730` keeps its last zero and `no` stays a
word. What makes YAML hard to review (duplicate keys, anchors, aliases, tags, several documents) is
refused. PyYAML's C parser composes the nodes; ours is the small walk over them.
"""

import re
from typing import Any, TypeAlias

import msgspec
import yaml

from vidstore.diagnostics import Code, Diagnostic, Location
from vidstore.load.refusal import Refused, invisible, malformed, place_of, undecodable

Raw: TypeAlias = str | list[Any] | dict[str, Any]

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKS = ("&", "*", "!", "%", "\n---", "\n...")
_SUSPECT = re.compile(r"(?:^|[\s\[{,:])(?:[&*](?=\S)|!)|^%|^---|^\.\.\.", re.MULTILINE)
"""Where an anchor, alias, tag, directive or second document could begin; `R&D` and `90%` cannot."""
DEEPEST = 40
"""Levels of nesting; a section inside a section inside a section needs some ten."""
MOST_OPENERS, MOST_UNSEEN = 200, 100_000
"""A text with no more brackets, hyphens and question marks than this, and no longer than this,
cannot nest so deeply that composing it recursively ends the process."""


def _composer() -> Any:
    """A loader that composes nodes and resolves no tags.

    PyYAML calls three Python methods a node to guess types that we do not want guessed; without
    them composing 10,000 entries takes about half the time.
    """
    if not hasattr(yaml, "CBaseLoader"):
        return LOADER

    class Composer(yaml.CBaseLoader):
        def resolve(self, *_: object) -> str:
            return ""

        def descend_resolver(self, *_: object) -> None: ...

        def ascend_resolver(self) -> None: ...

    return Composer


_COMPOSER = _composer()


class Parsed(msgspec.Struct, frozen=True):
    """What a file holds, or why it does not hold anything."""

    raw: Raw | None
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(content: bytes, file: str) -> Parsed:
    """Turn the bytes of a YAML file into strings, lists and dicts."""
    try:
        return Parsed(to_strings(compose(decode(content))))
    except Refused as refusal:
        found = Diagnostic(refusal.code, file, params=refusal.params, location=refusal.location)
        return Parsed(None, (found,))


def decode(content: bytes) -> str:
    """The text of a file.

    Raises:
        Refused: it is binary, or not UTF-8.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise undecodable(content, error.start) from error
    if "\0" in text:
        raise Refused(Code.BINARY, None)
    return text


def compose(text: str) -> yaml.Node:
    """The nodes of the one document in `text`, with their positions.

    Raises:
        Refused: no document, more than one, an anchor, an alias, a tag, or no YAML at all.
    """
    try:
        if _may_have_marks(text) or _may_be_deep(text):
            _refuse_events(text)
        node = yaml.compose(text, Loader=_COMPOSER)
    except yaml.MarkedYAMLError as error:
        raise malformed(error, text) from error
    except yaml.reader.ReaderError as error:
        raise invisible(text) from error
    if node is None:
        raise Refused(Code.EMPTY_FILE, None)
    return node


def _may_have_marks(text: str) -> bool:
    """Whether the text could hold what nodes no longer show. Most files are done after `in`."""
    return any(mark in text for mark in _MARKS) and _SUSPECT.search(text) is not None


def _may_be_deep(text: str) -> bool:
    """Whether nesting could be deeper than a recursive composer survives; most files cannot."""
    return len(text) > MOST_UNSEEN or sum(map(text.count, "[{-?")) > MOST_OPENERS


def _refuse_events(text: str) -> None:
    """Look for what nodes no longer show; only run when the text has a character that could."""
    documents = depth = 0
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST:
            raise Refused(Code.SYNTAX, place_of(event.start_mark), problem="nested too deeply")
        if documents > 1:
            raise Refused(Code.MANY_DOCUMENTS, place_of(event.start_mark))
        _refuse_marked(event)


def _refuse_marked(event: Any) -> None:
    place = place_of(event.start_mark)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Refused(Code.ANCHOR, place, name=str(event.anchor))
    if getattr(event, "tag", None) is not None:
        name = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        raise Refused(Code.TAG, place, name=name)


def to_strings(node: yaml.Node) -> Raw:
    """Strings, lists and dicts of a node.

    Raises:
        Refused: a mapping has a key twice, or a key that is no plain word.
    """
    kind = node.__class__
    if kind is yaml.ScalarNode:
        text: str = node.value
        return text
    if kind is yaml.SequenceNode:
        return [to_strings(item) for item in node.value]
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if key_node.__class__ is not yaml.ScalarNode:
            raise Refused(Code.COMPLEX_KEY, place_of(key_node.start_mark))
        if key in found:
            raise Refused(Code.DUPLICATE_KEY, span(key_node), key=key)
        found[key] = to_strings(value_node)
    return found


def span(node: yaml.Node) -> Location:
    """Where a node stands; the length ends with its first line."""
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Location(start.line + 1, start.column + 1, max(length, 1))
