"""How much of a field a catalog covers, and how completely its entries are filled in."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from vidstore.derive.shelves import Library, Shelves
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.paper import Paper
from vidstore.model.text import Localized

_ALWAYS = {"id", "added", "status"}
"""Fields that say nothing about how well an entry is filled in."""

Tally = Mapping[str, int]


class Coverage(msgspec.Struct, frozen=True):
    """Counts over a catalog.

    `fields` has for each kind how many of its entries have a value in a field; `results` and
    `runs` count by where they come from; `one_language` counts entries of which some text stands
    in one wording for both languages, titles aside.
    """

    total: int
    kinds: Tally
    tasks: Tally
    families: Tally
    years: Tally
    fields: Mapping[str, Tally]
    results: Tally
    runs: Tally
    one_language: int


def coverage(catalog: Catalog, library: Library, entries: Iterable[Entry]) -> Coverage:
    """Count everything in one pass over the entries."""
    fields = {kind.value: Counter[str]() for kind in Kind}
    results, runs = Counter[str](), Counter[str]()
    same = 0
    for entry in entries:
        fields[entry.kind.value].update(_filled(entry))
        same += _says_the_same(entry)
        if isinstance(entry, Paper):
            results.update(_source(item.source.model_dump()) for item in entry.results)
            runs.update(item.repo for item in entry.implementations)
    return Coverage(
        total=len(catalog.cards),
        kinds=_sizes(library.kinds),
        tasks=_sizes(library.tasks),
        families=_sizes(library.families),
        years=_sizes(library.years),
        fields={kind: dict(sorted(filled.items())) for kind, filled in fields.items() if filled},
        results=_ranked(results),
        runs=_ranked(runs),
        one_language=same,
    )


def _sizes(shelves: Shelves) -> Tally:
    return {word: len(shelf) for word, shelf in shelves.items()}


def _ranked(counter: Counter[str]) -> Tally:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _filled(entry: Entry) -> list[str]:
    return [name for name, value in entry if value and name not in _ALWAYS]


def _source(source: Mapping[str, str | None]) -> str:
    """Where a figure was read, without the file: the repository, the paper or the site."""
    if source["repo"]:
        return f"repos/{source['repo']}"
    if source["paper"]:
        return f"papers/{source['paper']}"
    return str(source["url"]).partition("://")[2].partition("/")[0]


def _says_the_same(entry: Entry) -> bool:
    texts = (value for name, value in entry if isinstance(value, Localized) and name != "title")
    return any(text.zh == text.en for text in texts)
