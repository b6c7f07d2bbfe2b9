"""GPU platforms compared: what is old looks old, and the table is sorted and filtered."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import new_context

SHOWN = (
    "[...document.querySelectorAll('table[data-table=prices] tbody tr')].filter(r => !r.hidden)"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


def hourly(page: Page) -> list[tuple[str, float]]:
    """Currency and price of an hour in every row that is shown, in order."""
    ranks: list[str] = page.evaluate(f"{SHOWN}.map(r => r.cells[1].dataset.value)")
    return [(rank.split()[0], float(rank.split()[1])) for rank in ranks]


def test_prices_are_sorted_within_their_currency(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/prices/")
    before = hourly(page)
    page.get_by_role("button", name="Price", exact=True).click()
    assert hourly(page) == sorted(before)
    assert hourly(page) != before
    page.get_by_role("button", name="Price", exact=True).click()
    assert hourly(page) == sorted(before, reverse=True)


def test_prices_are_filtered_by_gpu_and_currency(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/prices/")
    every = len(hourly(page))
    page.get_by_label("Currency").select_option("CNY")
    some = hourly(page)
    assert 0 < len(some) < every
    assert {currency for currency, _ in some} == {"CNY"}
    page.locator("select[name=model]").select_option("A100")
    models = page.evaluate(f"{SHOWN}.map(r => r.cells[0].dataset.value)")
    assert set(models) == {"A100"}
    expect(page.locator("#prices-shown")).to_contain_text(str(len(models)))
    page.reload()
    assert page.evaluate(f"{SHOWN}.length") == len(models)


def test_prices_that_were_read_long_ago_say_so(page: Page, site_url: str) -> None:
    page.clock.install(time=datetime(2036, 1, 1, tzinfo=UTC))
    page.goto(f"{site_url}prices/")
    prices = page.locator("time[data-old]").count()
    expect(page.locator(".vs-old")).to_have_count(prices)
    expect(page.locator(".vs-old").first).to_contain_text("天前读到")


def test_prices_that_were_read_lately_do_not(page: Page, site_url: str) -> None:
    page.clock.install(time=datetime(2026, 6, 1, tzinfo=UTC))
    page.goto(f"{site_url}prices/")
    assert page.locator("time[data-old]").count() > 0
    expect(page.locator(".vs-old")).to_have_count(0)
