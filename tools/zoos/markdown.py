"""Tables of Markdown pages: rows with their headings, headers, links and lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_LINK = re.compile(r"\[(?P<text>(?:\\.|[^\]])*)\]\((?P<target>(?:\\.|[^)\s])*)[^)]*\)")
_MARKUP = re.compile(r"<br\s*/?>|\*\*|`|\\(?=[\W_])")
_SPLIT = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Cell:
    """The plain text of a cell, and where its links lead."""

    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: cells by header (the first, if a header stands twice), below which headings."""

    line: int
    headings: tuple[str, ...]
    before: str
    header: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, *headers: str) -> Cell:
        """The cell below one of these headers, whatever their case; an empty one if none is there."""
        wanted = {header.casefold() for header in headers}
        found = (cell for name, cell in self.items() if name.casefold() in wanted)
        return next(found, Cell(""))

    def text(self, *headers: str) -> str:
        """The text of a cell; a lone hyphen says nothing."""
        said = self.cell(*headers).text
        return "" if said in {"-", "\\-", "—", "xx"} else said

    def items(self) -> Iterator[tuple[str, Cell]]:
        """Headers with their cells."""
        return zip(self.header, self.cells, strict=False)


def plain(text: str) -> str:
    """Text without links, emphasis and escapes."""
    linked = _LINK.sub(lambda found: found["text"], text)
    return " ".join(_MARKUP.sub(" " if "<br" in text else "", linked).replace(" ", " ").split())


def cell(text: str) -> Cell:
    """A cell, its links kept apart."""
    targets = (found["target"].replace("\\", "") for found in _LINK.finditer(text))
    return Cell(plain(text), tuple(targets))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _SPLIT.split(line.strip().removeprefix("|").rstrip("|")))


def rows(text: str) -> Iterator[TableRow]:
    """All rows of all tables of a page."""
    headings: dict[int, str] = {}
    header: tuple[str, ...] = ()
    before, above = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _HEADING.match(line):
            level = len(found[1])
            headings = {k: v for k, v in headings.items() if k < level} | {level: plain(found[2])}
            header, before = (), ""
        elif "|" in line and _RULE.match(line):
            header = tuple(plain(part) for part in _cells(above))
        elif "|" in line and header:
            said = tuple(headings[level] for level in sorted(headings))
            yield TableRow(number, said, before, header, tuple(cell(p) for p in _cells(line)))
        elif "|" not in line:
            header = ()
            before = plain(line) or before
        above = line
