"""Rules about reading paths: every step leads to something that is there, and to nothing twice."""

from collections.abc import Collection, Iterator

from vidstore.diagnostics import Code, Diagnostic
from vidstore.model.catalog import Taxonomy
from vidstore.model.path import ReadingPath, Step
from vidstore.model.references import Path, Points, marked
from vidstore.model.site import SiteInfo
from vidstore.suggest import nearest
from vidstore.validate.crossref import no_such_entry
from vidstore.validate.words import unknown_words


def listed_paths(site: SiteInfo, names: Collection[str]) -> Iterator[Diagnostic]:
    """Paths that `site.yml` puts in order and nobody has written."""
    known = [f"paths/{name}" for name in names]
    for index, name in enumerate(site.paths):
        if name not in names:
            yield no_such_entry(known, f"paths/{name}", "catalog/site.yml", ("paths", index))


def path_findings(
    path: ReadingPath,
    file: str,
    taxonomy: Taxonomy,
    entries: Collection[str],
    guides: Collection[str],
) -> Iterator[Diagnostic]:
    """What is wrong with a path; `entries` are the keys of all entries, `guides` names."""
    marks = tuple(marked(path))
    yield from unknown_words(marks, taxonomy, file)
    for marker, value, at in marks:
        if isinstance(marker, Points) and value not in entries:
            yield no_such_entry(entries, value, file, at)
    seen: set[str] = set()
    for at, step in _steps(path):
        what = step.entry or step.guide or ""
        field = "entry" if step.entry else "guide"
        if step.guide and step.guide not in guides:
            params = {"name": step.guide, "suggestion": nearest(step.guide, guides)}
            yield Diagnostic(Code.NO_SUCH_GUIDE, file, (*at, field), params=params)
        if what in seen:
            params = {"field": field, "value": what}
            yield Diagnostic(Code.REPEATED_ITEM, file, (*at, field), params=params)
        seen.add(what)


def _steps(path: ReadingPath) -> Iterator[tuple[Path, Step]]:
    for number, stage in enumerate(path.stages):
        for index, step in enumerate(stage.steps):
            yield ("stages", number, "steps", index), step
