"""Which methods can be run, in which library, and how good they are there."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from vidstore.derive.boards import Board, Boards, rank_of
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.records import ImplementationRecord, ResultRecord
from vidstore.model.taxonomy import Better


class Runnable(msgspec.Struct, frozen=True, gc=False):
    """An implementation of a paper, with the figure that its library publishes for it, if any."""

    paper: Card
    implementation: ImplementationRecord
    result: ResultRecord | None


def yardstick_of(boards: Boards) -> Board | None:
    """The board that most methods are on: what a field compares by first."""
    return min(boards.values(), key=lambda b: (-b.papers, b.dataset.key), default=None)


def runnables_of(
    catalog: Catalog, ordered: Iterable[Card], yardstick: Board | None
) -> tuple[Runnable, ...]:
    """Every implementation: by its figure on the yardstick, best first, then in the order given."""
    compared: list[Runnable] = []
    others: list[Runnable] = []
    for card in ordered:
        for item, records in _with_records(card) if card.implementations else ():
            result = _main(records, catalog, yardstick)
            some = compared if is_on(yardstick, result) else others
            some.append(Runnable(card, item, result))
    higher = yardstick is None or yardstick.higher
    compared.sort(key=lambda r: rank_of(r.result.value if r.result else "", higher=higher))
    return (*compared, *others)


def is_on(board: Board | None, record: ResultRecord | None) -> bool:
    """Whether a figure is one of the board's main metric."""
    if board is None or record is None:
        return False
    return record.metric == board.metric and f"datasets/{record.dataset}" == board.dataset.key


def _with_records(card: Card) -> Iterator[tuple[ImplementationRecord, list[ResultRecord]]]:
    """Each implementation with the figures that its library publishes for it.

    A library may implement a paper in several places. Then a figure belongs to the place in which
    it was read, and to none if that was elsewhere: nothing says which one was measured.
    """
    for item in card.implementations:
        of_library = [record for record in card.results if record.repo == item.repo]
        if not of_library:
            yield item, of_library
            continue
        alone = sum(other.repo == item.repo for other in card.implementations) == 1
        inside = [record for record in of_library if _is_inside(record.path, item.path)]
        yield item, inside or (of_library if alone else [])


def _is_inside(path: str, folder: str) -> bool:
    return bool(folder) and f"{path}/".startswith(f"{folder.rstrip('/')}/")


def _main(
    records: Sequence[ResultRecord], catalog: Catalog, yardstick: Board | None
) -> ResultRecord | None:
    """The best on the yardstick, else the best of whatever dataset and metric comes first."""
    if not records:
        return None
    first = records[0]
    same = [r for r in records if r.dataset == first.dataset and r.metric == first.metric]
    compared = [record for record in records if is_on(yardstick, record)] or same
    return _best(compared, catalog)


def _best(records: Sequence[ResultRecord], catalog: Catalog) -> ResultRecord:
    metric = catalog.charter.taxonomy.metrics[records[0].metric]
    higher = metric.better is Better.HIGHER
    return min(records, key=lambda record: rank_of(record.value, higher=higher))
