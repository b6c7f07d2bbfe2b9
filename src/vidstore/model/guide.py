"""Links from hand-written pages into the catalog.

A guide links to an entry as one does on GitHub, by the way to its file
(`../../../catalog/papers/tsn.yml`); on the site the same link leads to the entry's page.
"""

import re
from collections.abc import Iterator

import msgspec

from vidstore.diagnostics import Location

LINK = re.compile(
    r"(?P<before>\]\(|(?:href|src)=\")(?:\.\./)+catalog/(?P<file>[^)\s#\"]+)(?:#(?P<word>[\w-]+))?"
)


_FENCE = re.compile(r"\s*(?:```|~~~)")


def prose(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a Markdown text, each with whether it is prose, not inside fenced code."""
    fenced = False
    for line in text.splitlines(keepends=True):
        fence = _FENCE.match(line) is not None
        yield line, not (fenced or fence)
        fenced ^= fence


class GuideLink(msgspec.Struct, frozen=True):
    """A link to a file of the catalog: `file` below `catalog/`, and a word in it, if it names one."""

    guide: str
    file: str
    word: str
    location: Location

    @property
    def address(self) -> str:
        """What the link leads to on the site; empty for a file that has no page."""
        return address_of(self.file, self.word)


def address_of(file: str, word: str) -> str:
    """The address on the site of a file of the catalog, or of a word in a vocabulary."""
    if file.startswith("figures/"):
        return f"assets/{file}"
    stem = file.removesuffix(".yml")
    if stem.startswith("taxonomy/"):
        vocabulary = stem.removeprefix("taxonomy/")
        return f"{vocabulary}/{word}/" if word else f"{vocabulary}/"
    return f"{stem}/" if stem != file and "/" in stem else ""
