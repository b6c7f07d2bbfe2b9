"""Choosing among all entries in a real Chromium."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pybtex.database import parse_string
from tests.browser.conftest import Watch, new_context

PHONE = 360


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def browse(page: Page, site_url: str) -> Page:
    page.goto(site_url + "en/browse/")
    expect(page.locator(".vs-browse")).to_be_visible()
    return page


def found(page: Page) -> int:
    status = page.locator(".vs-found__count")
    return int(re.sub(r"\D", "", status.text_content() or "") or 0)


def choice(page: Page, facet: str, word: str) -> Locator:
    return page.locator(f'input[name="{facet}"][value="{word}"]')


def count(page: Page, facet: str, word: str) -> int:
    place = page.locator("li", has=choice(page, facet, word))
    return int(place.locator(".vs-facet__count").text_content() or 0)


def choose(page: Page, facet: str, word: str) -> None:
    box = page.locator(f'[data-facet="{facet}"]')
    if not box.evaluate("box => box.open"):
        box.locator("summary").click()
    if not choice(page, facet, word).is_visible():
        box.locator(":scope > button").click()
    choice(page, facet, word).click()


def rows(page: Page) -> list[str]:
    return page.locator(".vs-found .vs-row h3").all_text_contents()


def test_everything_is_there_at_first(browse: Page) -> None:
    total = found(browse)
    kinds = browse.locator('[data-facet="kind"] .vs-facet__count').all_text_contents()

    assert sum(map(int, kinds)) == total > 300
    assert len(rows(browse)) == 30
    expect(browse.locator(".vs-plain")).to_be_hidden()


def test_a_choice_narrows_and_the_counts_of_the_others_follow(browse: Page) -> None:
    surveys, before = count(browse, "kind", "surveys"), count(browse, "kind", "papers")
    retrieval = count(browse, "task", "video-retrieval")
    choose(browse, "task", "action-recognition")
    after = found(browse)
    assert after == count(browse, "task", "action-recognition")
    assert count(browse, "kind", "papers") < before
    assert count(browse, "kind", "surveys") < surveys
    assert count(browse, "task", "video-retrieval") == retrieval > 0, "its own counts stay"

    papers = count(browse, "kind", "papers")
    choose(browse, "kind", "papers")
    assert found(browse) == papers
    assert count(browse, "task", "action-recognition") == papers

    choose(browse, "kind", "surveys")
    assert found(browse) == papers + count(browse, "kind", "surveys"), "of one facet, either"


def test_code_and_weights_are_both_wanted(browse: Page) -> None:
    choose(browse, "has", "code")
    with_code = found(browse)
    both = count(browse, "has", "weights")
    choose(browse, "has", "weights")

    assert found(browse) == both < with_code


def test_the_address_holds_the_choice(browse: Page, site_url: str) -> None:
    choose(browse, "kind", "papers")
    choose(browse, "year", "2016")
    browse.locator("[name=sort]").select_option("name")
    expect(browse).to_have_url(re.compile("sort=name"))
    browse.locator("[name=q]").fill("segment")
    expect(browse).to_have_url(re.compile("q=segment"))
    query = parse_qs(urlsplit(browse.url).query)
    assert query == {"kind": ["papers"], "year": ["2016"], "q": ["segment"], "sort": ["name"]}
    expect(browse.locator(".vs-found .vs-row b", has_text="TSN")).to_have_count(1)
    shown = rows(browse)

    again = browse.context.new_page()
    again.goto(browse.url)
    expect(again.locator(".vs-browse")).to_be_visible()

    assert rows(again) == shown
    assert choice(again, "year", "2016").is_checked()
    expect(again.locator("[name=q]")).to_have_value("segment")
    expect(again.locator("[name=sort]")).to_have_value("name")
    again.locator('.md-header a[hreflang="zh"]').first.click()
    again.wait_for_url(site_url + "browse/?" + urlsplit(browse.url).query)
    expect(again.locator(".vs-found__count")).to_contain_text("找到")


def test_back_takes_the_last_choice_back(browse: Page) -> None:
    total = found(browse)
    choose(browse, "kind", "datasets")
    assert found(browse) < total
    browse.go_back()

    expect(choice(browse, "kind", "datasets")).not_to_be_checked()
    assert found(browse) == total


def test_what_is_chosen_can_be_dropped_again(browse: Page) -> None:
    total = found(browse)
    choose(browse, "kind", "papers")
    choose(browse, "task", "action-recognition")
    browse.get_by_role("button", name="Remove the filter Papers").click()
    expect(choice(browse, "kind", "papers")).not_to_be_checked()

    browse.get_by_role("button", name="Clear all").click()

    assert found(browse) == total
    expect(browse.locator(".vs-chosen")).to_be_hidden()
    assert urlsplit(browse.url).query == ""


def test_sorting(browse: Page) -> None:
    choose(browse, "kind", "papers")
    years = browse.locator(".vs-found .vs-row__when")
    sort = browse.locator("[name=sort]")

    newest = [text[:4] for text in years.all_text_contents()]
    assert newest == sorted(newest, reverse=True)
    sort.select_option("oldest")
    oldest = [text[:4] for text in years.all_text_contents()]
    assert oldest == sorted(oldest)
    assert oldest[0] < newest[0]
    sort.select_option("name")
    expect(browse).to_have_url(re.compile("sort=name"))
    names = browse.locator(".vs-found .vs-row b").all_text_contents()
    order = "new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare"
    assert len(names) > 20
    assert names == browse.evaluate(f"names => [...names].sort({order})", names)


def test_the_filter_knows_no_case_and_wants_every_word(browse: Page) -> None:
    browse.locator("[name=q]").fill("NETWORKS temporal segment")
    expect(browse.locator(".vs-found .vs-row b", has_text="TSN")).to_have_count(1)
    assert found(browse) < 5

    browse.locator("[name=q]").fill("no such thing at all")
    expect(browse.locator(".vs-found__count")).to_contain_text("No entry fits")
    assert rows(browse) == []


def test_more_are_shown_and_the_focus_goes_on(browse: Page) -> None:
    more = browse.locator(".vs-found__more")
    more.focus()
    browse.keyboard.press("Enter")

    expect(browse.locator(".vs-found .vs-row")).to_have_count(60)
    at = browse.locator(".vs-found .vs-row").evaluate_all(
        "rows => rows.indexOf(document.activeElement.closest('.vs-row'))"
    )
    assert at == 30
    choose(browse, "kind", "people")
    expect(more).to_be_hidden()


def test_the_keyboard_chooses_and_the_focus_stays(browse: Page) -> None:
    box = choice(browse, "kind", "papers")
    box.focus()
    browse.keyboard.press("Space")

    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(browse.locator(".vs-found__count")).to_have_attribute("role", "status")
    browse.keyboard.press("Tab")
    browse.keyboard.press("Space")
    expect(choice(browse, "kind", "surveys")).to_be_checked()


@pytest.mark.parametrize(("lang", "said"), [("", "找到 1 个条目"), ("en/", "1 entry found")])
def test_a_single_entry_is_counted_as_one(page: Page, site_url: str, lang: str, said: str) -> None:
    page.goto(f"{site_url}{lang}browse/?q=Temporal+Segment+Networks:+Towards")
    expect(page.locator(".vs-found__count")).to_have_text(said)


def test_without_a_script_there_are_the_plain_lists(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "browse/")

    expect(page.locator(".vs-browse")).to_be_hidden()
    expect(page.locator(".vs-plain")).to_be_visible()
    page.locator('.vs-plain a[href="../tasks/action-recognition/"]').click()
    page.wait_for_url(site_url + "tasks/action-recognition/")
    expect(page.locator(".vs-toggle")).to_have_count(0)
    expect(page.locator(".vs-basket")).to_be_hidden()
    page.goto(site_url + "compare/?e=papers/tsn,papers/tsm")
    expect(page.locator("noscript")).to_be_visible()
    context.close()


def test_without_the_data_the_plain_lists_stay(page: Page, site_url: str) -> None:
    page.route("**/facets.json", lambda route: route.fulfill(status=404))
    page.goto(site_url + "en/browse/")

    expect(page.locator(".vs-plain .vs-notice")).to_be_visible()
    expect(page.locator('.vs-plain a[href="../papers/"]')).to_be_visible()
    expect(page.locator(".vs-browse")).to_be_hidden()


@pytest.mark.parametrize(("lang", "said"), [("", "已复制 {} 条"), ("en/", "{} records copied")])
def test_the_bibtex_of_what_was_found_is_copied(
    page: Page, site_url: str, lang: str, said: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}{lang}browse/?family=two-stream")
    expect(page.locator(".vs-browse .vs-row").first).to_be_visible()
    number = found(page)
    assert number > 1
    button = page.locator(".vs-found__bibtex")
    button.click()
    expect(button).to_have_text(said.format(number))
    copied: str = page.evaluate("navigator.clipboard.readText()")
    records = parse_string(copied, "bibtex").entries
    assert len(records) == number
    shown = {
        re.sub(r"\W", "", text.lower()) for text in page.locator(".vs-row h3").all_inner_texts()
    }
    titles = (re.sub(r"\W", "", entry.fields["title"].lower()) for entry in records.values())
    assert all(any(title in text or text in title for text in shown) for title in titles)

    page.locator('input[name="kind"]').first.check()
    expect(button).not_to_have_text(said.format(number))


def test_what_cannot_be_cited_is_said(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/browse/?kind=platforms")
    page.locator(".vs-found__bibtex").click()
    expect(page.locator(".vs-found__bibtex")).to_have_text("Nothing here can be cited")


def test_a_file_of_bibtex_that_does_not_come_is_told(page: Page, site_url: str) -> None:
    page.route("**/catalog.bib", lambda route: route.fulfill(status=404))
    page.goto(site_url + "en/browse/?family=two-stream")
    page.locator(".vs-found__bibtex").click()
    expect(page.locator(".vs-found__bibtex")).to_have_text("Could not be copied")


def test_rows_of_another_build_are_fetched_again(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers.get("cache-control", ""))
        data = route.fetch().json()
        if len(asked) == 1:
            data |= {"rows": "of old", "size": 1}
        route.fulfill(json=data)

    page.route("**/facets.json", answer)
    page.goto(site_url + "en/browse/")

    expect(page.locator(".vs-browse .vs-row").nth(20)).to_be_visible()
    assert len(asked) == 2


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_phone_has_the_filters_in_a_box(page: Page, site_url: str, lang: str) -> None:
    watch = Watch(page)
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(f"{site_url}{lang}browse/?kind=papers")
    expect(page.locator(".vs-browse")).to_be_visible()
    expect(page.locator(".vs-facet").first).to_be_hidden()
    page.locator(".vs-filters > summary").click()
    expect(page.locator(".vs-facet").first).to_be_visible()
    page.locator("[name=q]").fill("video")

    expect(page).to_have_url(re.compile("q=video"))
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE
    assert watch.problems == []
    origin = site_url[: site_url.index("/", len("http://"))]
    assert [url for url in watch.asked if not url.startswith((origin, "data:"))] == []
