import xml.etree.ElementTree as ET

import pytest

from vidstore.model.text import Lang
from vidstore.site import sitemap
from vidstore.site.sitemap import sitemaps

URL = "https://kites.example.org/a&b/"
SPACE = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BOTH = tuple(Lang)


def listed(content: bytes) -> dict[str | None, dict[str, str]]:
    return {
        item.findtext("m:loc", namespaces=SPACE): {
            link.attrib["hreflang"]: link.attrib["href"] for link in item.findall("x:link", SPACE)
        }
        for item in ET.fromstring(content)
    }


def test_a_page_in_both_languages_is_listed_with_its_counterparts() -> None:
    files = sitemaps({"papers/x/": BOTH}, URL)
    links = {
        "zh-Hans": f"{URL}papers/x/",
        "en": f"{URL}en/papers/x/",
        "x-default": f"{URL}papers/x/",
    }
    assert list(files) == ["sitemap.xml"]
    assert listed(files["sitemap.xml"]) == {f"{URL}papers/x/": links, f"{URL}en/papers/x/": links}


@pytest.mark.parametrize(
    ("lang", "links"),
    [
        (Lang.ZH, {"zh-Hans": f"{URL}g/", "x-default": f"{URL}g/"}),
        (Lang.EN, {"en": f"{URL}en/g/"}),
    ],
)
def test_a_page_in_one_language_is_listed_once(lang: Lang, links: dict[str, str]) -> None:
    own = links.get("en", f"{URL}g/")
    assert listed(sitemaps({"g/": (lang,)}, URL)["sitemap.xml"]) == {own: links}


def test_the_order_in_which_pages_come_does_not_matter() -> None:
    names = ["b/", "a/", ""]
    assert sitemaps(dict.fromkeys(names, BOTH), URL) == sitemaps(
        dict.fromkeys(sorted(names), BOTH), URL
    )


def test_a_large_site_gets_several_files_and_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = sitemaps(dict.fromkeys(["a/", "b/", "c/", "d/", "e/"], BOTH), URL)

    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = [
        item.findtext("m:loc", namespaces=SPACE) for item in ET.fromstring(files["sitemap.xml"])
    ]
    assert index == [f"{URL}sitemap-{number}.xml" for number in (1, 2, 3)]
    every = [url for name in sorted(files)[:3] for url in listed(files[name])]
    assert len(every) == len(set(every)) == 10


def test_no_file_may_hold_more_addresses_than_the_protocol_allows() -> None:
    assert sitemap.MOST * len(Lang) <= 50_000


def test_an_empty_site_has_an_empty_sitemap() -> None:
    assert listed(sitemaps({}, URL)["sitemap.xml"]) == {}
