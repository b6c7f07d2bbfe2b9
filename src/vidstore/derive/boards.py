"""What was measured on each dataset, by which method under which setting, best first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

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


class Ranking(msgspec.Struct, frozen=True, gc=False):
    """Trials, the best first by the main metric, which is the first of `metrics`."""

    metrics: tuple[str, ...]
    higher: bool
    trials: tuple[Trial, ...]


@dataclass(frozen=True)
class Board:
    """What was measured on one dataset.

    Most builds ask only who is on a board; its trials are put together and ranked when a page
    shows them. `figures` is how many results there are, `sources` names the entries that they
    were read from.
    """

    dataset: Card
    cards: tuple[Card, ...]
    figures: int
    sources: tuple[str, ...]
    taxonomy: Mapping[str, Metric]

    @cached_property
    def ranking(self) -> Ranking:
        """The trials in order."""
        name = self.dataset.key.partition("/")[2]
        trials = [trial for card in self.cards for trial in _trials(card, name)]
        metrics = _metrics(self.dataset, trials, self.taxonomy)
        higher = self.taxonomy[metrics[0]].better is Better.HIGHER
        trials.sort(key=lambda t: rank_of(t.values.get(metrics[0], ""), higher=higher))
        return Ranking(metrics, higher, tuple(trials))

    @property
    def papers(self) -> int:
        """How many methods were tried."""
        return len(self.cards)

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics in use, the main one first."""
        return self.ranking.metrics

    @property
    def metric(self) -> str:
        """What trials are compared by."""
        return self.ranking.metrics[0]

    @property
    def higher(self) -> bool:
        """Whether more of the main metric is better."""
        return self.ranking.higher

    @property
    def trials(self) -> tuple[Trial, ...]:
        """All trials, the best first."""
        return self.ranking.trials

    @property
    def best(self) -> Trial:
        """The trial with the best value."""
        return self.ranking.trials[0]


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
    found: defaultdict[str, list[tuple[Card, ResultRecord]]] = defaultdict(list)
    for card in catalog.cards.values():
        for record in card.results:
            found[record.dataset].append((card, record))
    boards = (_board(catalog, name, found[name]) for name in sorted(found))
    return {board.dataset.key: board for board in boards}


def _board(catalog: Catalog, name: str, found: list[tuple[Card, ResultRecord]]) -> Board:
    cards = {card.key: card for card, _ in found}
    repos = {record.repo for _, record in found if record.repo}
    papers = {record.paper for _, record in found if record.paper}
    sources = (*(f"papers/{p}" for p in sorted(papers)), *(f"repos/{r}" for r in sorted(repos)))
    dataset = catalog.cards[f"{Kind.DATASET.folder}/{name}"]
    metrics = catalog.charter.taxonomy.metrics
    return Board(dataset, tuple(cards.values()), len(found), sources, metrics)


def _trials(card: Card, dataset: str) -> Iterator[Trial]:
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for record in card.results:
        if record.dataset != dataset:
            continue
        key = _setting(record)
        values = found.get(key)
        if values is None or record.metric in values:
            # The same figure twice: nothing says which one to drop.
            found[key] = values = {}
            yield Trial(card, record, values)
        values[record.metric] = record.value


def _setting(record: ResultRecord) -> tuple[str, ...]:
    return msgspec.structs.astuple(record)[3:]


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
