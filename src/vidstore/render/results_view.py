"""The table of a board, in one language, and what it can be filtered by."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from vidstore.derive.boards import Board, Trial
from vidstore.model.card import Card
from vidstore.model.records import ResultRecord
from vidstore.render.filters import FilterView, choices, worth_showing
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.places import repo_file_url


class TrialView(msgspec.Struct, frozen=True, gc=False):
    """A row of the table."""

    paper: Chip
    year: str
    values: tuple[str, ...]
    metrics: str
    backbone: str
    pretrain: str
    frames: str
    resolution: str
    setting: str
    params: str
    gflops: str
    source: Chip


class ColumnView(msgspec.Struct, frozen=True, gc=False):
    """A metric as a column: `first` is the end at which sorting begins."""

    id: str
    label: str
    first: str


def trial_views(
    board: Board, trials: Iterable[Trial], cards: Mapping[str, Card], lexicon: Lexicon
) -> tuple[TrialView, ...]:
    """Rows for trials of a board."""
    return tuple(_row(board, trial, cards, lexicon) for trial in trials)


def _row(board: Board, trial: Trial, cards: Mapping[str, Card], lexicon: Lexicon) -> TrialView:
    record = trial.record
    return TrialView(
        paper=lexicon.entry(trial.paper),
        year=trial.paper.year,
        values=tuple(trial.values.get(metric, "") for metric in board.metrics),
        metrics=" ".join(metric for metric in board.metrics if metric in trial.values),
        backbone=record.backbone,
        pretrain=record.pretrain,
        frames=record.frames,
        resolution=record.resolution,
        setting=record.setting,
        params=record.params_m,
        gflops=record.gflops,
        source=source_of(record, cards, lexicon),
    )


def source_of(record: ResultRecord, cards: Mapping[str, Card], lexicon: Lexicon) -> Chip:
    """Where a figure is published: the name of a library, a paper or a host, with the place."""
    if record.repo and record.path:
        repo = cards[f"repos/{record.repo}"]
        url = repo_file_url(repo, record.path, record.commit or None)
        return Chip(repo.label(lexicon.lang), "" if url else f"{repo.key}/", url)
    if record.paper:
        return lexicon.entry(cards[f"papers/{record.paper}"])
    return Chip(urlsplit(record.url).hostname or record.url, url=record.url)


def columns_of(board: Board, lexicon: Lexicon) -> tuple[ColumnView, ...]:
    """The metrics of a board as columns, the main one first."""
    taxonomy = lexicon.charter.taxonomy.metrics
    return tuple(
        ColumnView(name, lexicon.name("metrics", name), first_end(taxonomy[name].better))
        for name in board.metrics
    )


def first_end(better: str) -> str:
    """Which way a column is sorted first, so that the good end is on top."""
    return "ascending" if better == "lower" else "descending"


def filters_of(
    board: Board, rows: Sequence[TrialView], lexicon: Lexicon
) -> tuple[FilterView, ...]:
    """Choices for the rows of a page.

    Settings are not among them: nearly every row has its own, so they are searched.
    """
    say = lexicon.say
    metrics = tuple((name, lexicon.name("metrics", name)) for name in board.metrics)
    found = (
        FilterView("metric", say("ui.metric"), metrics),
        FilterView("library", say("ui.source"), choices(row.source.label for row in rows)),
        FilterView("backbone", say("ui.backbone"), choices(row.backbone for row in rows)),
        FilterView("pretrain", say("ui.pretrain"), choices(row.pretrain for row in rows)),
    )
    return worth_showing(found)
