import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidstore.search.postings import decode, encode


@given(st.sets(st.integers(0, 5_000_000)))
def test_numbers_come_back(numbers: set[int]) -> None:
    ordered = sorted(numbers)
    assert decode(encode(ordered)) == ordered


def test_neighbours_take_a_character_each() -> None:
    assert encode([0, 1, 2, 33]) == "011v"
    assert encode([32]) == "w1"


def test_what_is_not_ours_is_no_number() -> None:
    with pytest.raises(KeyError):
        decode("0\u4e00")
