import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.inspection import Page

from vidstore.render.inline import inline, plain

ALLOWED = {"a", "code", "em", "strong", "sub", "sup", "br"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain 中文", "plain 中文"),
        ("quotes \" and ' stay text", "quotes &#34; and &#39; stay text"),
        ("*em* **strong** `code`", "<em>em</em> <strong>strong</strong> <code>code</code>"),
        (
            "[link](https://example.org/?a=1&b=2)",
            '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">link</a>',
        ),
        ("x<sub>2</sub>", "x<sub>2</sub>"),
        ("AT&T", "AT&amp;T"),
        ("1 < 2", "1 &lt; 2"),
        (r"\*no em\*", "*no em*"),
    ],
)
def test_a_few_inline_marks_are_kept(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<script>alert(1)</script> and *more*",
        "<img src=x onerror=alert(1)>",
        "![alt](https://example.org/x.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](&#106;avascript:alert(1))",
        "<b onclick=alert(1)>x</b>",
        "<a href='https://example.org' onmouseover=alert(1) style='color:red'>x</a>",
        "<svg onload=alert(1)>",
        "<iframe src=https://example.org></iframe>",
        "<style>body{display:none}</style>",
        "</div></body><h1>out</h1>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ],
)
def test_nothing_that_acts_gets_through(text: str) -> None:
    page = Page("", f"<p>{inline(text)}</p>")

    assert set(page.tags) <= ALLOWED | {"p"}
    assert page.handlers == []
    schemes = [
        re.match(r"[\s\x00]*([a-z][a-z0-9+.-]*):", ref.value, re.I) for ref in page.references
    ]
    assert {found[1].lower() for found in schemes if found} <= {"http", "https"}
    assert "style=" not in page.html


@given(st.text(alphabet=st.sampled_from("<>&\"'`*_[]()!/\\ =:;#axscriptjvonlmg\n中"), max_size=60))
def test_whatever_is_written_only_allowed_elements_come_out(text: str) -> None:
    page = Page("", str(inline(text)))

    assert set(page.tags) <= ALLOWED
    assert page.handlers == []


def test_the_plain_text_has_no_marks() -> None:
    assert plain("**Two** lines & [no](https://example.org) `tail`") == "Two lines & no tail"
