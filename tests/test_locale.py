"""The sentences for people: the same keys, the same placeholders, and nothing said that is not there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from vidstore import errors
from vidstore.config import PACKAGE, shipped_templates
from vidstore.diagnostics import Code
from vidstore.errors import ConfigurationError, VidstoreError
from vidstore.locale import LANGUAGES, load_locale

LOCALES = {lang: load_locale(lang) for lang in LANGUAGES}
TEXTS = {lang: locale.texts for lang, locale in LOCALES.items()}
SPOKEN = re.compile(r"""\bsay\(\s*(f?)(["'])(.+?)\2(\s*~)?""", re.DOTALL)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _sources() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))
    for ending in ("*.j2", "*.html"):
        yield from sorted(shipped_templates().rglob(ending))


def _said() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every key that is asked for; what is filled in later may be any word."""
    for path in _sources():
        for is_format, _, key, is_joined in SPOKEN.findall(path.read_text("utf-8")):
            parts = re.split(r"\\{[^}]*\\}", re.escape(key)) if is_format else [re.escape(key)]
            pattern = "[^.]+".join(parts) + ("[^.]+" if is_joined else "")
            yield f"{path.name}: {key}", re.compile(pattern)


def test_both_languages_have_the_same_keys() -> None:
    assert set(TEXTS["zh"]) == set(TEXTS["en"])


def test_both_languages_fill_in_the_same() -> None:
    zh, en = (
        {key: _placeholders(text) for key, text in TEXTS[lang].items()} for lang in LANGUAGES
    )
    assert zh == en
    assert any(en.values())


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_a_message_and_a_hint(code: Code, lang: str) -> None:
    assert LOCALES[lang].find(f"diagnostics.{code}.message")
    assert LOCALES[lang].find(f"diagnostics.{code}.hint")


def test_no_finding_is_described_that_cannot_occur() -> None:
    described = {key.split(".")[1] for key in TEXTS["en"] if re.match(r"diagnostics\.E\d", key)}
    assert described == {code.value for code in Code}


def test_everything_that_is_said_has_a_sentence() -> None:
    said = list(_said())
    assert len(said) > 100
    missing = [
        place for place, pattern in said if not any(pattern.fullmatch(key) for key in TEXTS["en"])
    ]
    assert missing == []


def test_english_is_english_and_chinese_is_chinese() -> None:
    foreign = [key for key, text in TEXTS["en"].items() if CHINESE.search(text)]
    assert foreign == ["ui.switch_language"]
    sentences = {
        key: text
        for key, text in TEXTS["zh"].items()
        if key.startswith(("diagnostics.", "errors.", "cli.", "yaml.")) and len(text) > 12
    }
    assert [key for key, text in sentences.items() if not CHINESE.search(text)] == []


def _raised() -> Iterator[tuple[str, set[str]]]:
    """Keys of errors with what they are given, where both stand in the code."""
    names = {
        name
        for name, item in vars(errors).items()
        if isinstance(item, type) and issubclass(item, VidstoreError)
    }
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, key = getattr(node.func, "id", ""), node.args[0]
            if name in names | {"cls"} and isinstance(key, ast.Constant) and key.value != "":
                yield str(key.value), {item.arg or "**" for item in node.keywords}


def test_every_error_is_told_with_what_it_is_given() -> None:
    raised = list(_raised())
    assert len(raised) > 10
    for key, given in raised:
        sentence = LOCALES["en"].find(f"errors.{key}")
        assert sentence is not None, key
        assert _placeholders(sentence) <= given, key


def test_a_project_may_say_some_things_differently(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "en.yml").write_text("ui:\n  home: Start\n")
    say = load_locale("en", (tmp_path,))
    assert say("ui.home") == "Start"
    assert say("ui.next") == LOCALES["en"]("ui.next")


def test_a_sentence_that_is_missing_is_a_mistake_of_ours() -> None:
    with pytest.raises(ConfigurationError, match=r"ui\.nowhere"):
        LOCALES["en"]("ui.nowhere")
