from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from vidstore.render.plot_labels import Box, Label, Wanted, place_labels, width_of

AREA = Box(0, 0, 560, 360)
SIZE = 12.0


def box_of(label: Label) -> Box:
    """What a label covers, with a pixel less: letters are narrower than they are taken for."""
    width = width_of(label.text, SIZE)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left + 1, label.y - SIZE * 0.8, left + width - 1, label.y + SIZE * 0.2)


def test_a_name_stands_beside_its_point() -> None:
    (label,) = place_labels([Wanted(200, 200, "TSN")], [], AREA, SIZE)
    assert label.text == "TSN"
    assert abs(label.x - 200) < 20
    assert abs(label.y - 200) < 20


def test_a_name_moves_where_there_is_room() -> None:
    first = place_labels([Wanted(200, 200, "TSN")], [], AREA, SIZE)
    taken = box_of(first[0])
    assert place_labels([Wanted(200, 200, "TSN")], [taken], AREA, SIZE) != first


def test_a_name_without_room_is_left_out() -> None:
    assert place_labels([Wanted(200, 200, "TSN")], [AREA], AREA, SIZE) == ()
    assert place_labels([Wanted(5, 5, "A" * 99)], [], AREA, SIZE) == ()


def test_the_more_important_name_gets_the_room() -> None:
    crowd = [Wanted(200, 200, name) for name in "ABCDEFGHIJKLMNOP"]
    found = place_labels(crowd, [], AREA, SIZE)
    assert 0 < len(found) < len(crowd)
    assert [label.text for label in found] == sorted(label.text for label in found)


def test_chinese_is_wider() -> None:
    assert width_of("视频", SIZE) == 2 * SIZE
    assert width_of("ab", SIZE) < 2 * SIZE


POINTS = st.lists(
    st.builds(Wanted, st.floats(0, 560), st.floats(0, 360), st.text(min_size=1, max_size=20)),
    max_size=30,
)


@given(POINTS)
def test_names_never_overlap_and_never_leave(wanted: list[Wanted]) -> None:
    dots = [Box(one.x - 4, one.y - 4, one.x + 4, one.y + 4) for one in wanted]
    boxes = [box_of(label) for label in place_labels(wanted, dots, AREA, SIZE)]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(box.meets(dot) for box in boxes for dot in dots)
    assert all(AREA.holds(box) for box in boxes)
