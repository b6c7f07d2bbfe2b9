import pytest

from vidstore.diagnostics import Location
from vidstore.load.positions import locate
from vidstore.load.yaml import compose

TEXT = "title:\n  zh: 风筝\nlinks:\n  code: [https://a.org, https://b.org]\nlist:\n  - {a: 1}\n"


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        (("title", "zh"), False, Location(2, 7, 2)),
        (("title", "zh"), True, Location(2, 3, 2)),
        (("title",), False, Location(1, 1, 5)),
        (("title", "en"), False, Location(1, 1, 5)),
        (("links", "code", 1), False, Location(4, 25, 13)),
        (("links", "code", 9), False, Location(4, 9, 30)),
        (("list", 0, "a"), True, Location(6, 6, 1)),
        (("list", 0), False, Location(6, 5, 6)),
        (("missing",), False, Location(1, 1, 1)),
        ((), False, Location(1, 1, 1)),
    ],
)
def test_finds_a_value_or_its_nearest_parent(
    path: tuple[str | int, ...], at_key: bool, place: Location
) -> None:
    assert locate(compose(TEXT), path, at_key=at_key) == place
