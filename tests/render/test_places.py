from collections.abc import Callable

import pytest

from vidstore.intake.catalog import Intake
from vidstore.render.places import place_url, repo_file_url

HOME = "https://github.com/kite-example/kitelab"


@pytest.mark.parametrize(
    ("place", "url"),
    [
        ("https://example.org/x?y#z", "https://example.org/x?y#z"),
        ("http://example.org", "http://example.org"),
        ("kite-example/kitelab", HOME),
        ("kite-example/kitelab@0123abc", f"{HOME}/tree/0123abc"),
        ("kite-example/kitelab:docs/README.md", f"{HOME}/blob/HEAD/docs/README.md"),
        (
            "kite-example/kitelab@0123abc:docs/README.md#L3-L5",
            f"{HOME}/blob/0123abc/docs/README.md#L3-L5",
        ),
        ("kite-example/kitelab:a%b/风.md", f"{HOME}/blob/HEAD/a%25b/%E9%A3%8E.md"),
        ("javascript:alert(1)", ""),
        ("nowhere", ""),
    ],
)
def test_a_place_has_an_address(place: str, url: str) -> None:
    assert place_url(place) == url


def test_a_file_of_a_repository_has_an_address(take: Callable[[], Intake]) -> None:
    catalog = take().catalog
    assert catalog
    kitelab, winder = catalog.cards["repos/kitelab"], catalog.cards["repos/old-winder"]

    assert repo_file_url(kitelab, "kites/box", "0123abc") == f"{HOME}/blob/0123abc/kites/box"
    assert repo_file_url(kitelab, "kites/box") == f"{HOME}/blob/HEAD/kites/box"
    assert repo_file_url(winder, "kites/box") == "", "without code there is no file"
