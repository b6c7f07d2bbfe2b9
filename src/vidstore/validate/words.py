"""Rules about one entry: its words are words of the taxonomy, and it says nothing twice."""

from collections.abc import Iterable, Iterator

from vidstore.diagnostics import Code, Diagnostic
from vidstore.model.catalog import Charter, Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.references import Mark, Path, Word, marked
from vidstore.model.sections import Section
from vidstore.suggest import nearest

_LISTS = ("tasks", "tags", "aliases", "authors", "builds_on", "related", "works", "frameworks")


def entry_findings(
    entry: Entry, marks: Iterable[Mark], taxonomy: Taxonomy, file: str
) -> Iterator[Diagnostic]:
    """What is wrong with an entry that can be seen without looking at any other."""
    yield from unknown_words(marks, taxonomy, file)
    yield from _repeated(entry, file)
    yield from _replaced_by_itself(entry, file)
    yield from _sources_of_nothing(entry, file)


def unknown_words(
    marks: Iterable[Mark], taxonomy: Taxonomy, file: str, at: Path = ()
) -> Iterator[Diagnostic]:
    """Words that their vocabulary does not have."""
    for marker, word, path in marks:
        if isinstance(marker, Word) and word not in taxonomy.vocabulary(marker.vocabulary):
            yield _no_such_word(marker.vocabulary, word, taxonomy, file, (*at, *path))


def _no_such_word(
    vocabulary: str, word: str, taxonomy: Taxonomy, file: str, path: Path
) -> Diagnostic:
    known = taxonomy.vocabulary(vocabulary)
    suggestion = nearest(word, known) or _by_name(word, taxonomy, vocabulary)
    params = {"word": word, "vocabulary": vocabulary, "suggestion": suggestion}
    return Diagnostic(Code.NO_SUCH_WORD, file, path, params=params)


def _by_name(word: str, taxonomy: Taxonomy, vocabulary: str) -> str:
    """Somebody may have written the word's name (行为识别) instead of its id."""
    for term in taxonomy.vocabulary(vocabulary).values():
        if word.casefold() in {term.name.zh.casefold(), term.name.en.casefold()}:
            return term.id
    return ""


def _repeated(entry: Entry, file: str) -> Iterator[Diagnostic]:
    for field in _LISTS:
        items: tuple[str, ...] = entry.__dict__.get(field, ())
        if len(items) < 2 or len(set(items)) == len(items):  # noqa: PLR2004 - one cannot repeat
            continue
        for index, item in enumerate(items):
            if item in items[:index]:
                yield Diagnostic(
                    Code.REPEATED_ITEM,
                    file,
                    (field, index),
                    params={"field": field, "value": item},
                )


def _replaced_by_itself(entry: Entry, file: str) -> Iterator[Diagnostic]:
    if entry.replaced_by == entry.key:
        yield Diagnostic(Code.REPLACED_BY_ITSELF, file, ("replaced_by",))


def _sources_of_nothing(entry: Entry, file: str) -> Iterator[Diagnostic]:
    """`sources` speaks of fields and links that are there: `venue`, `implementations.mmaction2`."""
    if not entry.sources:
        return
    fields = [name for name in type(entry).model_fields if name not in {"id", "sources"}]
    known = {name for name in fields if getattr(entry, name)} | {str(role) for role in entry.links}
    for name in entry.sources:
        if name.partition(".")[0] not in known:
            params = {"field": name, "suggestion": nearest(name, known)}
            path: Path = ("sources", name)
            yield Diagnostic(Code.SOURCE_OF_NOTHING, file, path, at_key=True, params=params)


def charter_findings(charter: Charter) -> Iterator[Diagnostic]:
    """Words and figures that taxonomy and sections name and that are not there."""
    taxonomy = charter.taxonomy
    for family in taxonomy.families.values():
        yield from unknown_words(
            marked(family), taxonomy, "catalog/taxonomy/families.yml", (family.id,)
        )
    for task in taxonomy.tasks.values():
        if task.figure:
            file = "catalog/taxonomy/tasks.yml"
            yield from _missing_figure(charter, task.figure, file, (task.id, "figure"))
    if charter.site.figure:
        yield from _missing_figure(charter, charter.site.figure, "catalog/site.yml", ("figure",))
    yield from _repeated_sections(charter.sections)
    for index, section in enumerate(charter.sections):
        yield from unknown_words(marked(section), taxonomy, "catalog/sections.yml", (index,))
        if section.figure:
            path: Path = (index, "figure")
            yield from _missing_figure(charter, section.figure, "catalog/sections.yml", path)


def _repeated_sections(sections: Iterable[Section]) -> Iterator[Diagnostic]:
    """A section's id is the address of its page."""
    seen: set[str] = set()
    for path, section in _with_paths(sections, ()):
        if section.id in seen:
            params = {"field": "id", "value": section.id}
            at = (*path, "id")
            yield Diagnostic(Code.REPEATED_ITEM, "catalog/sections.yml", at, params=params)
        seen.add(section.id)


def _with_paths(sections: Iterable[Section], at: Path) -> Iterator[tuple[Path, Section]]:
    for index, section in enumerate(sections):
        path = (*at, index)
        yield path, section
        yield from _with_paths(section.children, (*path, "children"))


def _missing_figure(charter: Charter, figure: str, file: str, path: Path) -> Iterator[Diagnostic]:
    for lang in ("zh", "en"):
        if f"{figure}.{lang}.svg" not in charter.figures:
            names = {name.rsplit(".", 2)[0] for name in charter.figures} - {figure}
            params = {"figure": figure, "lang": lang, "suggestion": nearest(figure, names)}
            yield Diagnostic(Code.NO_SUCH_FIGURE, file, path, params=params)
