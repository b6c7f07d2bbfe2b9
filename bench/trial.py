"""Runs: in turns, each from an empty place, with nothing timed but the command."""

import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.contender import Contender, Yield
from bench.measure import Sample, measure
from bench.operations import Operation

LONG = 60.0
"""Seconds. What takes longer is run once and not warmed up: minutes drown a cold start."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of somebody's runs: medians, and what was written."""

    name: str
    runs: int
    sample: Sample
    made: Yield | None = None


def median(name: str, samples: Sequence[Sample], made: Yield | None = None) -> Outcome:
    """The median of each figure by itself."""
    middle = Sample(
        statistics.median(sample.wall for sample in samples),
        statistics.median(sample.cpu for sample in samples),
        int(statistics.median(sample.peak for sample in samples)),
        int(statistics.median(sample.largest for sample in samples)),
    )
    return Outcome(name, len(samples), middle, made)


def compare(contenders: Sequence[Contender], runs: int, scratch: Path) -> list[Outcome]:
    """Let contenders build in turns: first all of them once to warm up, then all of them again."""
    samples: dict[str, list[Sample]] = {one.name: [] for one in contenders}
    made: dict[str, Yield] = {}
    for turn in range(runs + 1):
        for one in contenders:
            known = samples[one.name]
            if known and known[0].wall > LONG:
                continue
            one.clear()
            os.sync()  # what others wrote does not slow down this one
            known.append(measure(one.command, one.folder, scratch))
            made[one.name] = one.made()
            if turn == runs:
                one.clear()
    kept = {name: found[1:] or found for name, found in samples.items()}
    return [median(one.name, kept[one.name], made[one.name]) for one in contenders]


def repeat(operations: Sequence[Operation], runs: int, scratch: Path) -> list[Outcome]:
    """Do operations in turns, on a project that has been built."""
    samples: dict[str, list[Sample]] = {one.name: [] for one in operations}
    for _ in range(runs):
        for one in operations:
            one.prepare()
            os.sync()
            samples[one.name].append(measure(one.command, scratch, scratch))
    return [median(one.name, samples[one.name]) for one in operations]
