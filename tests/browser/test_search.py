"""Search in a real Chromium, asked as people ask it, on the site of the real catalog."""

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.browser.conftest import Watch, new_context

from vidstore.search.folding import fold, is_cjk, runs
from vidstore.search.records import Record

PREFIX = {"zh": "", "en": "en/"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, 1280)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def records(site_folder: Path) -> list[Record]:
    chunks = sorted((site_folder / "assets/search/records").glob("*.json"))
    return [
        r for chunk in chunks for r in msgspec.json.decode(chunk.read_bytes(), type=list[Record])
    ]


def dialog(page: Page) -> Locator:
    return page.locator("dialog.vs-search")


def ask(page: Page, query: str) -> Locator:
    """Open search, put a query in, and wait until it is answered; what was found."""
    page.keyboard.press("Control+k")
    expect(dialog(page)).to_be_visible()
    field = page.get_by_role("combobox")
    field.fill(query)
    expect(page.locator(".vs-search [role=status]")).not_to_be_empty()
    return page.locator(".vs-search [role=option]")


@pytest.mark.parametrize("how", ["/", "Control+k", "Meta+k", "button"])
@pytest.mark.parametrize("address", ["", "en/papers/tsm/", "no/such/page/"])
def test_it_opens_on_every_page(page: Page, site_url: str, how: str, address: str) -> None:
    page.goto(site_url + address)
    button = page.locator(".vs-find")
    expect(button).to_have_attribute("aria-haspopup", "dialog")

    if how == "button":
        button.click()
    else:
        page.keyboard.press(how)

    expect(dialog(page)).to_be_visible()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    if how == "button":
        expect(button).to_be_focused()


def test_the_button_is_there_on_a_phone(browser: Browser, site_url: str) -> None:
    context = new_context(browser, 360, 740)
    page = context.new_page()
    page.goto(site_url + "en/")
    page.get_by_role("button", name="Search").click()
    expect(dialog(page)).to_be_visible()
    box = dialog(page).bounding_box()
    assert box
    assert (box["width"], box["height"]) == (360, 740)
    page.get_by_role("button", name="Close").click()
    expect(dialog(page)).to_be_hidden()
    context.close()


def test_without_scripts_it_leads_to_the_sections(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in ("papers/tsm/", "en/papers/tsm/"):
        page.goto(site_url + address)
        page.locator("a.vs-find").click()
        assert page.url == site_url + address.removesuffix("papers/tsm/") + "sections/"
    context.close()


def test_a_slash_that_is_typed_somewhere_is_a_slash(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    expect(dialog(page)).to_be_visible()
    page.keyboard.type("a/b")
    expect(page.get_by_role("combobox")).to_have_value("a/b")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("query", ["移位", "shifts part", "Ji Lin 2019", "tsm"])
def test_both_languages_are_found_from_either_site(
    page: Page, site_url: str, lang: str, query: str
) -> None:
    page.goto(site_url + PREFIX[lang])
    found = ask(page, query)

    expect(found.and_(page.locator("[href$='/papers/tsm/']"))).to_have_count(1)
    expect(found.locator("mark").first).to_be_visible()
    hrefs = found.evaluate_all("all => all.map(one => one.href).filter(Boolean)")
    assert all(href.startswith(site_url + PREFIX[lang]) for href in hrefs)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        *(("TSM", "papers/tsm"), ("R(2+1)D", "papers/r2plus1d"), ("I3D", "papers/i3d")),
        *(("c3d", "papers/c3d"), ("动作识别", "tasks/action-recognition")),
        ("slowfast", "papers/slowfast"),
    ],
)
def test_what_has_exactly_this_name_comes_first(
    page: Page, site_url: str, query: str, key: str
) -> None:
    page.goto(site_url)
    first = ask(page, query).first
    expect(first).to_have_attribute("href", f"{site_url}{key}/")
    expect(first).to_have_attribute("aria-selected", "true")


