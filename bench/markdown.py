"""A page's HTML turned back into the Markdown that somebody would have written for it."""

import posixpath
import re
from html import escape
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "section", "article", "header", "figure", "nav", "aside", "details", "dl"}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = {"b": "**", "strong": "**", "em": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\*_`\[\]<>])")
_BREAKS = re.compile(r"\n{3,}")
_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r"(?<=\S) {2,}")


def markdown_of(html: str, address: str, *, to_files: bool = True) -> str:
    """Markdown for the content of the page at `address`; links lead to Markdown files, or pages."""
    writer = _Writer(address, to_files=to_files)
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    """Writes while it reads. Within an item or a cell, blocks become a line; drawings stay."""

    def __init__(self, address: str, *, to_files: bool) -> None:
        super().__init__()
        self._address = address
        self._to_files = to_files
        self._parts: list[str] = []
        self._links: list[str] = []
        self._items = self._cells = self._columns = 0
        self._verbatim = self._skipped = self._drawing = False

    def text(self) -> str:
        """What has been written."""
        lines = "".join(self._parts).split("\n")
        verbatim, found = False, []
        for line in lines:
            verbatim ^= line == "```"
            found.append(line if verbatim else _SPACES.sub(" ", line.strip()))
        return _BREAKS.sub("\n\n", "\n".join(found)).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        if tag == "svg" or self._drawing:
            self._drawing = True
            self._parts += ["\n\n<div>" if tag == "svg" else "", self.get_starttag_text() or ""]
        else:
            self._open(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without an end; only drawings have some."""
        if self._drawing:
            self._parts.append(self.get_starttag_text() or "")
        else:
            super().handle_startendtag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        if self._drawing:
            self._drawing = tag != "svg"
            self._parts.append(f"</{tag}>" if self._drawing else "</svg></div>\n\n")
        else:
            self._close(tag)

    def _open(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._parts.append("[")
        elif tag == "pre":
            self._verbatim = True
            self._parts.append("\n\n```\n")
        elif tag in _MARKS:
            self._mark(tag)
        elif tag in {"li", "dt"}:
            self._items += 1
            self._parts.append("\n- " if tag == "li" else "\n- **")
        elif tag in {"td", "th", "tr"}:
            self._cells += tag != "tr"
            self._columns += tag == "th"
            self._parts.append("\n|" if tag == "tr" else " ")
        elif tag in _HEADINGS:
            self._parts.append(" " if self._items else f"\n\n{_HEADINGS[tag]} ")
        else:
            self._skipped = self._skipped or tag == "button"
            self._break(tag)

    def _close(self, tag: str) -> None:
        if tag == "a":
            self._parts.append(f"]({self._target(self._links.pop())}) ")
        elif tag == "pre":
            self._verbatim = False
            self._parts.append("\n```\n\n")
        elif tag in _MARKS:
            self._mark(tag)
        elif tag in {"li", "dt"}:
            self._items -= 1
            self._parts.append("\n" if tag == "li" else ":** ")
        elif tag in {"td", "th"}:
            self._cells -= 1
            self._parts.append(" |")
        elif tag == "thead":
            self._parts.append(f"\n|{'---|' * self._columns}")
            self._columns = 0
        elif tag in _HEADINGS:
            self._parts.append(" " if self._items else "\n\n")
        else:
            self._skipped = self._skipped and tag != "button"
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._verbatim:
            self._parts.append(data)
        elif self._drawing:
            self._parts.append(escape(data))
        elif not self._skipped:
            self._parts.append(_SPECIAL.sub(r"\\\1", _SPACE.sub(" ", data)))

    def _mark(self, tag: str) -> None:
        if not self._verbatim:
            self._parts.append(_MARKS[tag])

    def _break(self, tag: str) -> None:
        inside = self._items or self._cells
        self._parts.append(" " if inside else "\n\n" if tag in _BLOCKS else " ")

    def _target(self, href: str) -> str:
        """The Markdown file of a page of the same language; other addresses as they are."""
        if not self._to_files or href.startswith(("http", "#")) or not href.endswith("/"):
            return href
        where = posixpath.normpath(posixpath.join(self._address, href))
        return posixpath.relpath(posixpath.join(where, "index.md"), self._address or ".")
