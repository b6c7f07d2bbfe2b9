"""Tables that sort and filter, plots that lead on: the toy catalog's results in a real Chromium."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import Watch, new_context, serving
from tests.browser.test_accessibility import violations
from tests.conftest import TOY

from vidstore.config import Project
from vidstore.site.build import Order, build

BOARD, RUN = "en/results/sky-hundred/", "en/run/"
PHONE, DESK = 360, 1440
ROOT = "/corner/"


@pytest.fixture(scope="module")
def toy_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = Path(shutil.copytree(TOY, tmp_path_factory.mktemp("tables") / "toy"))
    assert build(Order(Project.at(root), root / "site"), time.time_ns()).diagnostics == ()
    with serving(root / "site", ROOT) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser, DESK)
    yield context.new_page()
    context.close()


def methods(page: Page) -> list[str]:
    """The first cell of every row that is shown, in order."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('table[data-table] tbody tr')].filter(r => !r.hidden)"
        ".map(r => r.cells[0].querySelector('a').textContent)"
    )
    return found


def column(page: Page, at: int) -> list[str]:
    found: list[str] = page.evaluate(
        "at => [...document.querySelectorAll('table[data-table] tbody tr')].filter(r => !r.hidden)"
        ".map(r => r.cells[at].textContent)",
        at,
    )
    return found


