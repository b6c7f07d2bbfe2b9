"""All rules in their order: what of a reading is taken, and what is refused."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from . import across, alone, figures, together
from .merge import FIELDS, merged, other_sizes, other_words
from .model import Beside, Fact, Reading, Refusal, Row
from .names import Names, Zoo
from .resolve import resolve_all
from .together import Group

_ROW_RULES = (
    figures.no_value,
    figures.named_twice,
    figures.other_value,
    figures.unclear_value,
)
_Across = Callable[[Iterable[Row]], dict[Row, Refusal]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Rows that are taken and reasons against what is not, both sorted."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]


def judge(reading: Reading, names: Names, zoo: Zoo) -> Verdict:
    """Takes what agrees."""
    refusals = [*reading.refusals, *(r for r in reading.runnables if isinstance(r, Refusal))]
    told = list(resolve_all(reading.claims, names, zoo))
    refusals += [each for each in told if isinstance(each, Refusal)]
    facts = [each for each in told if isinstance(each, Fact)]
    if reading.beside is not None:
        facts = list(_alone(facts, reading.beside, names, refusals))
    rows = list(_rows(facts, names, refusals))
    rows = _across(across.top5_below_top1, rows, refusals, across.without_row)
    rows = _across(across.sizes_of_another, rows, refusals, across.without_sizes)
    rows = _across(across.more_frames_cost_less, rows, refusals, across.without_sizes)
    taken = sorted(_once(_told_apart(rows)), key=order)
    return Verdict(tuple(taken), tuple(sorted(set(refusals), key=_place)))


def order(row: Row) -> tuple[Hashable, ...]:
    """By paper, dataset and metric; the highest value first."""
    return row.paper, row.dataset, row.metric, -row.value, row.setting, row.spot.row


def _place(refusal: Refusal) -> tuple[str, ...]:
    spot = refusal.spot
    line = f"{spot.line:06}"
    return refusal.rule, spot.file, line, spot.row, refusal.said, refusal.against, refusal.drops


def _alone(
    facts: list[Fact], beside: Mapping[str, Beside], names: Names, refusals: list[Refusal]
) -> Iterator[Fact]:
    for fact in facts:
        own = beside.get(fact.claim.config)
        if reason := alone.against_row(fact, own, names):
            refusals.append(reason)
            continue
        fields = alone.against_fields(fact, own, names)
        refusals += fields
        yield _without(fact, [refusal.drops for refusal in fields])


def _without(fact: Fact, fields: list[str]) -> Fact:
    words = replace(fact.claim.words, **dict.fromkeys(fields, ""))
    return replace(fact, claim=replace(fact.claim, words=words))


def _rows(facts: list[Fact], names: Names, refusals: list[Refusal]) -> Iterator[Row]:
    about = together.models(facts)
    wrong = dict(together.wrong_dataset(facts, about))
    refusals += wrong.values()
    for group in together.groups((fact for fact in facts if fact not in wrong), about):
        reason = next((found for rule in _ROW_RULES if (found := rule(group))), None)
        if reason:
            refusals.append(reason)
        else:
            yield _row(group, names, refusals)


def _row(group: Group, names: Names, refusals: list[Refusal]) -> Row:
    found = [other_words(group, field, names) for field in FIELDS] + [other_sizes(group)]
    reasons = [reason for reason in found if reason]
    refusals += reasons
    return merged(group, names, [reason.drops for reason in reasons])


def _across(
    rule: _Across, rows: list[Row], refusals: list[Refusal], mend: Callable[[Row], Row | None]
) -> list[Row]:
    found = rule(rows)
    refusals += found.values()
    kept = [mend(row) if row in found else row for row in rows]
    return [row for row in kept if row]


def _shown(row: Row) -> Hashable:
    return row.paper, row.dataset, row.metric, row.setting, row.words


def _once(rows: Iterable[Row]) -> list[Row]:
    """Without what would be the same in the catalog; the row with more statements stays."""
    found: dict[Hashable, Row] = {}
    for row in sorted(rows, key=lambda row: len(row.kinds)):
        found[_shown(row), row.value, row.params_m, row.gflops] = row
    return list(found.values())


def _told_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Models that differ in nothing but their figures say by which name the zoo knows them."""
    every = list(rows)
    values: dict[Hashable, set[Decimal]] = defaultdict(set)
    for row in every:
        values[_shown(row)].add(row.value)
    clashing = {_described(row) for row in every if len(values[_shown(row)]) > 1}
    for row in every:
        named = replace(row, setting=(*row.setting, row.spot.row))
        yield named if _described(row) in clashing else row


def _described(row: Row) -> Hashable:
    return row.paper, row.dataset, row.setting, row.words
