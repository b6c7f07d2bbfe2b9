"""Rules about meaning, seen through a whole catalog. Their sentences are in tests/data/invalid."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vidstore.diagnostics import Code
from vidstore.intake.catalog import Intake

Write = Callable[[str, str], Path]
Edit = Callable[[str, str, str], Path]
Take = Callable[[], Intake]

HEAD = "title: {title}\nsummary: {{zh: 简介, en: About}}\nadded: 2024-01-01\n"


@pytest.fixture
def paper(write: Write) -> Callable[[str, str], None]:
    """Add a paper with these lines: `paper("one", "builds_on: [two]")`."""

    def add(name: str, lines: str = "") -> None:
        write(f"catalog/papers/{name}.yml", HEAD.format(title=f"On {name}") + lines + "\n")

    return add


Paper = Callable[..., None]


def _found(intake: Intake) -> list[tuple[Code, str, str]]:
    return [
        (item.code, item.file.rpartition("/")[2], item.params.get("suggestion", ""))
        for item in intake.diagnostics
    ]


def test_the_toy_project_is_clean(take: Take) -> None:
    intake = take()
    assert intake.diagnostics == ()
    assert intake.catalog is not None
    assert len(intake.catalog.cards) == 16


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("tasks: [liftin]", "lifting"),
        ("tasks: [升空]", "lifting"),
        ("tasks: [LIFTING]", "lifting"),
        ("tasks: [Steering]", "steering"),
        ("tasks: [gardening]", ""),
        ("tags: [clasic]", "classic"),
        ("venue: icwnd", "icwind"),
        ("family: celular", "cellular"),
    ],
)
def test_suggests_the_word_that_was_meant(
    take: Take, paper: Paper, line: str, suggestion: str
) -> None:
    paper("one", line)
    assert _found(take()) == [(Code.NO_SUCH_WORD, "one.yml", suggestion)]


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("builds_on: [box-kit]", "box-kite"),
        ("builds_on: [zzz]", ""),
        ("related: [papers/box-kit]", "papers/box-kite"),
        ("related: [paper/box-kite]", "papers/box-kite"),
        ("replaced_by: papers/silkline", "papers/silk-line"),
        ("implementations: [{repo: kite-lab, path: a}]", "kitelab"),
    ],
)
def test_suggests_the_entry_that_was_meant_as_the_field_writes_it(
    take: Take, paper: Paper, line: str, suggestion: str
) -> None:
    paper("one", line)
    assert _found(take()) == [(Code.NO_SUCH_ENTRY, "one.yml", suggestion)]


def test_what_builds_on_itself_is_told_once_for_each_wrong_step(take: Take, paper: Paper) -> None:
    for name, older in (("one", "two"), ("two", "three"), ("three", "one"), ("four", "one")):
        paper(name, f"builds_on: [{older}]")
    (found,) = take().diagnostics
    assert found.code == Code.LINEAGE_CYCLE
    names = found.params["way"].split(" → ")
    assert names[0] == names[-1]
    assert sorted(names[1:]) == ["one", "three", "two"]


def test_two_ways_to_the_same_ancestor_are_no_cycle(take: Take, paper: Paper) -> None:
    paper("one", "builds_on: [two, three]")
    paper("two", "builds_on: [three]")
    paper("three")
    assert take().diagnostics == ()


def test_a_lineage_may_be_longer_than_any_recursion(take: Take, paper: Paper) -> None:
    last = 1200
    for number in range(last):
        paper(f"n{number}", f"builds_on: [n{number + 1}]")
    paper(f"n{last}")
    assert take().diagnostics == ()
    paper(f"n{last}", "builds_on: [n0]")
    assert [item.code for item in take().diagnostics] == [Code.LINEAGE_CYCLE]


def test_a_work_twice_is_told_at_the_second_file(take: Take, write: Write) -> None:
    for name in ("first", "second", "third"):
        write(f"catalog/papers/{name}.yml", HEAD.format(title="The Same Title"))
    assert _found(take()) == [
        (Code.DUPLICATE_ENTRY, "second.yml", ""),
        (Code.DUPLICATE_ENTRY, "third.yml", ""),
    ]


def test_works_of_two_kinds_may_share_a_title(take: Take, write: Write) -> None:
    write("catalog/papers/same.yml", HEAD.format(title="The Same Title"))
    write("catalog/repos/same.yml", HEAD.format(title="The Same Title"))
    assert take().diagnostics == ()


def test_a_broken_entry_does_not_make_others_look_wrong(take: Take, edit: Edit) -> None:
    edit("catalog/papers/box-kite.yml", "year: 1999", "year: MCMXCIX")
    assert _found(take()) == [(Code.MALFORMED, "box-kite.yml", "")]


@pytest.mark.parametrize(
    ("sources", "codes"),
    [
        ("{title: a/b, tasks: a/b, code: a/b}", []),
        ("{implementations.kitelab: a/b}", [Code.SOURCE_OF_NOTHING]),
        ("{year: a/b, pdf: a/b}", [Code.SOURCE_OF_NOTHING] * 2),
        ("{id: a/b}", [Code.SOURCE_OF_NOTHING]),
        ("{sources: a/b}", [Code.SOURCE_OF_NOTHING]),
    ],
)
def test_sources_speak_of_what_is_there(
    take: Take, paper: Paper, sources: str, codes: list[Code]
) -> None:
    paper("one", f"tasks: [lifting]\nlinks: {{code: https://a.example.org}}\nsources: {sources}")
    assert [item.code for item in take().diagnostics] == codes


def test_says_nothing_twice(take: Take, paper: Paper) -> None:
    paper("one", "tags: [toy, classic, toy, toy]\naliases: [a, A]")
    assert [(item.code, item.path) for item in take().diagnostics] == [
        (Code.REPEATED_ITEM, ("tags", 2)),
        (Code.REPEATED_ITEM, ("tags", 3)),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "path"),
    [
        ("sections.yml", "figure: tail", "figure: tial", Code.NO_SUCH_FIGURE, (2, "figure")),
        ("site.yml", "figure: bridle", "figure: bridel", Code.NO_SUCH_FIGURE, ("figure",)),
        (
            "taxonomy/tasks.yml",
            "figure: tail",
            "figure: t",
            Code.NO_SUCH_FIGURE,
            ("steering", "figure"),
        ),
        (
            "taxonomy/families.yml",
            "group: two-line",
            "group: x",
            Code.NO_SUCH_WORD,
            ("stunt", "group"),
        ),
        (
            "sections.yml",
            "groups: [one-line]",
            "groups: [one]",
            Code.NO_SUCH_WORD,
            (2, "children", 0, "select", "groups", 0),
        ),
        (
            "sections.yml",
            "people/lin-yuan",
            "people/lin",
            Code.NO_SUCH_ENTRY,
            (6, "entries", 0),
        ),
    ],
)
def test_the_charter_names_only_what_there_is(
    take: Take, edit: Edit, file: str, old: str, new: str, code: Code, path: tuple[str | int, ...]
) -> None:
    edit(f"catalog/{file}", old, new)
    assert {(item.code, item.file, item.path) for item in take().diagnostics} == {
        (code, f"catalog/{file}", path)
    }


def test_a_figure_is_there_in_both_languages(take: Take, toy: Path) -> None:
    (toy / "catalog/figures/bridle.en.svg").unlink()
    found = take().diagnostics
    assert {(item.code, item.params["lang"]) for item in found} == {(Code.NO_SUCH_FIGURE, "en")}
