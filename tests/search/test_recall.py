"""Nothing that a plain search through the texts would find is missing from an answer."""

import random
from pathlib import Path

import msgspec
import pytest
from tests.search.asking import Asked, contents

from vidstore.config import Project
from vidstore.intake.catalog import take_in
from vidstore.search.folding import fold, is_cjk, runs
from vidstore.site.planning import lexicons_of
from vidstore.site.search_files import HEAD, PLACE, search_files

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """The index of the real catalog."""
    folder = tmp_path_factory.mktemp("recall")
    for name in ("catalog", "docs"):
        (folder / name).symlink_to(ROOT / name)
    project = Project.at(folder)
    catalog = take_in(project, 0).catalog
    assert catalog
    lexicons = lexicons_of(project, catalog.charter)
    files = contents(search_files(project, catalog, lexicons, None))
    words = [(zh, en) for zh, en in msgspec.json.decode(files.pop(HEAD))["words"]]
    return Asked({name.removeprefix(PLACE): content for name, content in files.items()}, words)


def substrings(texts: dict[int, list[str]]) -> set[str]:
    """Every two to four characters in a row in any text."""
    rows = {run for every in texts.values() for text in every for run in runs(text) if is_cjk(run)}
    return {
        row[at : at + size]
        for row in rows
        for size in (2, 3, 4)
        for at in range(len(row) - size + 1)
    }


def test_every_substring_of_every_text_finds_all_that_have_it(asked: Asked) -> None:
    queries = substrings(asked.texts)
    assert len(queries) > 5000
    for query in queries:
        plain = {
            asked.records[n].key
            for n, texts in asked.texts.items()
            if any(query in text for text in texts)
        }
        assert plain <= asked.ask(query), query


def test_every_single_character_finds_all_that_have_it(asked: Asked) -> None:
    every = {char for own in asked.texts.values() for text in own for char in text if is_cjk(char)}
    for char in every:
        plain = {
            asked.records[n].key
            for n, texts in asked.texts.items()
            if any(char in text for text in texts)
        }
        assert plain <= asked.ask(char), char


def test_rows_of_three_or_more_find_nothing_else(asked: Asked) -> None:
    for query in random.Random(1).sample(sorted(substrings(asked.texts)), 500):
        plain = {
            asked.records[n].key
            for n, texts in asked.texts.items()
            if any(query in text for text in texts)
        }
        named = {r.key for r in asked.records.values() if fold(r.title).startswith(query)}
        assert asked.ask(query) - plain - named == set(), query


def test_every_beginning_of_a_word_finds_all_that_have_it(asked: Asked) -> None:
    words = {
        n: {w for text in texts for w in runs(text) if not is_cjk(w)}
        for n, texts in asked.texts.items()
    }
    every = sorted(set().union(*words.values()))
    for word in random.Random(2).sample([word for word in every if len(word) > 1], 400):
        begun = word[: max(2, len(word) - 1)]
        plain = {
            asked.records[n].key
            for n, own in words.items()
            if any(w.startswith(begun) for w in own)
        }
        assert plain <= asked.ask(begun), begun


@pytest.mark.parametrize(
    ("query", "key"),
    [
        *(("tsm", "papers/tsm"), ("R(2+1)D", "papers/r2plus1d"), ("r21d", "papers/r2plus1d")),
        *(("I3D", "papers/i3d"), ("C3D", "papers/c3d"), ("dzsb", "tasks/action-recognition")),
        *(
            ("动作识别", "tasks/action-recognition"),
            ("mae", "papers/videomae"),
            ("2019 lin", "papers/tsm"),
        ),
    ],
)
def test_known_questions_have_their_answer(asked: Asked, query: str, key: str) -> None:
    assert key in asked.ask(query)
