"""The whole toy project as a site, built by each engine."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.site.conftest import Build
from tests.site.inspection import Page, Site

from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.site.engine import Engine

NAMESPACES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
ONLY_CHINESE = "guides/indoors/index.html"


def url_of(site: Site, page: Page) -> str:
    return site.url + page.name.removesuffix("index.html")


def proper_pages(site: Site) -> list[Page]:
    return [page for page in site.pages.values() if not page.is_missing_page]


def test_everything_that_a_page_names_is_there(built: Site) -> None:
    assert list(built.faults()) == []


def test_every_page_has_one_heading_of_the_first_rank(built: Site) -> None:
    odd = {page.name: page.headings for page in built.pages.values() if len(page.headings) != 1}
    assert odd == {}
    assert [page.name for page in built.pages.values() if not page.headings[0].strip()] == []


def test_no_anchor_stands_twice_on_a_page(built: Site) -> None:
    twice = {
        page.name: [name for name, number in Counter(page.ids).items() if number > 1]
        for page in built.pages.values()
    }
    assert {name: found for name, found in twice.items() if found} == {}


def test_every_page_says_its_language(built: Site) -> None:
    said = {page.name: page.lang for page in built.pages.values()}
    assert said == {name: "en" if name.startswith("en/") else "zh" for name in said}


def test_every_page_has_a_title_of_its_own_before_the_name_of_the_site(built: Site) -> None:
    names = {Lang.ZH: "风筝小站", Lang.EN: "Kite Corner"}
    for page in proper_pages(built):
        name = names[page.language]
        own = page.title.removesuffix(name).removesuffix(" - ")
        assert page.title.endswith(name), page.name
        assert own.strip() or page.address == "", page.name


def test_every_page_names_its_own_address_as_canonical(built: Site) -> None:
    named = {page.name: page.canonical for page in proper_pages(built)}
    assert named == {page.name: [url_of(built, page)] for page in proper_pages(built)}


def test_every_page_names_its_counterparts(built: Site) -> None:
    for page in proper_pages(built):
        there = {page.name, built.counterpart(page)} & built.files
        expected = {
            "en" if name.startswith("en/") else "zh-Hans": url_of(built, built.pages[name])
            for name in there
        }
        if "zh-Hans" in expected:
            expected["x-default"] = expected["zh-Hans"]
        assert page.alternates == expected, page.name


def test_both_languages_have_the_same_pages_but_for_a_guide_in_one(built: Site) -> None:
    without = [
        page.name for page in built.pages.values() if built.counterpart(page) not in built.files
    ]
    assert without == [ONLY_CHINESE]


def test_the_language_switch_leads_to_the_counterpart_else_to_the_other_home(built: Site) -> None:
    for page in proper_pages(built):
        switches = {lang: built.target(page, href) for lang, href in page.switches().items()}
        own, other = page.language, page.language.other
        counterpart = built.counterpart(page)
        home = "en/index.html" if other is Lang.EN else "index.html"
        assert switches == {
            own.value: page.name,
            other.value: counterpart if counterpart in built.files else home,
        }, page.name


def test_the_sitemap_has_every_page_and_nothing_else(built: Site) -> None:
    root = ET.fromstring(built.text("sitemap.xml"))
    listed = [place.text for place in root.findall("map:url/map:loc", NAMESPACES)]
    assert sorted(map(str, listed)) == sorted(url_of(built, page) for page in proper_pages(built))


def test_the_sitemap_names_the_same_counterparts_as_the_pages(built: Site) -> None:
    root = ET.fromstring(built.text("sitemap.xml"))
    named = {
        item.findtext("map:loc", namespaces=NAMESPACES): {
            link.get("hreflang"): link.get("href")
            for link in item.findall("xhtml:link", NAMESPACES)
        }
        for item in root.findall("map:url", NAMESPACES)
    }
    assert named == {url_of(built, page): page.alternates for page in proper_pages(built)}


def test_no_slot_is_left_open(built: Site) -> None:
    assert [page.name for page in built.pages.values() if "vidstore-slot" in page.html] == []


def test_no_page_of_a_frame_is_left_over(built: Site) -> None:
    assert [name for name in built.files if "vidstore-frame" in name] == []


def test_nothing_is_loaded_from_another_origin(built: Site) -> None:
    loaded = {
        urljoin(url_of(built, page), reference.value)
        for page in built.pages.values()
        for reference in page.references
        if reference.is_loaded
    }
    assert [url for url in sorted(loaded) if not url.startswith(built.url)] == []
    assert len(loaded) > 5


def test_hostile_texts_bring_no_element_of_their_own(built: Site) -> None:
    for folder in ("", "en/"):
        wild, tame = (
            built.pages[f"{folder}papers/{name}/index.html"] for name in ("wild-text", "tailless")
        )
        inside = Page("", wild.content())
        assert not {"img", "iframe"} & set(inside.tags)
        scripts = [ref.value for ref in inside.references if ref.tag == "script"]
        assert len(scripts) == inside.tags.count("script"), "no script without a source"
        root = "../../../" if folder else "../../"
        assert scripts == [f"{root}assets/vidstore/basket.js"]
        assert wild.tags.count("script") == tame.tags.count("script")
        assert "<b>wild</b>" not in wild.html
        assert "&lt;b&gt;wild&lt;/b&gt;" in wild.html


def test_no_page_has_an_event_handler_or_a_script_address(built: Site) -> None:
    for page in built.pages.values():
        in_content = Page("", page.content()) if "vs-page" in page.html else page
        assert in_content.handlers == [], page.name
        schemes = [
            ref.value for ref in page.references if ref.value.lower().startswith("javascript")
        ]
        assert schemes == [], page.name


@pytest.mark.parametrize("folder", ["", "en/"])
def test_hostile_texts_are_shown_as_they_were_written(built: Site, folder: str) -> None:
    page = built.pages[f"{folder}papers/wild-text/index.html"]
    assert page.title.startswith(
        'W|ld [x] `y` *z*: <script>alert("1")</script> An Extraordinarily & '
    )
    assert '<script>alert("1")</script> An Extraordinarily' in page.headings[0]
    assert "&amp; an Entity" in page.headings[0]
    assert "<O'Neil" not in page.content()
    assert "O&#39;Neil &lt;o@example.org&gt;" in page.content()


def test_braces_of_a_template_are_no_template(built: Site) -> None:
    content = built.pages["en/papers/wild-text/index.html"].content()
    assert "{{ 7 * 7 }} and {% raw %} stay as they are." in content


def test_lists_of_all_kinds_have_their_tab_marked(built: Site) -> None:
    active = {
        name: re.findall(r'md-tabs__item--active">\s*<a href="([^"]*)"', built.pages[name].html)
        for name in (
            "papers/index.html",
            "papers/box-kite/index.html",
            "en/tasks/lifting/index.html",
        )
    }
    assert active == {
        "papers/index.html": ["../papers/"],
        "papers/box-kite/index.html": ["../../papers/"],
        "en/tasks/lifting/index.html": ["../../tasks/"],
    }


def test_an_entry_leads_to_its_file(built: Site) -> None:
    page = built.pages["en/papers/box-kite/index.html"]
    edit = "https://github.com/kite-example/corner/edit/trunk/catalog/papers/box-kite.yml"
    assert edit in [reference.value for reference in page.references]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(("prefix", "words"), [("", "添加条目"), ("en/", "Add an entry")])
def test_the_list_of_a_kind_leads_to_a_new_entry(
    built: Site, kind: Kind, prefix: str, words: str
) -> None:
    found = re.search(
        rf'<a href="([^"]+)" rel="noopener">{words}</a>',
        built.pages[f"{prefix}{kind.folder}/index.html"].html,
    )
    assert found
    assert f"/new/trunk/catalog/{kind.folder}?value=" in found[1]


def test_a_guide_leads_to_its_file(built: Site) -> None:
    page = built.pages["en/guides/first-kite/index.html"]
    edit = "https://github.com/kite-example/corner/edit/trunk/docs/en/guides/first-kite.md"
    assert edit in [reference.value for reference in page.references]


def test_every_page_has_search_which_without_scripts_leads_to_the_sections(built: Site) -> None:
    for page in built.pages.values():
        links = re.findall(r'<a href="([^"]*)" class="vs-find">', page.html)
        expected = "en/sections/index.html" if page.language is Lang.EN else "sections/index.html"
        assert [built.target(page, link) for link in links] == [expected], page.name


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_words_of_a_project_cannot_leave_the_style_that_holds_them(
    toy: Path, build_toy: Build, engine: Engine
) -> None:
    path = toy / "templates/locale/en.yml"
    path.parent.mkdir(parents=True)
    path.write_text("compare: {add: '\"</style> \\ & 加'}\n", "utf-8")
    build_toy(engine=engine)
    page = (toy / "site/en/papers/box-kite/index.html").read_text("utf-8")
    assert r'--vs-add:"\22 \3c \2f style\3e  \5c  \26  加"' in page
