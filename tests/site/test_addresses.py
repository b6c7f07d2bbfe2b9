from urllib.parse import urljoin

import pytest

from vidstore.model.text import Lang
from vidstore.site.addresses import assets, base, depth, file_of

ROOT = "https://kites.example.org/corner/"


def url(address: str, lang: Lang) -> str:
    return ROOT + ("en/" if lang is Lang.EN else "") + address


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("address", ["", "papers/", "papers/x/", "tasks/x/page/2/"])
def test_every_way_from_a_page_leads_where_it_says(address: str, lang: Lang) -> None:
    here = url(address, lang)
    assert urljoin(here, base(address)) == url("", lang)
    assert urljoin(here, assets(address, lang)) == ROOT


def test_the_file_of_a_page() -> None:
    assert file_of("papers/x/", Lang.ZH) == "papers/x/index.html"
    assert file_of("", Lang.EN) == "en/index.html"
    assert depth("tasks/x/page/2/") == 4
