"""Boards and what can be run, from cards that are made for it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from vidstore.derive.boards import best_of_papers, boards_of, number_of
from vidstore.derive.runnables import Runnable, runnables_of, yardstick_of
from vidstore.model.card import Card, card_of
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind

SOURCE = {"repo": "kitelab", "path": "kites/log.yml"}
With = Callable[..., Catalog]


def row(value: object, metric: str = "altitude", dataset: str = "sky-hundred", **more: Any) -> Any:
    return {"dataset": dataset, "metric": metric, "value": str(value), "source": SOURCE} | more


@pytest.fixture
def holding(catalog: Catalog, make: Callable[..., Entry]) -> With:
    """The toy catalog's words with nothing but these papers and two datasets."""

    def build(**papers: Mapping[str, Any]) -> Catalog:
        entries = [make(Kind.PAPER, name, **fields) for name, fields in papers.items()]
        entries += [
            make(Kind.DATASET, name, metrics=["tangles", "altitude"])
            for name in ("sky-hundred", "meadow")
        ]
        cards: dict[str, Card] = {entry.key: card_of(entry, "d", ()) for entry in entries}
        return replace(catalog, cards=cards)

    return build


def values(catalog: Catalog, name: str = "sky-hundred") -> list[dict[str, str]]:
    return [dict(trial.values) for trial in boards_of(catalog)[f"datasets/{name}"].trials]


def test_datasets_without_results_have_no_board(holding: With) -> None:
    assert list(boards_of(holding(box={"results": [row(1, dataset="meadow")]}))) == [
        "datasets/meadow"
    ]


def test_the_best_comes_first(holding: With) -> None:
    catalog = holding(a={"results": [row(9.5), row(70, setting="x")]}, b={"results": [row(10)]})
    assert values(catalog) == [{"altitude": "70"}, {"altitude": "10"}, {"altitude": "9.5"}]


def test_the_best_may_be_the_lowest(holding: With) -> None:
    catalog = holding(a={"results": [row(3, "tangles")]}, b={"results": [row(1, "tangles")]})
    assert values(catalog) == [{"tangles": "1"}, {"tangles": "3"}]


def test_figures_of_one_setting_are_one_trial(holding: With) -> None:
    rows = [row(70, setting="x"), row(2, "tangles", setting="x"), row(60, setting="y")]
    assert values(holding(a={"results": rows})) == [
        {"altitude": "70", "tangles": "2"},
        {"altitude": "60"},
    ]


@pytest.mark.parametrize(
    "other",
    [{"backbone": "Reed"}, {"gflops": "2"}, {"source": {"repo": "kitelab", "path": "else"}}],
    ids=str,
)
def test_figures_that_differ_in_anything_else_are_not(holding: With, other: Any) -> None:
    rows = [row(70), row(2, "tangles", **other)]
    assert len(values(holding(a={"results": rows}))) == 2


def test_the_same_figure_twice_is_kept_twice(holding: With) -> None:
    assert values(holding(a={"results": [row(70), row(71)]})) == [
        {"altitude": "71"},
        {"altitude": "70"},
    ]


def test_the_main_metric_is_the_one_that_most_have(holding: With) -> None:
    rows = [row(70), row(71), row(2, "tangles")]
    board = boards_of(holding(a={"results": rows}))["datasets/sky-hundred"]
    assert board.metrics == ("altitude", "tangles")


def test_the_dataset_decides_between_metrics_that_are_as_frequent(holding: With) -> None:
    board = boards_of(holding(a={"results": [row(70), row(2, "tangles")]}))["datasets/sky-hundred"]
    assert board.metrics == ("tangles", "altitude")
    assert not board.higher


def test_what_lacks_the_main_metric_ranks_behind_all_others(holding: With) -> None:
    catalog = holding(
        a={"results": [row(9, "tangles"), row(70, setting="x")]},
        b={"results": [row(1, "tangles")]},
    )
    assert values(catalog) == [{"tangles": "1"}, {"tangles": "9"}, {"altitude": "70"}]
    assert (number_of(""), number_of("1E+3")) == (None, 1000.0)


def test_a_paper_counts_once_with_its_best(holding: With) -> None:
    catalog = holding(
        a={"results": [row(70), row(90, setting="x")]}, b={"results": [row(80), row(1, "tangles")]}
    )
    board = boards_of(catalog)["datasets/sky-hundred"]
    assert [trial.values["altitude"] for trial in best_of_papers(board)] == ["90", "80"]
    assert board.papers == 2


def run(path: str = "kites", repo: str = "kitelab", **more: Any) -> Any:
    return {"repo": repo, "path": path} | more


def runnables(catalog: Catalog) -> list[tuple[str, str, str]]:
    def shown(item: Runnable) -> tuple[str, str, str]:
        result = item.result
        what = f"{result.dataset} {result.metric} {result.value}" if result else ""
        return item.paper.key, item.implementation.path or item.implementation.model, what

    yardstick = yardstick_of(boards_of(catalog))
    return [shown(item) for item in runnables_of(catalog, catalog.cards.values(), yardstick)]


def test_what_most_methods_are_on_is_what_all_are_compared_by(holding: With) -> None:
    catalog = holding(
        a={"results": [row(1), row(2), row(3)]},
        b={"results": [row(1, dataset="meadow")]},
        c={"results": [row(1, dataset="meadow")]},
    )
    yardstick = yardstick_of(boards_of(catalog))
    assert yardstick
    assert yardstick.dataset.key == "datasets/meadow"
    assert yardstick_of(boards_of(holding())) is None


def test_an_implementation_has_the_best_figure_of_its_library(holding: With) -> None:
    elsewhere: Any = {"source": {"repo": "old-winder", "path": "log"}}
    rows = [row(1, dataset="meadow"), row(70), row(72, setting="x"), row(99, **elsewhere)]
    catalog = holding(a={"results": rows, "implementations": [run()]}, b={"results": [row(1)]})
    assert runnables(catalog) == [("papers/a", "kites", "sky-hundred altitude 72")]


def test_without_a_figure_on_the_yardstick_the_first_dataset_and_metric_count(
    holding: With,
) -> None:
    rows = [
        row(5, "tangles", "meadow"),
        row(8, "altitude", "meadow"),
        row(4, "tangles", "meadow", setting="x"),
    ]
    catalog = holding(
        a={"results": rows, "implementations": [run()]},
        b={"results": [row(1)]},
        c={"results": [row(1)]},
    )
    assert runnables(catalog) == [("papers/a", "kites", "meadow tangles 4")]


def test_figures_go_to_the_place_where_they_were_read(holding: With) -> None:
    places = ("box/log.yml", "boxing/log.yml", "README.md")
    rows = [row(70 + i, source={"repo": "kitelab", "path": p}) for i, p in enumerate(places)]
    runs = [run("box"), run("boxing/"), run("third")]
    assert runnables(holding(a={"results": rows, "implementations": runs})) == [
        ("papers/a", "boxing/", "sky-hundred altitude 71"),
        ("papers/a", "box", "sky-hundred altitude 70"),
        ("papers/a", "third", ""),
    ]


def test_what_has_no_figure_comes_last_in_the_order_given(holding: With) -> None:
    catalog = holding(
        z={"implementations": [run(repo="old-winder")]},
        a={"implementations": [{"repo": "kitelab", "model": "box-v1"}]},
        b={"implementations": [run()], "results": [row(1)]},
    )
    assert runnables(catalog) == [
        ("papers/b", "kites", "sky-hundred altitude 1"),
        ("papers/z", "kites", ""),
        ("papers/a", "box-v1", ""),
    ]
