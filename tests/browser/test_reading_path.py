"""Progress on a reading path, in a real Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import new_context
from tests.browser.test_site_in_browser import PAGES, PREFIX


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "2 / {} 步已完成"), ("en", "2 of {} steps done")]
)
def test_progress_is_kept_and_cleared(page: Page, site_url: str, lang: str, words: str) -> None:
    page.goto(f"{site_url}{PREFIX[lang]}{PAGES['path']}")
    boxes = page.get_by_role("checkbox")
    total = boxes.count()
    boxes.nth(0).check()
    boxes.nth(2).focus()
    page.keyboard.press("Space")
    progress = page.locator(".vs-progress")
    expect(progress).to_contain_text(words.format(total))
    page.reload()
    expect(progress).to_contain_text(words.format(total))
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).not_to_be_checked()
    other = "en" if lang == "zh" else "zh"
    page.goto(f"{site_url}{PREFIX[other]}{PAGES['path']}")
    expect(page.get_by_role("checkbox").nth(2)).to_be_checked()
    page.locator(".vs-progress button").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_without_scripts_a_path_is_a_list(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{PAGES['path']}")
    assert page.locator(".vs-step").count() > 3
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.locator(".vs-progress")).to_be_hidden()
    context.close()
