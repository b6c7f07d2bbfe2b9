import pytest
import yaml

from vidstore.diagnostics import Code, Location
from vidstore.load.yaml import DEEPEST, MOST_OPENERS, compose, parse, span


def _refused(content: bytes) -> tuple[Code, Location | None]:
    parsed = parse(content, "a.yml")
    assert parsed.raw is None
    (found,) = parsed.diagnostics
    return found.code, found.location


@pytest.mark.parametrize(
    "text",
    ["2104.13730", "0704.0001", "no", "on", "12:30", "1e3", "0x1f", "null", "~", "2022-06-12"],
)
def test_every_scalar_is_the_text_that_was_written(text: str) -> None:
    assert parse(f"a: {text}\n".encode(), "a.yml").raw == {"a": text}


def test_lists_and_mappings_keep_their_order() -> None:
    assert parse(b"b: [2, 1]\na:\n  - {d: 1, c: 2}\n", "a.yml").raw == {
        "b": ["2", "1"],
        "a": [{"d": "1", "c": "2"}],
    }
    assert list(parse(b"b: 1\na: 2\n", "a.yml").raw or ()) == ["b", "a"]


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffa: é\n".encode(),
        "a: é\r\n".encode(),
        "---\na: é\n".encode(),
        "a: é\n...\n".encode(),
        "# *&!%\na: 'é'  # &x\n".encode(),
        b'a: "\\u00e9"',
    ],
    ids=["bom", "crlf", "start", "end", "comment", "escape"],
)
def test_takes_what_editors_write(content: bytes) -> None:
    assert parse(content, "a.yml").raw == {"a": "é"}


@pytest.mark.parametrize(
    "text", ["a&b", "a*b", "50%", "wow!", "'&a'", '"*a"', "https://a.org/?b=1&c=2"]
)
def test_marks_inside_a_text_are_text(text: str) -> None:
    assert parse(f"a: {text}\n".encode(), "a.yml").raw == {"a": text.strip("\"'")}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b: c", Code.SYNTAX, 1, 5),
        ("\ufeffa: b: c", Code.SYNTAX, 1, 5),
        ("\ufeffa: \x01", Code.SYNTAX, 1, 4),
        ('x: 1\n名: "开\nb: 1\n', Code.SYNTAX, 2, 4),
        ("x: 1\na: [b\n", Code.SYNTAX, 2, 4),
        ("x: 1\na: {b\n", Code.SYNTAX, 2, 4),
        ("x: 1\nno colon\ny: 2\n", Code.SYNTAX, 2, 1),
        ("x: 1\n\ty: 2\n", Code.SYNTAX, 2, 1),
        ("名: 值\n名字: a\x01\n", Code.SYNTAX, 2, 6),
        ("x: 1\nx: 2\n", Code.DUPLICATE_KEY, 2, 1),
        ("x: 1\ny:\n  - {a: 1, b: 2, a: 3}\n", Code.DUPLICATE_KEY, 3, 18),
        ("x: &a 1\n", Code.ANCHOR, 1, 4),
        ("x: 1\ny: *a\n", Code.ANCHOR, 2, 4),
        ('{"a":&x 1}', Code.ANCHOR, 1, 6),
        ('{"b":*x}', Code.ANCHOR, 1, 6),
        ("x: !!int 1\n", Code.TAG, 1, 4),
        ("x: ! 1\n", Code.TAG, 1, 4),
        ('{"a":!!int 1}', Code.TAG, 1, 6),
        ("x: 1\n---\ny: 2\n", Code.MANY_DOCUMENTS, 2, 1),
        ("x: 1\n...\n---\ny: 2\n", Code.MANY_DOCUMENTS, 3, 1),
        ("x: 1\n[a, b]: 2\n", Code.COMPLEX_KEY, 2, 1),
    ],
)
def test_refuses_with_its_place(text: str, code: Code, line: int, column: int) -> None:
    found, place = _refused(text.encode())
    assert place is not None
    assert (found, place.line, place.column) == (code, line, column)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff"])
def test_a_file_without_content_is_empty(text: str) -> None:
    code = Code.EMPTY_FILE
    parsed = parse(text.encode(), "a.yml")
    assert [item.code for item in parsed.diagnostics] == [code] or parsed.raw == ""


@pytest.mark.parametrize(
    ("content", "code", "guess"),
    [
        ("标题: 风筝\n".encode("gbk"), Code.ENCODING, "GBK"),
        ("标题: 风筝\n".encode("utf-16"), Code.ENCODING, "UTF-16"),
        ("title: été\n".encode("latin-1"), Code.ENCODING, ""),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Code.BINARY, None),
        (b"title: a\0b\n", Code.BINARY, None),
    ],
    ids=["gbk", "utf-16", "latin-1", "png", "nul"],
)
def test_says_what_else_a_file_may_be(content: bytes, code: Code, guess: str | None) -> None:
    (found,) = parse(content, "a.yml").diagnostics
    assert (found.code, found.params.get("guess")) == (code, guess)


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("depth", [MOST_OPENERS + 1, 100_000])
def test_depth_cannot_end_the_process(opener: str, depth: int) -> None:
    assert _refused(b"a: 1\nb: " * (opener in "[{a: ") + opener.encode() * depth)[0] == Code.SYNTAX


def test_nests_as_deeply_as_anybody_needs() -> None:
    depth = DEEPEST - 1
    assert parse(b"a: " + b"[" * depth + b"]" * depth, "a.yml").raw is not None


def test_a_value_of_several_lines_is_marked_at_its_start() -> None:
    node = compose('a: "one\n  two"\n')
    assert isinstance(node, yaml.MappingNode)
    assert span(node.value[0][1]) == Location(1, 4, 1)
