"""The table of what can be run, in one language."""

from collections.abc import Mapping, Sequence

import msgspec

from vidstore.derive.boards import Board
from vidstore.derive.runnables import Runnable, is_on
from vidstore.model.card import Card
from vidstore.render.board_plots import with_unit
from vidstore.render.filters import FilterView, choices, worth_showing
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.places import repo_file_url


class RunnableView(msgspec.Struct, frozen=True, gc=False):
    """A row: what to run, where it is, how good it is and what it costs.

    `value` is the number on the yardstick; a figure on anything else is `other`, with its name.
    """

    paper: Chip
    year: str
    library: Chip
    official: bool
    framework: str
    tasks: tuple[Chip, ...]
    task_ids: str
    what: str
    url: str
    weights: str
    value: str
    other: str
    other_on: str
    params: str
    gflops: str


def runnable_view(
    item: Runnable, yardstick: Board | None, cards: Mapping[str, Card], lexicon: Lexicon
) -> RunnableView:
    """The row of an implementation."""
    run, card = item.implementation, item.paper
    repo = cards[f"repos/{run.repo}"]
    value, other, other_on = _figure(item, yardstick, cards, lexicon)
    return RunnableView(
        paper=lexicon.entry(card),
        year=card.year,
        library=lexicon.entry(repo),
        official=run.official,
        framework=lexicon.name("frameworks", run.framework),
        tasks=tuple(lexicon.word("tasks", task) for task in card.tasks),
        task_ids=" ".join(card.tasks),
        what=run.path or run.model,
        url=repo_file_url(repo, run.path) if run.path else "",
        weights=run.weights,
        value=value,
        other=other,
        other_on=other_on,
        params=item.result.params_m if item.result else "",
        gflops=item.result.gflops if item.result else "",
    )


def _figure(
    item: Runnable, yardstick: Board | None, cards: Mapping[str, Card], lexicon: Lexicon
) -> tuple[str, str, str]:
    result = item.result
    if result is None:
        return "", "", ""
    if is_on(yardstick, result):
        return result.value, "", ""
    dataset = cards[f"datasets/{result.dataset}"].label(lexicon.lang)
    metric = lexicon.name("metrics", result.metric)
    return "", with_unit(result.value, result.metric, lexicon), f"{dataset} {metric}"


def run_filters(rows: Sequence[RunnableView], lexicon: Lexicon) -> tuple[FilterView, ...]:
    """Choices for the rows of a page."""
    say = lexicon.say
    here = {task for row in rows for task in row.task_ids.split()}
    tasks = tuple(
        (task, lexicon.name("tasks", task))
        for task in lexicon.charter.taxonomy.tasks
        if task in here
    )
    found = (
        FilterView("framework", say("ui.framework"), choices(row.framework for row in rows)),
        FilterView("library", say("ui.library"), choices(row.library.label for row in rows)),
        FilterView("task", say("ui.task"), tasks),
    )
    return worth_showing(found)
