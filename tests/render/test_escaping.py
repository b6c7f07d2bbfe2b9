"""Escaping gives what MarkupSafe gives, for whatever a template may be handed."""

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader
from markupsafe import Markup, escape

from vidstore.render.escaping import PageEnvironment, safe


class Shown:
    """An object that knows its HTML."""

    def __html__(self) -> str:
        return "<b>kite</b>"


@given(st.text() | st.integers() | st.none() | st.text().map(Markup))
def test_writes_the_same_characters_as_markupsafe(value: object) -> None:
    assert safe(value) == str(escape(value))


def test_what_knows_its_html_is_asked() -> None:
    assert safe(Shown()) == "<b>kite</b>"


def _rendered(source: str, **context: object) -> str:
    environment = PageEnvironment(loader=DictLoader({"a": source}), autoescape=True)
    return environment.get_template("a").render(context)


def test_templates_escape_text_and_keep_markup() -> None:
    assert _rendered("{{ a }} {{ b }}", a="<i>", b=Markup("<i>")) == "&lt;i&gt; <i>"


def test_a_template_may_say_otherwise() -> None:
    source = "{% autoescape how %}{{ a }}{% endautoescape %}"
    assert _rendered(source, a="<i>", how=False) == "<i>"
    assert _rendered(source, a="<i>", how=True) == "&lt;i&gt;"


def test_macros_and_blocks_are_not_escaped_again() -> None:
    source = (
        "{% macro m(x) %}<u>{{ x }}</u>{% endmacro %}{% set s %}{{ m('&') }}{% endset %}{{ s }}"
    )
    assert _rendered(source) == "<u>&amp;</u>"
