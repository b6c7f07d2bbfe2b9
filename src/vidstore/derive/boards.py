"""What was measured on each dataset, by which method under which setting, best first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind
from vidstore.model.records import ResultRecord
from vidstore.model.taxonomy import Better, Metric


class Trial(msgspec.Struct, frozen=True, gc=False):
    """A method under one setting: all figures that differ in nothing but the metric.

    `record` is the first of them and stands for the setting, the cost and the source.
    """

    paper: Card
    record: ResultRecord
    values: Mapping[str, str]

    def number(self, metric: str) -> float | None:
        """The value of a metric as a number."""
        return number_of(self.values.get(metric, ""))


class Board(msgspec.Struct, frozen=True, gc=False):
    """The trials on one dataset, the best first. The main metric is the first of `metrics`.

    `papers` is how many methods were tried.
    """

    dataset: Card
    metrics: tuple[str, ...]
    higher: bool
    trials: tuple[Trial, ...]
    papers: int

    @property
    def metric(self) -> str:
        """What trials are compared by."""
        return self.metrics[0]

    @property
    def best(self) -> Trial:
        """The trial with the best value."""
        return self.trials[0]


Boards = Mapping[str, Board]
"""Boards by the key of their dataset."""


def number_of(text: str) -> float | None:
    """A published figure as a number; None for none."""
    return float(text) if text else None


def rank_of(text: str, *, higher: bool) -> tuple[bool, float]:
    """Sort key of a published figure: the best first, none last."""
    value = number_of(text)
    if value is None:
        return (True, 0.0)
    return (False, -value if higher else value)


def boards_of(catalog: Catalog) -> Boards:
    """The board of every dataset that has results, in the order of keys."""
    trials: defaultdict[str, list[Trial]] = defaultdict(list)
    for card in catalog.cards.values():
        for trial in _trials(card) if card.results else ():
            trials[trial.record.dataset].append(trial)
    taxonomy = catalog.charter.taxonomy.metrics
    datasets = ((name, catalog.cards[f"{Kind.DATASET.folder}/{name}"]) for name in sorted(trials))
    return {card.key: _board(card, trials[name], taxonomy) for name, card in datasets}


def _trials(card: Card) -> Iterator[Trial]:
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for record in card.results:
        key = (record.dataset, *_setting(record))
        values = found.get(key)
        if values is None or record.metric in values:
            # The same figure twice: nothing says which one to drop.
            found[key] = values = {}
            yield Trial(card, record, values)
        values[record.metric] = record.value


def _setting(record: ResultRecord) -> tuple[str, ...]:
    return msgspec.structs.astuple(record)[3:]


def _board(dataset: Card, trials: list[Trial], taxonomy: Mapping[str, Metric]) -> Board:
    metrics = _metrics(dataset, trials, taxonomy)
    higher = taxonomy[metrics[0]].better is Better.HIGHER
    ranked = sorted(trials, key=lambda t: rank_of(t.values.get(metrics[0], ""), higher=higher))
    papers = len({trial.paper.key for trial in trials})
    return Board(dataset, metrics, higher, tuple(ranked), papers)


def _metrics(
    dataset: Card, trials: Iterable[Trial], taxonomy: Mapping[str, Metric]
) -> tuple[str, ...]:
    """The metrics in use, the one that most trials have first, then in the dataset's order."""
    used = Counter(metric for trial in trials for metric in trial.values)
    order = {name: at for at, name in enumerate(dict.fromkeys((*dataset.metrics, *taxonomy)))}
    main = min(used, key=lambda name: (-used[name], order[name]))
    return (main, *sorted(used.keys() - {main}, key=order.__getitem__))


def best_of_papers(board: Board) -> list[Trial]:
    """The best trial of each paper by the main metric, best first."""
    found: dict[str, Trial] = {}
    for trial in board.trials:
        if trial.number(board.metric) is not None:
            found.setdefault(trial.paper.key, trial)
    return list(found.values())
