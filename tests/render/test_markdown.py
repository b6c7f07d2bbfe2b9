import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.inspection import Page

from vidstore.render.markdown import anchor, escaped, link, numbered


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("a|b", r"a\|b"),
        ("[x](y)", r"\[x\](y)"),
        ("*a* _b_ `c` ~d~ #e", r"\*a\* \_b\_ \`c\` \~d\~ \#e"),
        ("<b>", r"\<b\>"),
        ("back\\slash", r"back\\slash"),
        ("two\n\nlines", "two lines"),
        ("- no list", r"\- no list"),
        ("+ no list", r"\+ no list"),
        ("1. no list", r"1\. no list"),
        ("3D CNN", "3D CNN"),
    ],
)
def test_what_is_a_mark_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize(
    "text", ["1. no list", "12) no list", "- no list", "* no list", "# no heading", "> no quote"]
)
def test_a_line_never_becomes_something_else(text: str) -> None:
    shown = markdown.markdown(escaped(text))
    assert re.sub(r"</?p>", "", shown).replace("&gt;", ">") == text


def test_a_link_is_escaped_on_both_sides() -> None:
    assert link("a [b]", "https://x.org/(y) z") == r"[a \[b\]](https://x.org/%28y%29%20z)"


def test_without_an_address_there_is_no_link() -> None:
    assert link("a*b", "") == r"a\*b"


@given(st.text(alphabet=st.sampled_from("ab[]()<>`*_\\!| 中"), max_size=30))
def test_a_link_leads_where_it_says_whatever_its_text(text: str) -> None:
    page = Page("", markdown.markdown("x " + link(text, "https://example.org/(a)")))
    assert [reference.value for reference in page.references] == ["https://example.org/%28a%29"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Key works", "key-works"),
        ("Action recognition / classification", "action-recognition--classification"),
        ("2D + 3D", "2d--3d"),
        ("行为识别/分类", "行为识别分类"),
        ("形状 & 线", "形状--线"),
        ("😛视频理解🥵", "视频理解"),
        ("snake_case, kebab-case", "snake_case-kebab-case"),
    ],
)
def test_anchors_are_those_of_github(heading: str, expected: str) -> None:
    assert anchor(heading) == expected


def test_anchors_are_numbered_from_the_second_on() -> None:
    assert list(numbered(iter(["a", "b", "a", "a"]))) == ["a", "b", "a-1", "a-2"]
