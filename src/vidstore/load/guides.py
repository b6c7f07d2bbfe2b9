"""Hand-written pages: what they link to in the catalog."""

import re
from collections.abc import Iterator
from pathlib import Path

from vidstore.config import Project
from vidstore.diagnostics import Location
from vidstore.model.guide import LINK, GuideLink, prose
from vidstore.model.text import Lang

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_NO_PARAGRAPH = ("#", "|", "```", "<", "!", "-", "*", "1.")
"""How headings, tables, code, figures and lists begin."""


def guide_names(project: Project) -> set[str]:
    """The names of the guides that have a page in some language."""
    return {path.stem for path in project.docs.glob("*/guides/*.md")}


def guide_titles(project: Project, lang: Lang) -> dict[str, str]:
    """The title of each guide in a language, its first-level heading, by name."""
    paths = sorted((project.docs / lang.value / "guides").glob("*.md"))
    return {path.stem: _title(_text(path)) or path.stem for path in paths}


def _title(text: str) -> str:
    heading = next((line for line in text.splitlines() if line.startswith("# ")), "")
    return heading.removeprefix("# ").strip()


def guide_links(project: Project) -> Iterator[GuideLink]:
    """Every link from `docs/` into `catalog/`. A page that is no UTF-8 is the engine's to refuse."""
    for path in sorted(project.docs.glob("*/**/*.md")):
        yield from _links(project.relative(path), _text(path))


def opening(path: Path) -> tuple[str, str]:
    """The heading and the first paragraph of a guide, as far as it has them."""
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", _text(path)))
    heading = paragraph = ""
    for block in blocks:
        if block.startswith("# "):
            heading = block[2:]
        elif heading and not block.startswith(_NO_PARAGRAPH):
            paragraph = _LINK.sub(r"\1", block)
            break
    return heading or path.stem, paragraph


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _links(guide: str, text: str) -> Iterator[GuideLink]:
    for number, (line, is_prose) in enumerate(prose(text), 1):
        for found in LINK.finditer(line) if is_prose else ():
            start = found.start() + len(found["before"])
            place = Location(number, start + 1, found.end() - start)
            yield GuideLink(guide, found["file"], found["word"] or "", place)
