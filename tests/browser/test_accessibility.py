"""axe-core finds nothing on any type of page, in either language, light or dark."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.browser.conftest import new_context
from tests.browser.test_site_in_browser import DESK, PAGES, PHONE, PREFIX

SCHEMES = ("light", "dark")


@cache
def axe() -> str:
    """axe-core, as the package for Playwright ships it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module", params=SCHEMES)
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = new_context(browser, DESK, scheme=request.param)
    yield context
    context.close()


def violations(context: BrowserContext, url: str) -> list[str]:
    """What axe minds on a page, each with the elements meant."""
    page = context.new_page()
    page.goto(url)
    page.evaluate(axe())
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    page.close()
    return [
        f"{item['id']}: {node['html'][:200]} {json.dumps(node['any'][:1])[:300]}"
        for item in found["violations"]
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*PAGES, "not found"])
def test_a_page_can_be_used_by_everybody(
    screen: BrowserContext, site_url: str, name: str, lang: str
) -> None:
    address = PAGES.get(name, "no/such/page/")
    assert violations(screen, f"{site_url}{PREFIX[lang]}{address}") == []


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_can_be_used_on_a_phone(browser: Browser, site_url: str, name: str) -> None:
    context = new_context(browser, PHONE)
    assert violations(context, f"{site_url}{PAGES[name]}") == []
    context.close()


def test_axe_does_find_things(browser: Browser, site_url: str) -> None:
    context = new_context(browser, DESK)
    page = context.new_page()
    page.goto(site_url)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x>')")
    page.evaluate(axe())
    found = page.evaluate("axe.run(document).then(r => r.violations.map(v => v.id))")
    context.close()
    assert "image-alt" in found
