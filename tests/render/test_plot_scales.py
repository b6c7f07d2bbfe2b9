import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidstore.render.plot_scales import (
    Linear,
    Log,
    Scale,
    Whole,
    around,
    around_ratios,
    round_step,
    written,
)

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
COSTS = st.floats(1e-3, 1e6)


@pytest.mark.parametrize(
    ("scale", "value", "place"),
    [
        (Linear(0, 10), 0, 0.0),
        (Linear(0, 10), 10, 1.0),
        (Linear(-10, 10), 5, 0.75),
        (Log(1, 100), 10, 0.5),
        (Log(0.1, 1000), 1, 0.25),
    ],
)
def test_places_values(scale: Scale, value: float, place: float) -> None:
    assert math.isclose(scale.place(value), place)


@pytest.mark.parametrize(
    ("scale", "ticks"),
    [
        (Linear(58.2, 87.9), (60, 65, 70, 75, 80, 85)),
        (Linear(0.11, 0.42), (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)),
        (Linear(-3, 3), (-3, -2, -1, 0, 1, 2, 3)),
        (Whole(2013.5, 2016.5), (2014, 2015, 2016)),
        (Whole(2010.5, 2025.5), (2012, 2014, 2016, 2018, 2020, 2022, 2024)),
        (Whole(2019.5, 2020.5), (2020,)),
        (Log(3, 150), (5, 10, 20, 50, 100)),
        (Log(0.5, 3000), (1, 10, 100, 1000)),
        (Log(21, 44), (30, 40)),
        (Log(1e-3, 1e9), (0.001, 0.1, 10, 1000, 100000, 1e7, 1e9)),
    ],
    ids=str,
)
def test_marks_round_values(scale: Scale, ticks: tuple[float, ...]) -> None:
    assert scale.ticks(8) == ticks


@pytest.mark.parametrize(
    ("least", "step"), [(0.9, 1), (1, 1), (1.1, 2), (2.01, 5), (5.1, 10), (0.03, 0.05), (300, 500)]
)
def test_steps_are_one_two_and_five(least: float, step: float) -> None:
    assert round_step(least) == step


@given(st.lists(NUMBERS, min_size=1), st.integers(1, 12))
def test_a_linear_scale_holds_its_values_and_ticks(values: list[float], most: int) -> None:
    scale = Linear(*around(values, 0.08))
    assert all(0 <= scale.place(value) <= 1 for value in values)
    ticks = scale.ticks(most)
    assert len(ticks) <= most + 1
    assert list(ticks) == sorted(set(ticks))
    assert all(-1e-6 <= scale.place(tick) <= 1 + 1e-6 for tick in ticks)


@given(st.lists(COSTS, min_size=1), st.integers(4, 12))
def test_a_logarithmic_scale_holds_its_values_and_ticks(values: list[float], most: int) -> None:
    scale = Log(*around_ratios(values, 0.08))
    assert all(0 <= scale.place(value) <= 1 for value in values)
    ticks = scale.ticks(most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(scale.low <= tick <= scale.high for tick in ticks)


def test_one_value_stands_in_the_middle() -> None:
    assert Linear(*around([74.1], 0.08)).place(74.1) == pytest.approx(0.5)
    assert Linear(*around([0], 0.08)).place(0) == 0.5
    assert Log(*around_ratios([1], 0.08)).place(1) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("value", "text"), [(60.0, "60"), (0.15, "0.15"), (1000.0, "1000"), (1e7, "10000000")]
)
def test_ticks_are_written_plainly(value: float, text: str) -> None:
    assert written(value) == text
