"""Every type of page of the real catalog, in both languages, in a real Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.conftest import ROOT, Watch, new_context

from vidstore.model.ids import Kind

CATALOG = ROOT / "catalog"
PREFIX = {"zh": "", "en": "en/"}
OTHER = {"zh": "en", "en": "zh"}
PHONE, DESK = 360, 1440


def words(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (CATALOG / "taxonomy" / f"{name}.yml").read_text("utf-8")
    )
    return found


def sections(of: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for section in of:
        yield section
        yield from sections(section.get("children", []))


def page_types() -> dict[str, str]:
    """An address for each type of page."""
    every = list(sections(yaml.safe_load((CATALOG / "sections.yml").read_text("utf-8"))))
    tasks = words("tasks")
    found = {"home": "", "browse": "browse/", "compare": "compare/"}
    for name in ("sections", "tasks", "families", "tags", "years", "results", "run"):
        found[f"overview of {name}"] = f"{name}/"
    some = {
        "section": ("sections", [section["id"] for section in every]),
        "section with rows": ("sections", [s["id"] for s in every if s.get("rows")]),
        "section with children": ("sections", [s["id"] for s in every if s.get("children")]),
        "section with a figure": ("sections", [s["id"] for s in every if s.get("figure")]),
        "task with a figure": (
            "tasks",
            [name for name, task in tasks.items() if task.get("figure")],
        ),
        "task without one": ("tasks", [n for n, task in tasks.items() if not task.get("figure")]),
        "family": ("families", list(words("families"))),
        "tag": ("tags", list(words("tags"))),
        "year": ("years", ["2016"]),
    }
    for name, (folder, ids) in some.items():
        if ids:
            found[name] = f"{folder}/{ids[0]}/"
    for kind in Kind:
        entries = sorted((CATALOG / kind.folder).glob("*.yml"))
        found[f"list of {kind.folder}"] = f"{kind.folder}/"
        found[kind.value] = f"{kind.folder}/{entries[0].stem}/"
    found["paper with everything"] = "papers/tsn/"
    paths = sorted((CATALOG / "paths").glob("*.yml"))
    found |= {"paths": "paths/", "path": f"paths/{paths[0].stem}/", "prices": "prices/"}
    found |= {"data": "data/", "board": "results/kinetics-400/"}
    guides = sorted((ROOT / "docs" / "zh" / "guides").glob("*.md"))
    both = [path for path in guides if (ROOT / "docs" / "en" / "guides" / path.name).exists()]
    if both:
        name = "" if both[0].stem == "index" else f"{both[0].stem}/"
        found["guide"] = f"guides/{name}"
    return found


PAGES = page_types()
WITH_FIGURE = ("home", "section with a figure", "task with a figure")


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, DESK)
    yield context
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own, which remembers nothing."""
    context = new_context(browser, DESK)
    yield context.new_page()
    context.close()


def is_wider_than_the_window(page: Page) -> bool:
    wider: bool = page.evaluate(
        "document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
    )
    return wider


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*PAGES, "not found"])
def test_a_page_is_quiet_and_keeps_to_itself(
    desk: BrowserContext, site_url: str, name: str, lang: str
) -> None:
    page = desk.new_page()
    watch = Watch(page)
    missing = name == "not found"
    address = site_url + PREFIX[lang] + PAGES.get(name, "papers/no-such-paper/")

    answer = page.goto(address, wait_until="load")

    assert answer
    assert answer.status == (404 if missing else 200)
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        assert not is_wider_than_the_window(page), f"{width} px"
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("h1")).to_be_visible()
    own = [problem for problem in watch.problems if not (missing and address in problem)]
    assert own == []
    origin = site_url[: site_url.index("/", len("http://"))]
    assert [url for url in watch.asked if not url.startswith((origin, "data:"))] == []
    assert len(watch.asked) > 3
    styled = page.evaluate("getComputedStyle(document.body).getPropertyValue('--vs-text').trim()")
    assert styled, "the style sheet is not there"
    page.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", WITH_FIGURE)
def test_figures_are_shown(desk: BrowserContext, site_url: str, name: str, lang: str) -> None:
    page = desk.new_page()
    page.goto(site_url + PREFIX[lang] + PAGES[name])
    figures = page.locator("#content img")
    assert figures.count() > 0
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        handle = figure.element_handle()
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=handle)
        assert (figure.get_attribute("alt") or "").strip()
        assert f".{lang}.svg" in (figure.get_attribute("src") or "")
    page.close()


