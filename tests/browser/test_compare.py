"""Entries side by side in a real Chromium, from the first button to the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Watch, new_context
from tests.serve.server import serving

PHONE = 360


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


def toggle(page: Page, key: str) -> None:
    page.locator(f'.vs-toggle[data-key="{key}"]').click()


def columns(page: Page) -> list[str]:
    expect(page.locator(".vs-compare")).to_be_visible()
    return page.locator(".vs-compare thead a").all_text_contents()


def test_from_a_list_to_the_table(page: Page, site_url: str) -> None:
    watch = Watch(page)
    page.goto(site_url + "en/families/segment-based/")
    bar, link = page.locator(".vs-basket"), page.locator(".vs-basket a")
    expect(bar).to_be_hidden()

    toggle(page, "papers/tsn")
    expect(bar).to_contain_text("Choose one more")
    expect(link).to_be_hidden()
    expect(page.locator('.vs-toggle[data-key="papers/tsn"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto(site_url + "en/papers/tsm/")
    expect(bar).to_contain_text("TSN")
    toggle(page, "papers/tsm")
    link.click()

    page.wait_for_url(site_url + "en/compare/?e=papers/tsn,papers/tsm")
    assert columns(page) == ["TSN", "TSM"]
    year = page.locator(".vs-compare tbody tr", has=page.get_by_role("rowheader", name="Year"))
    assert year.locator("td").all_text_contents() == ["2016", "2019"]
    assert year.get_attribute("class") == "vs-differs"
    assert watch.problems == []


def test_the_table_has_facts_results_and_links(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/compare/?e=papers/tsn,papers/tsm")
    columns(page)
    heads = page.locator(".vs-compare tbody th").all_text_contents()

    assert heads[0] == "Summary"
    assert {"Year (differs)", "Family (differs)", "Links", "Run it (differs)"} <= set(heads)
    links = page.locator(".vs-compare td a").evaluate_all("all => all.map(link => link.href)")
    assert f"{site_url}en/years/2016/" in links
    assert not [link for link in links if "/compare/" in link], "relative to the entry's page"
    summary = page.locator(".vs-compare tbody tr").first
    assert summary.get_attribute("class") is None, "texts of their own are no difference"


def test_figures_and_prices_are_rows_of_their_own(page: Page, toy: Path) -> None:
    with serving(toy) as server:
        page.goto(f"{server.url}en/compare/?e=papers/box-kite,platforms/windfarm")
        columns(page)
        rows = {
            row.locator("th").text_content(): row.locator("td").all_text_contents()
            for row in page.locator(".vs-compare tbody tr").all()
        }

    assert rows["Sky100 · Altitude (differs)"][0].startswith("74.10 Spruce")
    assert rows["Sky100 · Altitude (differs)"][0].endswith("60")
    assert rows["Sky100 · Altitude (differs)"][1] == "none"
    assert any(label and label.startswith("Prices · ") for label in rows)


def test_only_what_differs(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/compare/?e=papers/tsn,papers/tsm")
    columns(page)
    rows = page.locator(".vs-compare tbody tr:visible")
    before = rows.count()
    page.locator(".vs-compare__options input").check()

    assert 0 < rows.count() < before
    assert rows.count() == page.locator(".vs-compare .vs-differs").count()


def test_four_are_the_most(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/papers/")
    toggles = page.locator(".vs-toggle")
    for number in range(5):
        toggles.nth(number).click()

    expect(page.locator(".vs-basket")).to_contain_text("At most 4")
    expect(page.locator(".vs-toggle[aria-pressed=true]")).to_have_count(4)
    page.locator(".vs-basket li button").first.click()
    expect(page.locator(".vs-toggle[aria-pressed=true]")).to_have_count(3)
    page.locator(".vs-basket > button").click()
    expect(page.locator(".vs-basket")).to_be_hidden()


def test_rows_of_the_browse_page_can_be_chosen(page: Page, site_url: str) -> None:
    page.goto(site_url + "browse/?kind=platforms")
    expect(page.locator(".vs-found .vs-toggle").nth(1)).to_be_visible()
    page.locator(".vs-found .vs-toggle").nth(0).click()
    page.locator(".vs-found .vs-toggle").nth(1).click()
    page.locator(".vs-basket a").click()

    assert len(columns(page)) == 2
    expect(page.locator(".vs-compare tbody th").first).to_contain_text("简介")


def test_kinds_that_are_not_compared_have_no_button(page: Page, site_url: str) -> None:
    page.goto(site_url + "people/")
    expect(page.locator(".vs-basket")).to_be_hidden()
    expect(page.locator(".vs-toggle")).to_have_count(0)


def test_a_column_is_taken_out_and_back_brings_it_again(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/compare/?e=papers/tsn,papers/tsm,papers/i3d")
    assert columns(page) == ["TSN", "TSM", "I3D"]
    page.get_by_role("button", name="Remove TSM").click()
    page.wait_for_url(site_url + "en/compare/?e=papers/tsn,papers/i3d")
    expect(page.locator(".vs-compare thead a")).to_have_count(2)

    page.go_back()
    expect(page.locator(".vs-compare thead a")).to_have_count(3)


def test_nothing_chosen_explains_how(page: Page, site_url: str) -> None:
    watch = Watch(page)
    page.goto(site_url + "compare/")

    expect(page.locator(".vs-compare__how")).to_be_visible()
    expect(page.locator(".vs-compare")).to_be_hidden()
    page.locator(".vs-compare__how a").click()
    page.wait_for_url(site_url + "browse/?kind=papers")
    assert watch.problems == []


@pytest.mark.parametrize(
    "asked",
    [
        "papers/no-such-paper",
        "../../etc",
        "https://example.org/",
        "people/limin-wang",
        "papers/<b>",
    ],
)
def test_what_cannot_be_compared_is_left_out(page: Page, site_url: str, asked: str) -> None:
    watch = Watch(page)
    page.goto(f"{site_url}en/compare/?e={asked},papers/tsn,papers/tsm")

    assert columns(page) == ["TSN", "TSM"]
    status = page.locator(".vs-compare__status")
    if asked == "papers/no-such-paper":
        expect(status).to_contain_text("papers/no-such-paper cannot be opened")
    else:
        expect(status).to_have_text("")
        assert watch.problems == []
    origin = site_url[: site_url.index("/", len("http://"))]
    assert [url for url in watch.asked if not url.startswith((origin, "data:"))] == []


def test_a_phone_scrolls_inside_the_box(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(site_url + "compare/?e=papers/tsn,papers/tsm,papers/slowfast,papers/i3d")
    assert len(columns(page)) == 4
    box = page.locator(".vs-compare")

    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE
    expect(box).to_have_attribute("tabindex", "0")
    box.evaluate("box => box.scrollLeft = 200")
    expect(page.locator(".vs-compare tbody th").first).to_be_in_viewport()


def test_the_choice_goes_along_to_the_other_language(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/compare/?e=papers/tsn,papers/tsm")
    columns(page)
    page.locator('.md-header a[hreflang="zh"]').first.click()

    page.wait_for_url(site_url + "compare/?e=papers/tsn,papers/tsm")
    expect(page.locator(".vs-compare tbody th").first).to_contain_text("简介")
