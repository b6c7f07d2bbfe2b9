"""YAML where every scalar is a string, and nothing is guessed.

The schema gives values their types, so `arxiv: 2104.13730` keeps its last zero and `no` stays a
word. What makes YAML hard to review (duplicate keys, anchors, aliases, tags, several documents) is
refused. PyYAML's C parser composes the nodes; ours is the small walk over them.
"""

import re
from typing import Any, TypeAlias

import msgspec
import yaml

from vidstore.diagnostics import Code, Diagnostic, DocumentPath, Location

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
_NOTICED_LATE = {
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected alphabetic or numeric character",
}
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NO_YAML = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What is not `c-printable` in the YAML specification, section 5.1. It takes 7 ms to compile."""


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


class Refused(Exception):  # noqa: N818 - a verdict on the text, not a failure of ours
    """A text that is not the YAML we take; becomes a `Diagnostic` in `parse`."""

    def __init__(self, code: Code, location: Location | None, **params: str) -> None:
        """Keep what a diagnostic needs."""
        super().__init__(code)
        self.code, self.location, self.params = code, location, params


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
        if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused(Code.BINARY, None) from error
        guess = _guess(content)
        place = None if guess else _first_wrong(content, error.start)
        raise Refused(Code.ENCODING, place, guess=guess) from error
    if "\0" in text:
        raise Refused(Code.BINARY, None)
    return text


def _first_wrong(content: bytes, start: int) -> Location:
    before = content[:start].decode("utf-8-sig")
    return _end_of(before)


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them; Python's `splitlines` knows more ends of line."""
    return _BREAK.split(text)


def _end_of(text: str) -> Location:
    """The place right behind a text."""
    lines = lines_of(text)
    return Location(len(lines), len(lines[-1]) + 1)


def _guess(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


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
        raise Refused(Code.SYNTAX, _culprit(error, text), problem=_problem(error, text)) from error
    except yaml.reader.ReaderError as error:
        raise _invisible(text) from error
    if node is None:
        raise Refused(Code.EMPTY_FILE, None)
    return node


def _may_have_marks(text: str) -> bool:
    """Whether the text could hold what nodes no longer show. Most files are done after `in`."""
    return any(mark in text for mark in _MARKS) and _SUSPECT.search(text) is not None


def _may_be_deep(text: str) -> bool:
    """Whether nesting could be deeper than a recursive composer survives; most files cannot."""
    return len(text) > MOST_UNSEEN or sum(map(text.count, "[{-?")) > MOST_OPENERS


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
    return _at(mark)


def _invisible(text: str) -> Refused:
    """The first character that YAML does not allow; the C parser only counts its bytes."""
    found = re.search(_NO_YAML, text)
    before, char = (text[: found.start()], found[0]) if found else ("", " ")
    place = _end_of(before)
    return Refused(Code.SYNTAX, place, problem="invisible character", char=f"U+{ord(char):04X}")


def _at(mark: Any) -> Location | None:
    return Location(mark.line + 1, mark.column + 1) if mark else None


def _refuse_events(text: str) -> None:
    """Look for what nodes no longer show; only run when the text has a character that could."""
    documents = depth = 0
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        place = _at(event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise Refused(Code.SYNTAX, place, problem="nested too deeply")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Refused(Code.MANY_DOCUMENTS, place)
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
            raise Refused(Code.COMPLEX_KEY, _at(key_node.start_mark))
        if key in found:
            raise Refused(Code.DUPLICATE_KEY, span(key_node), key=key)
        found[key] = to_strings(value_node)
    return found


def span(node: yaml.Node) -> Location:
    """Where a node stands; the length ends with its first line."""
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Location(start.line + 1, start.column + 1, max(length, 1))


def locate(node: yaml.Node, path: DocumentPath, *, at_key: bool) -> Location:
    """Where `path` leads inside `node`; the nearest parent when it leads nowhere.

    A finding about a key (`at_key`) points at the key of the last step instead of its value.
    """
    key_node: yaml.Node | None = None
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        key_node, node = below
    if at_key and key_node is not None:
        return span(key_node)
    return (
        span(node) if not isinstance(node, yaml.MappingNode) or not path else _head(key_node, node)
    )


def _head(key_node: yaml.Node | None, node: yaml.Node) -> Location:
    """A mapping is pointed at by its key where it has one: that is what one looks for."""
    return span(key_node) if key_node is not None else span(node)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
