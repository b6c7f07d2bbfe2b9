"""Where a method runs, what was measured, and where facts were read, for the page of an entry."""

from collections.abc import Mapping

import msgspec

from vidstore.model.card import Card
from vidstore.model.entry import Entry
from vidstore.model.evidence import Implementation, Result, ResultSource
from vidstore.model.paper import Paper
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.places import place_url, repo_file_url


class RunView(msgspec.Struct, frozen=True, gc=False):
    """Where a method can be run."""

    repo: Chip
    what: str
    url: str
    framework: str
    weights: str
    official: bool


class ResultView(msgspec.Struct, frozen=True, gc=False):
    """One published figure."""

    dataset: Chip
    metric: str
    value: str
    setting: str
    cost: str
    source: Chip


def runs_of(entry: Entry, cards: Mapping[str, Card], lexicon: Lexicon) -> tuple[RunView, ...]:
    """The implementations of a paper."""
    runs = entry.implementations if isinstance(entry, Paper) else ()
    return tuple(_run(run, cards, lexicon) for run in runs)


def _run(run: Implementation, cards: Mapping[str, Card], lexicon: Lexicon) -> RunView:
    repo = cards[f"repos/{run.repo}"]
    return RunView(
        repo=lexicon.entry(repo),
        what=run.path or run.model or "",
        url=repo_file_url(repo, run.path) if run.path else "",
        framework=lexicon.name("frameworks", run.framework or ""),
        weights=run.weights or "",
        official=run.official,
    )


def results_of(
    entry: Entry, cards: Mapping[str, Card], lexicon: Lexicon
) -> tuple[ResultView, ...]:
    """The published figures of a paper."""
    results: tuple[Result, ...] = entry.results if isinstance(entry, Paper) else ()
    return tuple(
        ResultView(
            dataset=lexicon.entry(cards[f"datasets/{result.dataset}"]),
            metric=lexicon.name("metrics", result.metric),
            value=str(result.value),
            setting=_setting(result, lexicon),
            cost=_cost(result, lexicon),
            source=_result_source(result.source, cards, lexicon),
        )
        for result in results
    )


def _setting(result: Result, lexicon: Lexicon) -> str:
    parts = (result.backbone, result.pretrain, result.frames, result.resolution, result.setting)
    return lexicon.say("punctuation.comma").join(part for part in parts if part)


def _cost(result: Result, lexicon: Lexicon) -> str:
    parts = []
    if result.params_m:
        parts.append(f"{result.params_m} M")
    if result.gflops:
        parts.append(f"{result.gflops} GFLOPs")
    return lexicon.say("punctuation.comma").join(parts)


def _result_source(source: ResultSource, cards: Mapping[str, Card], lexicon: Lexicon) -> Chip:
    if source.repo and source.path:
        repo = cards[f"repos/{source.repo}"]
        label = f"{repo.label(lexicon.lang)}: {source.path}"
        return Chip(label, url=repo_file_url(repo, source.path, source.commit))
    if source.paper:
        return lexicon.entry(cards[f"papers/{source.paper}"])
    return Chip(source.url or "", url=source.url or "")


def sources_of(entry: Entry, lexicon: Lexicon) -> tuple[tuple[str, Chip], ...]:
    """Names of fields with the place where they were read; a place is named once."""
    fields: dict[str, list[str]] = {}
    for name, place in entry.sources.items():
        fields.setdefault(place, []).append(_field(name, lexicon))
    between = lexicon.say("punctuation.list")
    return tuple(
        (between.join(names), Chip(place, url=place_url(place))) for place, names in fields.items()
    )


def _field(name: str, lexicon: Lexicon) -> str:
    """A field in words: `implementations.mmaction2` is «Run it mmaction2»."""
    first, _, rest = name.partition(".")
    word = lexicon.say.find(f"facts.{first}") or lexicon.say.find(f"ui.field_{first}") or first
    return f"{word} {rest}" if rest else word
