"""What `vidstore stats` prints."""

from collections.abc import Iterable, Iterator, Mapping

from vidstore.cli.columns import pairs
from vidstore.derive.coverage import Coverage, Tally
from vidstore.locale import Locale
from vidstore.model.catalog import Taxonomy


def coverage_tables(found: Coverage, taxonomy: Taxonomy, say: Locale) -> Iterator[str]:
    """Everything that `vidstore stats` prints."""
    yield say("stats.total", total=found.total)
    names = {kind: say(f"kinds.{kind}") for kind in found.kinds}
    yield from _block(say("stats.kinds"), _named(found.kinds, names))
    for vocabulary, tally in (("tasks", found.tasks), ("families", found.families)):
        words = taxonomy.vocabulary(vocabulary)
        labels = {
            word: words[word].name.zh if say.lang == "zh" else words[word].name.en
            for word in tally
        }
        yield from _block(say(f"ui.{vocabulary}"), _named(tally, labels))
    yield from _block(say("ui.years"), _named(found.years, {}))
    for kind, filled in found.fields.items():
        heading = say("stats.fields", kind=say(f"kinds.{kind}"), number=found.kinds[kind])
        yield from _block(heading, _shares(filled, found.kinds[kind]))
    for key, tally in (("results", found.results), ("runs", found.runs)):
        rows = [(say("stats.all"), str(sum(tally.values()))), *_named(tally, {})]
        yield from _block(say(f"stats.{key}"), rows)
    yield ""
    complete = found.total - found.one_language
    yield say("stats.languages", complete=complete, total=found.total)


def _block(heading: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield heading
    yield from pairs(rows)


def _named(tally: Tally, names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(names.get(word, word), str(number)) for word, number in tally.items()]


def _shares(filled: Tally, total: int) -> list[tuple[str, str]]:
    ordered = sorted(filled.items(), key=lambda item: (-item[1], item[0]))
    return [(name, f"{number}  {number / total:>4.0%}") for name, number in ordered]
