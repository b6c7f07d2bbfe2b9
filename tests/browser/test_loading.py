"""What a page weighs, and that nothing moves while it comes in, in a real Chromium."""

import gzip
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, Route
from tests.browser.conftest import new_context
from tests.browser.test_site_in_browser import PAGES, PREFIX

MOST = 300_000
"""Bytes over the wire for a first visit, with everything."""
PACKED = ("text/", "application/javascript", "application/json", "image/svg")
"""What hosts of static sites send compressed."""
LATE_S = 0.25
STILL = 0.02
"""Chromium's sum of layout shifts; 0.1 passes for good (web.dev/articles/cls). What is left of it
are columns of a wide table that change by a letter when their headings become buttons."""

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map((s) => s.node?.className || s.node?.nodeName);
    window.shifts.push([entry.value, moved.join(" ")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(params=[360, 1440])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = new_context(browser, request.param)
    yield context.new_page()
    context.close()


def weight(response: Response) -> int:
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(gzip.compress(body) if kind.startswith(PACKED) else body)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_is_light(browser: Browser, site_url: str, name: str, lang: str) -> None:
    context = new_context(browser)
    page = context.new_page()
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(site_url + PREFIX[lang] + PAGES[name], wait_until="networkidle")
    sizes = {answer.url: weight(answer) for answer in answers}
    context.close()
    assert len(sizes) > 3
    assert sum(sizes.values()) < MOST, sizes


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_comes_in(page: Page, site_url: str, name: str) -> None:
    """Scripts and pictures come a moment after the first paint, as they do from far away."""

    def late(route: Route) -> None:
        time.sleep(LATE_S)
        route.continue_()

    page.route("**/*.{js,json,svg,webp}", late)
    page.add_init_script(WATCH)
    page.goto(site_url + PAGES[name], wait_until="networkidle")
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < STILL, shifts
