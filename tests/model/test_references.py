from typing import Any

from vidstore.model.ids import Kind
from vidstore.model.references import Points, Word, marked
from vidstore.model.sections import Section


def test_finds_words_and_references_at_any_depth(make: Any) -> None:
    entry = make(
        Kind.PAPER,
        tasks=["lifting"],
        venue="icwind",
        builds_on=["a", "b"],
        implementations=[{"repo": "r", "path": "p", "framework": "bamboo"}],
        results=[
            {"dataset": "d", "metric": "m", "value": "1", "source": {"repo": "r", "path": "p"}}
        ],
    )
    assert sorted(marked(entry), key=lambda item: str(item[2])) == [
        (Points(Kind.PAPER), "a", ("builds_on", 0)),
        (Points(Kind.PAPER), "b", ("builds_on", 1)),
        (Word("frameworks"), "bamboo", ("implementations", 0, "framework")),
        (Points(Kind.REPO), "r", ("implementations", 0, "repo")),
        (Points(Kind.DATASET), "d", ("results", 0, "dataset")),
        (Word("metrics"), "m", ("results", 0, "metric")),
        (Points(Kind.REPO), "r", ("results", 0, "source", "repo")),
        (Word("tasks"), "lifting", ("tasks", 0)),
        (Word("venues"), "icwind", ("venue",)),
    ]


def test_looks_into_rows_and_into_sections_inside_sections() -> None:
    section = Section.model_validate(
        {
            "id": "a",
            "title": {"zh": "甲", "en": "A"},
            "rows": [["papers/x"], ["papers/y", "papers/z"]],
            "children": [
                {"id": "b", "title": {"zh": "乙", "en": "B"}, "select": {"tags": ["classic"]}}
            ],
        }
    )
    assert [(value, path) for _, value, path in marked(section)] == [
        ("papers/x", ("rows", 0, 0)),
        ("papers/y", ("rows", 1, 0)),
        ("papers/z", ("rows", 1, 1)),
        ("classic", ("children", 0, "select", "tags", 0)),
    ]


def test_an_id_is_of_its_kind_and_a_key_of_any() -> None:
    assert Points(Kind.PERSON).key("lin") == "people/lin"
    assert Points().key("repos/kitelab") == "repos/kitelab"
