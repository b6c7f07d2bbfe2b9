"""The tables: who took what, and which targets are met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench import operations
from bench.hugo import FROM_MARKDOWN, GIVEN_FILES, GIVEN_HTML
from bench.markdown_sites import MATERIAL
from bench.pages_alone import NAME
from bench.preview import PREVIEWED
from bench.trial import Outcome

_MB = 1_000_000
_COLUMNS = ("runs", "seconds", "CPU s", "peak MB", "largest process MB")
_RATIOS = ("time ÷ vidstore", "CPU ÷", "memory ÷")
_BUILD_COLUMNS = ("full build", *_COLUMNS, "pages", "HTML MB", *_RATIOS)


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio to be reached: a figure of `what`, divided by the same figure of `to`."""

    text: str
    what: str
    to: str
    figure: str
    most: float


TARGETS = (
    *(
        Target(f"full build, {what} against {hugo}", operations.FULL, hugo, figure, 0.5)
        for hugo in (FROM_MARKDOWN, GIVEN_HTML, GIVEN_FILES)
        for what, figure in (("time", "wall"), ("peak memory", "peak"))
    ),
    Target(f"pages alone, time against {FROM_MARKDOWN}", NAME, FROM_MARKDOWN, "wall", 0.5),
    Target(f"full build, time against {MATERIAL}", operations.FULL, MATERIAL, "wall", 0.1),
    Target("rebuild after an edited summary", operations.EDIT, operations.FULL, "wall", 0.05),
    Target("rebuild after an edited title", operations.EDIT_TITLE, operations.FULL, "wall", 0.05),
    Target("edit seen in a preview", PREVIEWED, operations.FULL, "wall", 0.05),
    Target("validate against composing", operations.VALIDATE, operations.COMPOSE, "wall", 2.0),
)


def builds_table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Full builds, with ratios to vidstore's."""
    yield _row(_BUILD_COLUMNS)
    yield f"|---|{'--:|' * (len(_BUILD_COLUMNS) - 1)}"
    own = outcomes[0].sample
    for one in outcomes:
        made = one.made
        cells = (
            *_figures(one),
            f"{made.pages:,}" if made else "",
            f"{made.bytes / _MB:.0f}" if made else "",
        )
        taken = one.sample
        ratios = (taken.wall / own.wall, taken.cpu / own.cpu, taken.peak / own.peak)
        yield _row((*cells, *(f"{ratio:.2f}" for ratio in ratios)))


def operations_table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What vidstore does, as shares of the full build that took turns with the rest."""
    columns = ("command", *_COLUMNS, "time ÷ full build")
    yield _row(columns)
    yield f"|---|{'--:|' * (len(columns) - 1)}"
    for one in outcomes:
        yield _row((*_figures(one), f"{one.sample.wall / outcomes[0].sample.wall:.3f}"))


def targets_table(tables: Sequence[Sequence[Outcome]]) -> Iterator[str]:
    """The targets whose two sides took turns in one of the tables."""
    yield "| target | measured | at most | |"
    yield "|---|--:|--:|---|"
    for target in TARGETS:
        for outcomes in tables:
            found = {one.name: one for one in outcomes}
            if target.what in found and target.to in found:
                ratio = _figure(found[target.what], target) / _figure(found[target.to], target)
                verdict = "met" if ratio <= target.most else "not met"
                yield _row((target.text, f"{ratio:.3f}", f"{target.most:g}", verdict))


def _figure(outcome: Outcome, target: Target) -> float:
    return float(getattr(outcome.sample, target.figure))


def _figures(one: Outcome) -> tuple[str, ...]:
    taken = one.sample
    memory = (f"{taken.peak / _MB:.0f}", f"{taken.largest / _MB:.0f}")
    return (one.name, str(one.runs), f"{taken.wall:.2f}", f"{taken.cpu:.2f}", *memory)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