def head(page: Page, key: str) -> Locator:
    return page.locator(f"th[data-key={key}]")


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def test_a_heading_sorts_both_ways_and_says_so(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    expect(head(page, "altitude")).to_have_attribute("aria-sort", "descending")
    assert column(page, 1) == ["90", "81.5", "79", "74.10", "70.25", "60", ""]

    head(page, "gflops").get_by_role("button").click()
    expect(head(page, "gflops")).to_have_attribute("aria-sort", "ascending")
    assert page.locator("th[aria-sort]").count() == 1
    assert column(page, 9) == ["0.75", "1.5", "12", "99", "150", "", ""]
    assert query(page) == "sort=gflops"

    head(page, "gflops").get_by_role("button").click()
    assert column(page, 9) == ["150", "99", "12", "1.5", "0.75", "", ""]
    assert query(page) == "sort=-gflops"


def test_numbers_sort_as_numbers_and_words_as_words(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    head(page, "params").get_by_role("button").click()
    assert column(page, 8)[:4] == ["0.04", "0.05", "2.5", "1E+3"]
    head(page, "backbone").get_by_role("button").click()
    shown = [name for name in column(page, 4) if name and not name.startswith("<")]
    assert shown == ["Cedar", "Reed", "Spruce", "Spruce"]


def test_rows_without_a_value_come_last_either_way(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    for expected in (["0", "2", "", "", "", "", ""], ["2", "0", "", "", "", "", ""]):
        head(page, "tangles").get_by_role("button").click()
        assert column(page, 2) == expected


def test_filters_narrow_the_table_and_the_count_is_told(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    status = page.get_by_role("status")
    expect(status).to_have_text("7 of 7 rows shown")

    page.get_by_label("Source").select_option("KiteLab")
    expect(status).to_have_text("3 of 7 rows shown")
    assert methods(page) == ["SilkLine", "BoxKite", "SilkLine"]
    page.get_by_label("GFLOPs at most").fill("2")
    expect(status).to_have_text("2 of 7 rows shown")
    page.get_by_label("Method or setting").fill("silk 2 m/s")
    expect(status).to_have_text("1 of 7 rows shown")
    assert set(query(page).split("&")) == {"q=silk+2+m%2Fs", "library=KiteLab", "gflops=2"}
    page.get_by_label("Method or setting").fill("nothing like it")
    expect(status).to_have_text("No row fits.")

    page.get_by_role("button", name="Clear filters").click()
    expect(status).to_have_text("7 of 7 rows shown")
    assert query(page) == ""


def test_rows_without_a_number_are_not_below_a_limit(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    page.get_by_label("Params at most").fill("999999")
    assert methods(page) == ["W|ld [x] `y` *z*", "SilkLine", "Tailless Flight", "BoxKite"]
    page.get_by_label("Metric").select_option("tangles")
    assert methods(page) == ["SilkLine"]


def test_the_address_restores_what_was_chosen(page: Page, toy_url: str) -> None:
    watch = Watch(page)
    page.goto(f"{toy_url}{BOARD}?library=KiteLab&sort=gflops&other=1#content")
    expect(page.get_by_role("status")).to_have_text("3 of 7 rows shown")
    assert methods(page) == ["SilkLine", "BoxKite", "SilkLine"]
    expect(page.get_by_label("Source")).to_have_value("KiteLab")
    expect(head(page, "gflops")).to_have_attribute("aria-sort", "ascending")

    page.get_by_label("Source").select_option("")
    assert page.url.endswith("?sort=gflops&other=1#content")
    page.reload()
    assert column(page, 9)[0] == "0.75"
    assert watch.problems == []


def test_an_address_that_asks_for_nonsense_shows_everything(page: Page, toy_url: str) -> None:
    watch = Watch(page)
    page.goto(f"{toy_url}{RUN}?library=Nothing&sort=-nowhere&params=x&weights=9")
    expect(page.get_by_role("status")).to_have_text("5 of 5 rows shown")
    assert watch.problems == []


def test_what_can_be_run_is_filtered_by_what_matters(page: Page, toy_url: str) -> None:
    page.goto(toy_url + RUN)
    page.get_by_label("Has weights").check()
    assert methods(page) == ["BoxKite"]
    assert query(page) == "weights=1"
    page.reload()
    expect(page.get_by_label("Has weights")).to_be_checked()
    page.get_by_label("Has weights").uncheck()
    page.get_by_label("Task").select_option("steering")
    assert methods(page) == ["SilkLine", "SilkLine"]
    page.get_by_label("Framework").select_option("Carbon")
    assert column(page, 6) == ["reels/silk Copy"]


def test_a_config_is_copied(page: Page, toy_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(toy_url + RUN)
    button = page.get_by_role("button", name="Copy kites/silk")
    button.click()
    expect(page.get_by_role("status")).to_have_text("Copied: kites/silk")
    assert page.evaluate("navigator.clipboard.readText()") == "kites/silk"


def test_a_copy_button_does_not_become_what_is_searched_or_sorted(
    page: Page, toy_url: str
) -> None:
    page.goto(toy_url + RUN)
    page.get_by_label("Method or config").fill("copy")
    expect(page.get_by_role("status")).to_have_text("No row fits.")


def test_the_keyboard_does_everything(page: Page, toy_url: str) -> None:
    page.goto(toy_url + RUN)
    page.get_by_label("Method or config").focus()
    page.keyboard.type("silk")
    expect(page.get_by_role("status")).to_have_text("2 of 5 rows shown")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('th')?.dataset.key") == "method":
            break
    page.keyboard.press("Enter")
    expect(head(page, "method")).to_have_attribute("aria-sort", "ascending")
    assert page.evaluate("document.activeElement.closest('th').dataset.key") == "method"
    page.keyboard.press("Space")
    expect(head(page, "method")).to_have_attribute("aria-sort", "descending")


def test_a_point_leads_to_its_entry(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    link = page.locator(".vs-plot__best a", has_text="SilkLine").first
    expect(link).to_have_attribute("href", "../../papers/silk-line/")
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{toy_url}en/papers/silk-line/")


def test_a_point_has_a_name_for_those_who_do_not_see_it(page: Page, toy_url: str) -> None:
    page.goto(toy_url + BOARD)
    plot = page.get_by_role("group", name="Altitude over the years")
    expect(
        plot.get_by_role("link", name="SilkLine · Spruce · 16x4 · 2003 · 81.5 m")
    ).to_be_visible()


@pytest.mark.parametrize("address", [BOARD, RUN, "results/", "datasets/sky-hundred/"])
@pytest.mark.parametrize("width", [PHONE, 768, DESK])
def test_pages_are_quiet_and_only_tables_scroll_sideways(
    page: Page, toy_url: str, address: str, width: int
) -> None:
    watch = Watch(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(toy_url + address)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert watch.problems == []
    if width == PHONE and address in {BOARD, RUN}:
        box = page.locator(".vs-table--wide")
        assert box.evaluate("box => box.scrollWidth > box.clientWidth")
        expect(box).to_have_attribute("tabindex", "0")


def test_names_on_plots_never_overlap(page: Page, toy_url: str) -> None:
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(toy_url + BOARD)
        overlaps = page.evaluate(
            """() => [...document.querySelectorAll('.vs-plot')].flatMap(plot => {
              const boxes = [...plot.querySelectorAll('.vs-plot__names text')]
                .map(text => text.getBoundingClientRect()).filter(box => box.width);
              return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
                a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom));
            }).length"""
        )
        shown = page.locator(".vs-plot__names text").filter(visible=True).count()
        assert (overlaps, shown > 0) == (0, True), width


def test_without_scripts_tables_and_plots_are_whole(browser: Browser, toy_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(toy_url + BOARD)
    expect(page.locator("table[data-table] tbody tr")).to_have_count(7)
    expect(page.locator("table[data-table] tbody tr").last).to_be_visible()
    expect(page.locator(".vs-plot")).to_have_count(3)
    expect(page.locator(".vs-plot").first).to_be_visible()
    expect(page.locator(".vs-sieve")).to_be_hidden()
    expect(page.locator("table[data-table] button")).to_have_count(0)
    page.goto(toy_url + RUN)
    expect(page.locator("table[data-table] tbody tr")).to_have_count(5)
    context.close()


def test_plots_have_colours_for_light_dark_and_print(browser: Browser, toy_url: str) -> None:
    seen = {}
    for scheme in ("light", "dark", "print"):
        context = new_context(browser, DESK, scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(toy_url + BOARD)
        if scheme == "print":
            page.emulate_media(media="print")
        seen[scheme] = page.evaluate(
            """() => ['.vs-plot__best circle', '.vs-plot__names', '.vs-plot__front']
              .map(name => getComputedStyle(document.querySelector(name)))
              .map(style => style.fill + style.stroke).join()"""
        )
        context.close()
    assert len(set(seen.values())) == 3


def test_paper_has_the_plots_and_no_controls(page: Page, toy_url: str) -> None:
    page.goto(toy_url + RUN)
    expect(page.locator(".vs-sieve")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".vs-sieve")).to_be_hidden()
    expect(page.locator("table[data-table] tbody tr").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [BOARD, RUN, "results/", "run/", "datasets/sky-hundred/"])
def test_axe_finds_nothing(
    browser: Browser, toy_url: str, address: str, scheme: Literal["light", "dark"]
) -> None:
    for width in (DESK, PHONE):
        context = new_context(browser, width, scheme=scheme)
        assert violations(context, toy_url + address) == []
        context.close()


def test_hostile_texts_run_nothing(page: Page, toy_url: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    for address in (BOARD, RUN):
        page.goto(toy_url + address)
        page.get_by_label(re.compile("Method or")).fill("w|ld")
        page.locator("table[data-table] tbody tr").filter(visible=True).first.hover()
    assert asked == []
    assert page.locator("table[data-table] img, table[data-table] script").count() == 0
