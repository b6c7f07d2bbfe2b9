from urllib.parse import urljoin

import pytest

from vidstore.errors import EngineError
from vidstore.model.text import Lang
from vidstore.site.frames import (
    CONTENT,
    CONTENT_MARK,
    HEAD_MARK,
    alternates,
    cut,
    head_links,
    share_assets,
    tidy,
    with_active_tab,
    without_edit_button,
)

URL = "https://kites.example.org/corner/"
PAGE = f"""<title>vidstore-slot-title - Kites</title>
<meta name="description" content="vidstore-slot-description">
{HEAD_MARK}
<a href="/vidstore-slot-zh/">中文</a><a href="/vidstore-slot-en/">English</a>
<main>{CONTENT_MARK}</main>"""
VALUES = {
    "title": b"T",
    "description": b"D",
    "head": b"<link>",
    "content": b"<h1>C</h1>",
    "zh": b"../",
    "en": b"../en/",
}


def test_a_frame_is_filled_at_every_slot() -> None:
    assert cut(PAGE, Lang.ZH, "page", tuple(VALUES)).stamp(VALUES).decode() == (
        '<title>T - Kites</title>\n<meta name="description" content="D">\n<link>\n'
        '<a href="../">中文</a><a href="../en/">English</a>\n<main><h1>C</h1></main>'
    )


def test_a_value_is_never_looked_through_for_slots() -> None:
    values = VALUES | {"title": b"vidstore-slot-description", "content": CONTENT_MARK.encode()}
    stamped = cut(PAGE, Lang.ZH, "page").stamp(values)
    assert stamped.count(b"vidstore-slot-description") == 1
    assert stamped.count(CONTENT_MARK.encode()) == 1


@pytest.mark.parametrize("slot", list(VALUES))
def test_a_page_without_a_slot_that_is_needed_is_no_frame(slot: str) -> None:
    marks = {
        "head": HEAD_MARK,
        "content": CONTENT_MARK,
        "zh": "/vidstore-slot-zh/",
        "en": "/vidstore-slot-en/",
    }
    page = PAGE.replace(marks.get(slot, f"vidstore-slot-{slot}"), "")
    with pytest.raises(EngineError) as caught:
        cut(page, Lang.ZH, "papers/", tuple(VALUES))
    assert (caught.value.key, caught.value.params) == ("frame", {"page": "papers/", "slot": slot})


def test_slots_that_are_not_needed_may_be_missing() -> None:
    assert cut("<p>guide</p>", Lang.ZH, "guide").stamp({}) == b"<p>guide</p>"
    assert cut(f"a{CONTENT_MARK}b", Lang.ZH, "").slots == (CONTENT,)


@pytest.mark.parametrize("element", ["pre", "textarea", "script", "style"])
def test_tidying_leaves_alone_where_blanks_count(element: str) -> None:
    verbatim = f"<{element} class='x'>\n  a\n\n    b\n</{element}>"
    assert tidy(f"<p>\n   x\n</p>\n\n  {verbatim}\n  <p>") == f"<p>\nx\n</p>\n{verbatim}\n<p>"


def test_tidying_drops_the_links_of_the_engine() -> None:
    engine = (
        '<link rel="canonical" href="x">\n <link rel="next" href="y"><link rel="prev" href="z">'
    )
    assert tidy(f'{engine}<link rel="stylesheet" href="s">') == '<link rel="stylesheet" href="s">'


def test_english_pages_use_the_assets_of_the_whole_site() -> None:
    html = '<img src="assets/a.svg"><img src="../../assets/b.svg"><a style="background:url(./assets/c)">'
    assert share_assets(html, Lang.ZH) == html
    assert share_assets(html, Lang.EN) == (
        '<img src="../assets/a.svg"><img src="../../../assets/b.svg">'
        '<a style="background:url(../assets/c)">'
    )


def test_only_the_tab_that_leads_there_is_marked() -> None:
    tab = '<li class="md-tabs__item">\n<a href="{}" class="md-tabs__link">'
    html = tab.format("../papers/") + tab.format("../papers/x/") + tab.format("../tasks/")
    marked = with_active_tab(html, "../papers/")
    assert marked.count("md-tabs__item--active") == 1
    assert marked.startswith(
        '<li class="md-tabs__item md-tabs__item--active">\n<a href="../papers/"'
    )


def test_the_edit_button_of_a_frame_is_dropped() -> None:
    button = '<a href="x" title="Edit" class="md-content__button md-icon" rel="edit">\n<svg/></a>'
    assert without_edit_button(f"a{button}b") == "ab"


def test_the_head_names_the_page_and_its_counterparts() -> None:
    assert head_links("papers/x/", Lang.EN, URL, tuple(Lang)).decode().splitlines() == [
        f'<link rel="canonical" href="{URL}en/papers/x/">',
        f'<link rel="alternate" hreflang="zh-Hans" href="{URL}papers/x/">',
        f'<link rel="alternate" hreflang="x-default" href="{URL}papers/x/">',
        f'<link rel="alternate" hreflang="en" href="{URL}en/papers/x/">',
    ]


def test_addresses_in_the_head_are_escaped() -> None:
    assert b'href="https://x/?a&amp;b/' in head_links("", Lang.ZH, "https://x/?a&b/", ())


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("address", ["", "papers/", "papers/x/", "tasks/x/page/2/"])
def test_the_switch_leads_to_the_counterpart(address: str, lang: Lang) -> None:
    here = {Lang.ZH: f"{URL}{address}", Lang.EN: f"{URL}en/{address}"}
    switch = alternates(address, lang, tuple(Lang))
    assert {to: urljoin(here[lang], switch[to].decode()) for to in Lang} == here


@pytest.mark.parametrize(
    ("lang", "known", "expected"),
    [
        (Lang.ZH, tuple(Lang), {"zh": b"../../guides/x/", "en": b"../../en/guides/x/"}),
        (Lang.EN, tuple(Lang), {"zh": b"../../../guides/x/", "en": b"../../../en/guides/x/"}),
        (Lang.ZH, (Lang.ZH,), {"zh": b"../../guides/x/", "en": b"../../en/"}),
        (Lang.EN, (Lang.EN,), {"zh": b"../../../", "en": b"../../../en/guides/x/"}),
    ],
)
def test_the_switch_leads_home_where_there_is_no_counterpart(
    lang: Lang, known: tuple[Lang, ...], expected: dict[str, bytes]
) -> None:
    assert alternates("guides/x/", lang, known) == expected
