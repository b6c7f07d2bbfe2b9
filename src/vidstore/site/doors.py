"""Pages other than entries that search leads to: guides, tasks, families, tags, sections."""

from collections.abc import Iterable, Iterator

from vidstore.config import Project
from vidstore.load.guides import opening
from vidstore.model.catalog import Catalog
from vidstore.model.sections import Section
from vidstore.model.text import Lang, Localized
from vidstore.render.inline import plain
from vidstore.search.records import Record

FOLDERS = ("guides", "tasks", "families", "tags", "sections")
_WORDS = ("tasks", "families", "tags")

Both = tuple[str, str]


def doors(project: Project, catalog: Catalog) -> Iterator[Record]:
    """The records of those pages; their numbers are not known yet."""
    yield from _guides(project)
    for name in _WORDS:
        for word, term in catalog.charter.taxonomy.vocabulary(name).items():
            yield _record(f"{name}/{word}", _both(term.name), _both(term.summary))
    for section in _sections(catalog.charter.sections):
        yield _record(f"sections/{section.id}", _both(section.title), _both(section.intro))


def _guides(project: Project) -> Iterator[Record]:
    """Guides in both languages: search leads from either site to the page in its language."""
    for path in sorted((project.docs / Lang.ZH / "guides").glob("*.md")):
        other = project.docs / Lang.EN / "guides" / path.name
        if path.stem != "index" and other.is_file():
            zh, en = opening(path), opening(other)
            yield _record(f"guides/{path.stem}", (zh[0], en[0]), (zh[1], en[1]))


def _record(key: str, title: Both, summary: Both) -> Record:
    zh, en = map(plain, title)
    return Record(0, key, "", zh, en if en != zh else "", plain(summary[0]), plain(summary[1]))


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.children)


def _both(text: Localized | None) -> Both:
    return (text.zh, text.en) if text else ("", "")