def test_initials_of_pinyin_are_enough(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(ask(page, "dzsb").first).to_have_attribute(
        "href", f"{site_url}tasks/action-recognition/"
    )


def test_the_keyboard_goes_all_the_way(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/")
    found = ask(page, "temporal")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")

    for key, place in (("Down", 1), ("Down", 2), ("Up", 1), ("Up", 0), ("Up", found.count() - 1)):
        page.keyboard.press(f"Arrow{key}")
        chosen = found.nth(place)
        expect(chosen).to_have_attribute("aria-selected", "true")
        assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        expect(chosen).to_be_in_viewport()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    href = found.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(href))


def test_enter_right_after_typing_opens_what_was_typed(page: Page, site_url: str) -> None:
    page.goto(site_url)
    ask(page, "videomae")
    page.evaluate(
        """() => {
          const field = document.querySelector(".vs-search input");
          field.value = "slowfast";
          field.dispatchEvent(new InputEvent("input"));
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        }"""
    )
    page.wait_for_url(f"{site_url}papers/slowfast/")


def test_results_are_grouped_and_more_of_a_group_can_be_had(page: Page, site_url: str) -> None:
    page.goto(site_url)
    found = ask(page, "视频")
    groups = page.locator(".vs-search [role=group]")
    assert groups.count() > 3
    for group in groups.all():
        named = group.get_attribute("aria-labelledby")
        expect(page.locator(f"#{named}")).to_be_visible()
    more = page.locator("[id=vs-more-papers]")
    before = found.count()
    more.click()
    expect(page.locator("#vs-group-papers ~ a")).not_to_have_count(0)
    page.wait_for_function(f"document.querySelectorAll('[role=option]').length > {before}")
    expect(page.get_by_role("combobox")).to_be_focused()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_what_to_try_when_there_is_nothing(page: Page, site_url: str, lang: str) -> None:
    page.goto(site_url + PREFIX[lang])
    found = ask(page, "xyzzy 量子")
    expect(found).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    advice = page.locator(".vs-search__advice")
    expect(advice).to_contain_text("xyzzy 量子")
    advice.locator(f"a[href='{site_url}{PREFIX[lang]}tasks/']").click()
    page.wait_for_url(f"{site_url}{PREFIX[lang]}tasks/")


def test_nothing_is_searched_while_characters_are_composed(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    watch = Watch(page)
    ime = page.context.new_cdp_session(page)
    for text in ("d", "do", "dong", "dong'zuo"):
        ime.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    expect(page.get_by_role("combobox")).to_have_value("dong'zuo")
    page.wait_for_timeout(300)
    assert [url for url in watch.asked if "/terms/" in url] == []
    expect(page.locator("[role=option]")).to_have_count(0)

    ime.send("Input.insertText", {"text": "动作"})

    expect(page.locator("[role=option]").first).to_be_visible()
    assert [url for url in watch.asked if "/terms/" in url] != []


def test_it_is_quiet_and_keeps_to_itself(page: Page, site_url: str) -> None:
    watch = Watch(page)
    page.goto(site_url + "en/papers/tsm/")
    assert [url for url in watch.asked if "search" in url] == []
    for query in ("动作识别", "R(2+1)D", "nothing like this", "𠀀", "é", "( ) ", "a" * 500):
        page.keyboard.press("Control+k")
        page.get_by_role("combobox").fill(query)
        page.wait_for_timeout(150)
    assert watch.problems == []
    origin = site_url[: site_url.index("/", len("http://"))]
    assert [url for url in watch.asked if not url.startswith((origin, "data:"))] == []


def test_an_index_that_is_gone_leaves_the_link(page: Page, site_url: str) -> None:
    page.route("**/assets/search/index.json", lambda route: route.abort())
    page.goto(site_url + "papers/")
    page.locator(".vs-find").click()
    page.wait_for_url(site_url + "sections/")


def test_a_shard_that_does_not_come_is_told(page: Page, site_url: str) -> None:
    page.route("**/assets/search/terms/*", lambda route: route.abort())
    page.goto(site_url + "en/")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("tsm")
    expect(page.locator(".vs-search__body")).to_contain_text("could not be loaded")
    page.unroute("**/assets/search/terms/*")
    page.get_by_role("combobox").fill("tsn")
    expect(page.locator("[role=option]").first).to_be_visible()


def test_the_browser_folds_as_the_index_does(page: Page, site_url: str) -> None:
    page.goto(site_url)
    # Scripts beyond the first plane are still being added to; Python and Chromium may differ there.
    codes = (*range(0x10000), *range(0x20000, 0x20100))
    known = [c for c in map(chr, codes) if unicodedata.category(c) not in {"Cn", "Cs", "Co"}]
    folded: list[str] = page.evaluate(
        """async ([url, text]) => {
          const { fold } = await import(url);
          return Array.from(text, fold);
        }""",
        [f"{site_url}assets/vidstore/search-text.js", "".join(known)],
    )
    assert [(c, f, fold(c)) for c, f in zip(known, folded, strict=True) if f != fold(c)] == []


ANSWERS = """async ([code, place, queries]) => {
  const { Index } = await import(code);
  const index = await Index.at(new URL(place));
  const answers = [];
  for (const query of queries) {
    const { runs, groups } = await index.ask(query);
    const entries = await index.entries(groups.flatMap((group) => group.numbers), runs);
    answers.push(entries.map((entry) => entry.key));
  }
  return answers;
}"""


def test_the_browser_finds_what_a_plain_search_finds(
    page: Page, site_url: str, records: list[Record]
) -> None:
    texts = {
        r.key: [
            fold(t) for t in (r.name, r.title, r.title_en, r.summary, r.summary_en, *r.aliases)
        ]
        for r in records
    }
    rows = {run for every in texts.values() for text in every for run in runs(text) if is_cjk(run)}
    every = {
        row[at : at + size]
        for row in rows
        for size in (2, 3, 4)
        for at in range(len(row) - size + 1)
    }
    queries = random.Random(3).sample(sorted(every), 1500)
    page.goto(site_url)

    answers: list[list[str]] = page.evaluate(
        ANSWERS,
        [f"{site_url}assets/vidstore/search-index.js", f"{site_url}assets/search/", queries],
    )

    for query, answer in zip(queries, answers, strict=True):
        plain = {key for key, own in texts.items() if any(query in text for text in own)}
        assert plain <= set(answer), query
