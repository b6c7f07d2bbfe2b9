"""Scales of plots: from values to places, and the values at which an axis is marked."""

import math
from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

_MANTISSAS = (1.0, 2.0, 5.0, 10.0)
_FINE = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
_LEAST_TICKS = 3


class Scale(Protocol):
    """Gives a value its place between 0 and 1, and says where to mark the axis."""

    def place(self, value: float) -> float:
        """Where a value stands; 0 is the beginning of the axis and 1 its end."""
        ...

    def ticks(self, most: int) -> tuple[float, ...]:
        """Round values inside the scale, about as many as asked for at most."""
        ...


class Linear(msgspec.Struct, frozen=True, gc=False):
    """Equal differences stand equally far apart."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a value stands between the ends."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> tuple[float, ...]:
        """Multiples of 1, 2 or 5 times a power of ten."""
        step = round_step((self.high - self.low) / max(1, most))
        return tuple(_multiples(self.low, self.high, step))


class Whole(Linear, frozen=True, gc=False):
    """A linear scale that is marked at whole numbers only: years."""

    def ticks(self, most: int) -> tuple[float, ...]:
        """Multiples of 1, 2, 5, 10 and so on."""
        step = max(1.0, round_step((self.high - self.low) / max(1, most)))
        return tuple(_multiples(self.low, self.high, step))


class Log(msgspec.Struct, frozen=True, gc=False):
    """Equal ratios stand equally far apart; all values are above zero."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a value stands between the ends."""
        return math.log(value / self.low) / math.log(self.high / self.low)

    def ticks(self, most: int) -> tuple[float, ...]:
        """1, 2 and 5 times powers of ten; powers alone on long scales, more on short ones."""
        every = tuple(self._decades(_MANTISSAS[:3]))
        if len(every) < _LEAST_TICKS:
            return tuple(self._decades(_FINE))[:most]
        if len(every) <= most:
            return every
        powers = tuple(self._decades(_MANTISSAS[:1]))
        return powers[:: -(-len(powers) // most)]

    def _decades(self, mantissas: Iterable[float]) -> Iterator[float]:
        bottom, top = math.floor(math.log10(self.low)), math.floor(math.log10(self.high))
        for power in range(bottom, top + 1):
            for mantissa in mantissas:
                value = float(f"{mantissa}e{power}")
                if self.low <= value <= self.high:
                    yield value


def round_step(least: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is not below `least`."""
    power = math.floor(math.log10(least))
    return next(
        step for step in (float(f"{m}e{power}") for m in _MANTISSAS) if step >= least * (1 - 1e-9)
    )


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    # Counted, not added up: 0.1 + 0.1 + 0.1 is not 0.3.
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    digits = max(0, -math.floor(math.log10(step)))
    for count in range(first, last + 1):
        yield round(count * step, digits)


def around(values: Iterable[float], part: float) -> tuple[float, float]:
    """Ends of a linear scale with a part of the range as room on both sides."""
    found = list(values)
    low, high = min(found), max(found)
    room = (high - low) * part or abs(high) * part or 1.0
    return low - room, high + room


def around_ratios(values: Iterable[float], part: float) -> tuple[float, float]:
    """Ends of a logarithmic scale with a part of the range as room on both sides."""
    low, high = around([math.log10(value) for value in values], part)
    return 10**low, 10**high


def written(value: float) -> str:
    """A tick's value without a fraction that is zero."""
    return f"{value:.10f}".rstrip("0").rstrip(".")
