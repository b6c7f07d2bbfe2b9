"""Rules for rows beside each other: sizes copied from another variant, figures that cannot be."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from .model import ROW, SIZES, Refusal, Row
from .words import agree, plainest, tidy

_CLIP = re.compile(r"(\d+)x\d+x(\d+)$")
_UNIFORM = re.compile(r"uniform (\d+)$")


def top5_below_top1(rows: Iterable[Row]) -> dict[Row, Refusal]:
    """The five best classes hold the best one."""
    found: dict[Row, Refusal] = {}
    for bucket in _by(rows, lambda row: (row.paper, row.dataset, row.setting, row.spot)):
        best = {row.metric: row for row in bucket}
        one, five = best.get("top1"), best.get("top5")
        if one and five and five.value < one.value:
            for row, other in ((one, five), (five, one)):
                said = f"{row.metric}: {row.value}"
                against = f"{other.metric}: {other.value}"
                found[row] = Refusal("top5-below-top1", row.spot, said, against, ROW)
    return found


def sizes_of_another(rows: Iterable[Row]) -> dict[Row, Refusal]:
    """Two different backbones do not share parameters and FLOPs.

    Where one of them has other sizes elsewhere at the same frames, the shared ones may not be its
    own; where none has, nobody can tell whose they are. Backbones that differ only in what stands
    in brackets may share sizes, as long as each has only those.
    """
    found: dict[Row, Refusal] = {}
    for bucket in _by((row for row in rows if _pair(row)), lambda row: row.paper):
        pairs = defaultdict(set)
        for row in bucket:
            pairs[_network(row)].add(_pair(row))
        for row in bucket:
            if other := _twin(row, bucket, pairs):
                found[row] = _refusal("sizes-of-another", row, other)
    return found


def _twin(row: Row, rows: Iterable[Row], pairs: Mapping[Hashable, set[Hashable]]) -> Row | None:
    """The row whose sizes these may be instead."""
    torn = len(pairs[_network(row)]) > 1
    for other in rows:
        if _pair(other) == _pair(row) and tidy(other.words.backbone) != tidy(row.words.backbone):
            unclear = len(pairs[_network(other)]) == 1 and _differ(row, other)
            if torn or unclear:
                return other
    return None


def _differ(one: Row, other: Row) -> bool:
    first, second = plainest(one.words.backbone), plainest(other.words.backbone)
    return bool(first and second) and not agree(first, second)


def more_frames_cost_less(rows: Iterable[Row]) -> dict[Row, Refusal]:
    """The same backbone at the same resolution does not get cheaper by seeing more frames."""
    found: dict[Row, Refusal] = {}
    for bucket in _by(rows, _same_network):
        for one, other in combinations(bucket, 2):
            few, many = sorted((one, other), key=_frames)
            if 0 < _frames(few) < _frames(many) and _cheaper(many, few):
                found[few] = _refusal("more-frames-cost-less", few, many)
                found[many] = _refusal("more-frames-cost-less", many, few)
    return found


def _cheaper(one: Row, other: Row) -> bool:
    return bool(one.gflops and other.gflops and one.gflops < other.gflops)


def _same_network(row: Row) -> Hashable:
    method = tuple(part for part in row.setting if part[:1].isupper())
    return row.paper, tidy(row.words.backbone), row.words.resolution, method


def _frames(row: Row) -> int:
    """Frames that the network sees at once, if the row says so."""
    if found := _CLIP.search(row.words.frames):
        return int(found[1]) * int(found[2])
    alone = _UNIFORM.search(row.words.frames)
    return int(alone[1]) if alone else 0


def without_row(_: Row) -> None:
    """Nothing of the row."""


def without_sizes(row: Row) -> Row:
    """The row with neither parameters nor FLOPs."""
    return replace(row, params_m=None, gflops=None)


def _pair(row: Row) -> Hashable:
    return (row.params_m, row.gflops) if row.params_m and row.gflops else None


def _network(row: Row) -> Hashable:
    """What has one number of parameters and FLOPs, whatever it was trained on."""
    return tidy(row.words.backbone), row.words.frames, row.words.resolution


def _refusal(rule: str, row: Row, other: Row) -> Refusal:
    return Refusal(rule, row.spot, _shown(row), f"{other.spot.row}: {_shown(other)}", SIZES)


def _shown(row: Row) -> str:
    words = " ".join(part for part in (tidy(row.words.backbone), row.words.frames) if part)
    return f"{words}: {row.params_m} M, {row.gflops} G"


def _by(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return list(found.values())
