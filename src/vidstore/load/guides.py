"""Hand-written pages: what they link to in the catalog."""

from collections.abc import Iterator
from pathlib import Path

from vidstore.config import Project
from vidstore.diagnostics import Location
from vidstore.model.guide import LINK, GuideLink, prose


def guide_names(project: Project) -> set[str]:
    """The names of the guides that have a page in some language."""
    return {path.stem for path in project.docs.glob("*/guides/*.md")}


def guide_links(project: Project) -> Iterator[GuideLink]:
    """Every link from `docs/` into `catalog/`. A page that is no UTF-8 is the engine's to refuse."""
    for path in sorted(project.docs.glob("*/**/*.md")):
        yield from _links(project.relative(path), _text(path))


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
