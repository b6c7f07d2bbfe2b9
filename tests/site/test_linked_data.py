"""What entries say about themselves to programs that read schema.org."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.site.conftest import URL
from tests.site.inspection import Page, Site

from vidstore.model.text import Lang

PREFIXES = {Lang.ZH: "", Lang.EN: "en/"}


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def _nodes(page: Page) -> list[Any]:
    scripts = _Scripts()
    scripts.feed(page.html)
    return [json.loads(text) for text in scripts.found]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("papers/box-kite", "ScholarlyArticle"),
        ("papers/wild-text", "ScholarlyArticle"),
        ("surveys/forty-years", "ScholarlyArticle"),
        ("surveys/wind-talk", "LearningResource"),
        ("tutorials/knots", "LearningResource"),
        ("repos/kitelab", "SoftwareSourceCode"),
        ("datasets/sky-hundred", "Dataset"),
        ("platforms/windfarm", "Service"),
        ("people/lin-yuan", "Person"),
        ("people/kite-club", "Organization"),
    ],
)
@pytest.mark.parametrize("lang", Lang)
def test_an_entry_is_linked_data_and_says_what_its_page_does(
    built: Site, key: str, kind: str, lang: Lang
) -> None:
    page = built.pages[f"{PREFIXES[lang]}{key}/index.html"]
    (node,) = _nodes(page)
    assert node["@context"] == "https://schema.org"
    assert node["@type"] == kind
    assert (
        " ".join(node["name"].split()) in " ".join(page.title.split())
        or node["name"] in page.title
    )
    assert node["mainEntityOfPage"] == f"{URL}{PREFIXES[lang]}{key}/"
    description = re.search(r'<meta name="description" content="([^"]*)"', page.html)
    assert description
    assert unescape(description[1]) == " ".join(node["description"].split())
    names = [author["name"] for author in node.get("author", ())]
    shown = re.search(r'<p class="vs-authors">(.*?)</p>', page.content())
    assert bool(names) == bool(shown)
    plain = unescape(re.sub(r"<[^>]*>", "", shown[1] if shown else ""))
    assert all(name in plain for name in names)


def test_linked_data_knows_more_of_some(built: Site) -> None:
    (box,) = _nodes(built.pages["en/papers/box-kite/index.html"])
    assert box["identifier"] == [
        "https://doi.org/10.9999/kite.1(2)",
        "https://arxiv.org/abs/9901.00001",
    ]
    assert box["isPartOf"]["name"] == "International Conference on Wind & Other Excuses"
    assert box["datePublished"] == "1999"
    (lab,) = _nodes(built.pages["repos/kitelab/index.html"])
    assert lab["codeRepository"] == "https://github.com/kite-example/kitelab"
    (talk,) = _nodes(built.pages["surveys/wind-talk/index.html"])
    assert (talk["inLanguage"], talk["timeRequired"]) == ("zh", "PT1.5H")
    (lin,) = _nodes(built.pages["en/people/lin-yuan/index.html"])
    assert (lin["jobTitle"], lin["affiliation"]["name"]) == ("Professor", "University of Kites")


def test_other_pages_are_no_linked_data(built: Site) -> None:
    for name in ("index.html", "papers/index.html", "en/guides/first-kite/index.html"):
        assert _nodes(built.pages[name]) == []
