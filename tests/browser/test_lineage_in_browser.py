"""Drawn lineages in a real Chromium: reached, followed and read in any window and colour."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Watch, new_context

PHONE = 360
ENTRY, LINE = "en/papers/tsn/", "en/tasks/action-recognition/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [ENTRY, LINE])
def test_a_drawing_scrolls_inside_its_box(page: Page, site_url: str, address: str) -> None:
    watch = Watch(page)
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(site_url + address)
    box = page.locator(".vs-lineage")

    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE
    expect(box).to_have_attribute("role", "region")
    expect(box).to_have_attribute("aria-label", "Lineage")
    box.focus()
    before = box.evaluate("box => box.scrollLeft")
    page.keyboard.press("ArrowRight" if before == 0 else "ArrowLeft")
    page.wait_for_function(
        "([box, before]) => box.scrollLeft !== before", arg=[box.element_handle(), before]
    )
    assert watch.problems == []


def test_the_entry_itself_is_in_view(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(site_url + "en/papers/videomambapro/")
    own = page.locator(".vs-lineage [aria-current=page]")
    inside = """own => {
        const box = own.closest(".vs-lineage").getBoundingClientRect();
        const { left, right } = own.getBoundingClientRect();
        return left >= box.left && right <= box.right;
    }"""
    assert page.locator(".vs-lineage").evaluate("box => box.scrollLeft > 0")
    assert own.evaluate(inside)


def test_cards_lead_to_entries_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + ENTRY)
    card = page.locator(".vs-lineage a", has_text="Two-Stream").first
    card.focus()
    page.keyboard.press("Enter")

    page.wait_for_url(site_url + "en/papers/two-stream/")


def test_labels_fit_their_cards(page: Page, site_url: str) -> None:
    page.goto(site_url + LINE)
    wider = page.locator(".vs-lineage a").evaluate_all(
        """cards => cards.filter(card =>
            card.querySelector("text").getBBox().width > card.querySelector("rect").getBBox().width
        ).map(card => card.textContent)"""
    )
    assert page.locator(".vs-lineage a").count() > 30
    assert wider == []


def test_the_words_name_what_is_drawn(page: Page, site_url: str) -> None:
    page.goto(site_url + LINE)
    page.locator(".vs-lineage__text summary").click()

    drawn = page.locator(".vs-lineage a").evaluate_all(
        "cards => cards.map(card => card.href.baseVal)"
    )
    told = page.locator(".vs-lineage__text li li > a:first-child").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert sorted(drawn) == sorted(told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_theme(browser: Browser, site_url: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(site_url + ENTRY)
    light = page.locator(".vs-lineage a:not([aria-current]) text").first.evaluate(
        "text => getComputedStyle(text).fill.match(/\\d+/g).slice(0, 3).every(part => part > 128)"
    )
    assert light is (scheme == "dark")
    page.emulate_media(media="print")
    assert page.locator(".vs-lineage").evaluate("box => box.scrollWidth <= box.clientWidth + 1")
    context.close()
