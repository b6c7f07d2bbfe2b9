"""From what does not fit the model to findings. The whole sentences are in tests/data/invalid."""

import pytest

from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.entry import load_entry
from vidstore.model.ids import Kind

GOOD = "title: Kites\nsummary: {zh: 风筝, en: Kites}\nadded: 2024-01-01\n"


def _findings(text: str, kind: Kind = Kind.PAPER) -> list[Diagnostic]:
    return list(load_entry(text.encode(), kind, "a", "catalog/papers/a.yml").diagnostics)


def test_a_good_entry_has_its_kind_and_id_from_its_place() -> None:
    entry = load_entry(GOOD.encode(), Kind.REPO, "kite-lab", "x").entry
    assert entry is not None
    assert entry.key == "repos/kite-lab"


@pytest.mark.parametrize(
    ("line", "code", "path"),
    [
        ("yaer: 1999", Code.UNKNOWN_FIELD, ("yaer",)),
        ("links: {cod: https://a.org}", Code.UNKNOWN_FIELD, ("links", "cod")),
        ("note: {zh: x, fr: y, en: z}", Code.UNKNOWN_FIELD, ("note", "fr")),
        ("note: {zh: x}", Code.MISSING_FIELD, ("note", "en")),
        ("status: gon", Code.UNKNOWN_CHOICE, ("status",)),
        ("year: MM", Code.MALFORMED, ("year",)),
        ("year: [1999]", Code.WRONG_SHAPE, ("year",)),
        ("year:", Code.EMPTY_VALUE, ("year",)),
        ("status:", Code.EMPTY_VALUE, ("status",)),
        ("tasks:", Code.EMPTY_VALUE, ("tasks",)),
        ("status: [gone]", Code.WRONG_SHAPE, ("status",)),
        ("links: {code: []}", Code.EMPTY_VALUE, ("links", "code")),
        ("year: 1900", Code.OUT_OF_RANGE, ("year",)),
        ("name: ' '", Code.EMPTY_VALUE, ("name",)),
        (f"name: {'x' * 2001}", Code.TOO_LONG, ("name",)),
        ("tasks: lifting", Code.WRONG_SHAPE, ("tasks",)),
        ("tasks: [{a: b}]", Code.WRONG_SHAPE, ("tasks", 0)),
        ("links: {code: a.org}", Code.NOT_A_URL, ("links", "code", 0)),
        ("links: {code: https://a b}", Code.NOT_A_URL, ("links", "code", 0)),
        ("links: {code: [https://a.org, b]}", Code.NOT_A_URL, ("links", "code", 1)),
        ("links: {video: https://a.org?spm=1}", Code.TRACKING, ("links", "video", 0)),
        ("sources: {title: page 3}", Code.NOT_A_PLACE, ("sources", "title")),
        ("implementations: [{repo: a}]", Code.NOTHING_TO_RUN, ("implementations", 0)),
        (
            "results: [{dataset: a, metric: b, value: 1, source: {}}]",
            Code.RESULT_WITHOUT_SOURCE,
            ("results", 0, "source"),
        ),
    ],
)
def test_says_what_is_wrong_and_where(line: str, code: Code, path: tuple[str | int, ...]) -> None:
    assert [(item.code, item.path) for item in _findings(f"{GOOD}{line}\n")] == [(code, path)]


def test_tells_everything_that_is_wrong_at_once() -> None:
    codes = {item.code for item in _findings("titel: Kites\nyear: 12\nstatus: gon\n")}
    assert codes == {
        Code.UNKNOWN_FIELD,
        Code.MISSING_FIELD,
        Code.OUT_OF_RANGE,
        Code.UNKNOWN_CHOICE,
    }


@pytest.mark.parametrize(
    ("line", "kind", "suggestion"),
    [
        ("taks: [a]", Kind.PAPER, "tasks"),
        ("Authors: [a]", Kind.PAPER, "authors"),
        ("license: MIT", Kind.REPO, "licence"),
        ("results: [{vlaue: 1}]", Kind.PAPER, "value"),
        ("results: [{source: {pth: 1}}]", Kind.PAPER, "path"),
        ("links: {slide: https://a.org}", Kind.PAPER, "slides"),
        ("colour: red", Kind.PAPER, ""),
    ],
)
def test_suggests_the_field_that_was_meant(line: str, kind: Kind, suggestion: str) -> None:
    unknown = [
        item for item in _findings(f"{GOOD}{line}\n", kind) if item.code == Code.UNKNOWN_FIELD
    ]
    assert [item.params["suggestion"] for item in unknown] == [suggestion]


def test_a_suggestion_is_a_field_of_that_kind() -> None:
    (paper,), (repo,) = (
        _findings(f"{GOOD}framework: carbon\n", kind) for kind in (Kind.PAPER, Kind.REPO)
    )
    assert (paper.params["suggestion"], repo.params["suggestion"]) == ("", "frameworks")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("arxiv: arXiv:1", "arxiv"),
        ("doi: x", "doi"),
        ("year: x", "integer"),
        ("builds_on: [A B]", "slug"),
        ("related: [box-kite]", "key"),
        ("implementations: [{repo: a, path: a b}]", "path"),
        ("implementations: [{repo: a, path: a, official: maybe}]", "boolean"),
        ("results: [{dataset: a, metric: b, value: nan, source: {paper: c}}]", "number"),
    ],
)
def test_names_the_form_that_was_expected(line: str, expected: str) -> None:
    assert [item.params["expected"] for item in _findings(f"{GOOD}{line}\n")] == [expected]


def test_an_entry_does_not_name_itself() -> None:
    (found,) = _findings(f"{GOOD}id: a\n")
    assert (found.code, found.path) == (Code.UNKNOWN_FIELD, ("id",))
    assert "title" in found.params["known"]
