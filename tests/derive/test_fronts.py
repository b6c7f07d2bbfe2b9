from hypothesis import given
from hypothesis import strategies as st

from vidstore.derive.fronts import front

YEARS = [(2014.0, 59.0), (2016.0, 70.0), (2015.0, 55.0), (2016.0, 72.0), (2019.0, 72.0)]


def test_the_best_so_far_only_ever_gets_better() -> None:
    assert front(YEARS, higher=True) == (0, 3)


def test_the_good_end_may_be_the_lower_one() -> None:
    assert front(YEARS, higher=False) == (0, 2)


def test_of_equal_points_the_first_counts() -> None:
    assert front([(1.0, 5.0), (1.0, 5.0), (2.0, 5.0)], higher=True) == (0,)


def test_no_points_have_no_front() -> None:
    assert front([], higher=True) == ()


NUMBERS = st.integers(-50, 50).map(float)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1), st.booleans())
def test_nothing_beats_the_front_and_it_beats_everything(
    points: list[tuple[float, float]], higher: bool
) -> None:
    def beats(one: tuple[float, float], other: tuple[float, float]) -> bool:
        better = one[1] >= other[1] if higher else one[1] <= other[1]
        return one[0] <= other[0] and better and one != other

    ahead = front(points, higher=higher)
    for at, point in enumerate(points):
        beaten = any(beats(other, point) for other in points)
        assert beaten or point in [points[i] for i in ahead]
        if at in ahead:
            assert not beaten