def switch_to(page: Page, lang: str) -> str:
    return f'.md-header a[hreflang="{lang}"], .md-header a[lang="{lang}"]'


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", list(PAGES))
def test_the_language_switch_leads_to_the_counterpart(
    desk: BrowserContext, site_url: str, name: str, lang: str
) -> None:
    page = desk.new_page()
    page.goto(site_url + PREFIX[lang] + PAGES[name])
    link = page.locator(switch_to(page, OTHER[lang])).first
    if not link.is_visible():
        page.locator(".md-header .md-select").hover()

    link.click()

    page.wait_for_url(site_url + PREFIX[OTHER[lang]] + PAGES[name])
    expect(page.locator("html")).to_have_attribute("lang", OTHER[lang])
    page.close()


def tab_until(page: Page, reached: str, most: int = 80) -> bool:
    """Press Tab until the focus is where a function of the focused element says."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"({reached})(document.activeElement)"):
            return True
    return False


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_language_is_switched_by_keyboard(page: Page, site_url: str, lang: str) -> None:
    page.goto(site_url + PREFIX[lang] + "papers/tsn/")
    selector = switch_to(page, OTHER[lang])

    assert tab_until(page, f"focused => focused.matches({selector!r})")
    expect(page.locator(":focus")).to_be_visible()
    page.keyboard.press("Enter")

    page.wait_for_url(site_url + PREFIX[OTHER[lang]] + "papers/tsn/")


def test_the_language_switch_of_the_404_page_leads_home(page: Page, site_url: str) -> None:
    page.goto(site_url + "papers/no/such/paper/")
    link = page.locator(switch_to(page, "en")).first
    if not link.is_visible():
        page.locator(".md-header .md-select").hover()
    link.click()

    page.wait_for_url(site_url + "en/")


def test_the_theme_is_kept_across_pages_and_languages(page: Page, site_url: str) -> None:
    scheme = page.locator("body")
    page.goto(site_url + "papers/")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")

    page.locator("[data-md-component=palette] label:visible").click()

    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    for address in ("papers/tsn/", "", "tasks/", "en/", "en/papers/tsn/"):
        page.goto(site_url + address)
        expect(scheme).to_have_attribute("data-md-color-scheme", "slate")

    page.locator("[data-md-component=palette] label:visible").click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bibtex_is_copied(page: Page, site_url: str, lang: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + PREFIX[lang] + "papers/tsn/")
    button = page.locator(".vs-bibtex button")

    button.click()

    expect(button).to_have_text(str(button.get_attribute("data-copied")))
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@inproceedings{wang2016temporal,\n  title")
    assert copied == page.locator(".vs-bibtex pre").text_content()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_menu_of_a_phone_leads_to_the_lists(page: Page, site_url: str, lang: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(site_url + PREFIX[lang])
    link = page.locator(
        ".md-nav--primary a", has_text=re.compile({"zh": "论文", "en": "Papers"}[lang])
    )
    expect(link.first).not_to_be_in_viewport()

    page.locator(".md-header .vs-menu").click()
    expect(link.first).to_be_in_viewport()
    link.first.click()

    page.wait_for_url(site_url + PREFIX[lang] + "papers/")


@pytest.mark.parametrize(
    "name", ["home", "list of papers", "paper with everything", "overview of tasks"]
)
def test_the_keyboard_reaches_the_content(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + PAGES[name])

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#content")
    assert tab_until(page, "focused => focused.closest('#content') !== null")


def test_the_skip_link_jumps_over_the_navigation(page: Page, site_url: str) -> None:
    page.goto(site_url + "papers/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#content') !== null")


@pytest.mark.parametrize("name", ["home", "list of papers", "paper with everything"])
def test_paper_shows_the_content_and_no_navigation(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + PAGES[name])
    expect(page.locator(".md-header")).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".md-tabs")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_of_the_system_is_followed_first(
    browser: Browser, site_url: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(site_url)
    expected = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
    context.close()


def test_every_page_type_is_there(site_folder: Path) -> None:
    gone = [
        name
        for name, address in PAGES.items()
        if not (site_folder / address / "index.html").is_file()
    ]
    assert gone == []
