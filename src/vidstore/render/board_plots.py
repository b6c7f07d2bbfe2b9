"""The plots of a board: the main metric over years, and against what it costs."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from markupsafe import Markup

from vidstore.derive.boards import Board, Trial, best_of_papers, number_of
from vidstore.render.lexicon import Lexicon
from vidstore.render.plot_chart import Axis, Chart, Dot
from vidstore.render.plot_drawing import draw
from vidstore.render.plot_scales import Linear, Log, Scale, Whole, around, around_ratios

FEWEST = 2
"""Below that a plot says less than a line of the table."""
_ROOM = 0.08


class PlotView(msgspec.Struct, frozen=True, gc=False):
    """A plot with what stands under it."""

    svg: Markup
    title: str
    caption: str


def plots_of(board: Board, lexicon: Lexicon, base: str) -> tuple[PlotView, ...]:
    """All plots of a board for which enough is known."""
    found = (
        year_plot(board, lexicon, base),
        _cost_plot(board, "gflops", lexicon, base),
        _cost_plot(board, "params", lexicon, base),
    )
    return tuple(plot for plot in found if plot)


def year_plot(board: Board, lexicon: Lexicon, base: str) -> PlotView | None:
    """The best of each paper by its year, with the best so far."""
    trials = [trial for trial in best_of_papers(board) if trial.paper.year]
    dots = [_dot(board, t, float(t.paper.year), t.paper.year, lexicon) for t in trials]
    if len(dots) < FEWEST:
        return None
    years = [dot.x for dot in dots]
    return _plot(board, "years", dots, Whole(min(years) - 0.5, max(years) + 0.5), lexicon, base)


_COSTS: dict[str, Callable[[Trial], str]] = {
    "gflops": lambda trial: trial.record.gflops,
    "params": lambda trial: trial.record.params_m,
}


def _cost_plot(board: Board, cost: str, lexicon: Lexicon, base: str) -> PlotView | None:
    """Every trial whose cost is known, with the best at each cost."""
    dots = list(_cost_dots(board, cost, lexicon))
    if len(dots) < FEWEST:
        return None
    scale = Log(*around_ratios((dot.x for dot in dots), _ROOM))
    return _plot(board, cost, dots, scale, lexicon, base)


def _cost_dots(board: Board, cost: str, lexicon: Lexicon) -> Iterator[Dot]:
    for trial in board.trials:
        text = _COSTS[cost](trial)
        at = number_of(text)
        if at and trial.number(board.metric) is not None:
            yield _dot(board, trial, at, lexicon.say(f"plots.{cost}_value", value=text), lexicon)


def _dot(board: Board, trial: Trial, x: float, where: str, lexicon: Lexicon) -> Dot:
    name = trial.paper.label(lexicon.lang)
    value = with_unit(trial.values[board.metric], board.metric, lexicon)
    record = trial.record
    parts = (name, record.backbone, record.frames, where, value)
    about = " · ".join(part for part in parts if part)
    return Dot(x, trial.number(board.metric) or 0.0, name, f"{trial.paper.key}/", about)


def with_unit(value: str, metric: str, lexicon: Lexicon) -> str:
    """A value with the unit of its metric."""
    unit = lexicon.charter.taxonomy.metrics[metric].unit or ""
    return f"{value}{unit}" if unit in {"", "%"} else f"{value} {unit}"


def _plot(  # noqa: PLR0913, PLR0917 - all that a plot differs in
    board: Board, kind: str, dots: Sequence[Dot], scale: Scale, lexicon: Lexicon, base: str
) -> PlotView:
    say = lexicon.say
    metric = lexicon.name("metrics", board.metric)
    unit = lexicon.charter.taxonomy.metrics[board.metric].unit
    open_, close = say("punctuation.open"), say("punctuation.close")
    y_label = f"{metric}{open_}{unit}{close}" if unit else metric
    heading = say(f"plots.{kind}", metric=metric, dataset=board.dataset.label(lexicon.lang))
    chart = Chart(
        label=heading,
        dots=dots,
        x=Axis(say(f"plots.{kind}_axis"), scale),
        y=Axis(y_label, Linear(*around((dot.y for dot in dots), _ROOM))),
        higher=board.higher,
    )
    return PlotView(draw(chart, base), heading, say(f"plots.{kind}_caption"))
