"""Runs: in turns, each from an empty place, with nothing timed but the command."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.contender import Contender, Yield
from bench.measure import CommandError, Sample, measure
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
    """Let contenders build in turns: first all of them once to warm up, then all of them again.

    One that fails says so, and is left out of the tables.

    Raises:
        CommandError: the first of them failed, with which the others are compared.
    """
    series = {one.name: _Series(one) for one in contenders}
    for _ in range(runs + 1):
        for name, own in list(series.items()):
            try:
                own.go_on(scratch)
            except CommandError as error:
                if own.contender is contenders[0]:
                    raise
                print(f"{name} failed and is left out: {error}", file=sys.stderr)
                del series[name]
    return [median(name, own.samples[1:] or own.samples, own.made) for name, own in series.items()]


@dataclass(slots=True)
class _Series:
    """The runs of one contender."""

    contender: Contender
    samples: list[Sample] = field(default_factory=list)
    made: Yield | None = None

    def go_on(self, scratch: Path) -> None:
        """Run it once more, unless once has been long enough."""
        if self.samples and self.samples[0].wall > LONG:
            return
        self.contender.clear()
        os.sync()  # what others wrote does not slow down this one
        self.samples.append(measure(self.contender.command, self.contender.folder, scratch))
        self.made = self.made or self.contender.made()
        self.contender.clear()


def repeat(operations: Sequence[Operation], runs: int, scratch: Path) -> list[Outcome]:
    """Do operations in turns, on a project that has been built."""
    samples: dict[str, list[Sample]] = {one.name: [] for one in operations}
    for _ in range(runs):
        for one in operations:
            one.prepare()
            os.sync()
            samples[one.name].append(measure(one.command, scratch, scratch))
    return [median(one.name, samples[one.name]) for one in operations]
