import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vidstore.config import Project
from vidstore.diagnostics import Code
from vidstore.load.discover import discover, slugged
from vidstore.model.ids import Kind

Write = Callable[[str, str], Path]


def _strays(project: Project) -> list[tuple[Code, str, str]]:
    found = discover(project).diagnostics
    return [(item.code, item.file, item.params["suggestion"]) for item in found]


def test_knows_an_entry_by_its_folder_and_name(project: Project) -> None:
    files = discover(project).files
    assert [file.key for file in files] == sorted(file.key for file in files)
    box = next(file for file in files if file.id == "box-kite")
    assert (box.kind, box.file) == (Kind.PAPER, "catalog/papers/box-kite.yml")
    assert box.size == Path(box.path).stat().st_size
    assert {file.kind for file in files} == set(Kind)
    assert _strays(project) == []


@pytest.mark.parametrize(
    ("file", "code", "named", "suggestion"),
    [
        ("catalog/paper/a.yml", Code.UNKNOWN_FOLDER, "catalog/paper/", "papers"),
        ("catalog/Papers2/a.yml", Code.UNKNOWN_FOLDER, "catalog/Papers2/", "papers"),
        ("catalog/xyz/a.yml", Code.UNKNOWN_FOLDER, "catalog/xyz/", ""),
        ("catalog/papers/A_b.yml", Code.NOT_A_SLUG, "catalog/papers/A_b.yml", "a-b.yml"),
        ("catalog/papers/风筝.yml", Code.NOT_A_SLUG, "catalog/papers/风筝.yml", ""),
        ("catalog/papers/a.yaml", Code.STRAY_FILE, "catalog/papers/a.yaml", "a.yml"),
        ("catalog/papers/a.YML", Code.STRAY_FILE, "catalog/papers/a.YML", ""),
        ("catalog/papers/a", Code.STRAY_FILE, "catalog/papers/a", ""),
        ("catalog/papers/sub/a.yml", Code.STRAY_FILE, "catalog/papers/sub", ""),
        ("catalog/papers/sub.yml/a.yml", Code.STRAY_FILE, "catalog/papers/sub.yml", ""),
        ("catalog/section.yml", Code.STRAY_FILE, "catalog/section.yml", ""),
    ],
)
def test_tells_what_does_not_belong(
    project: Project, write: Write, file: str, code: Code, named: str, suggestion: str
) -> None:
    write(file, "x")
    assert _strays(project) == [(code, named, suggestion)]


@pytest.mark.parametrize(
    "file",
    [
        "catalog/README.md",
        "catalog/.DS_Store",
        "catalog/papers/.a.yml.swp",
        "catalog/schema/paper.json",
        "catalog/state/links.jsonl",
        "catalog/figures/x.yml",
    ],
)
def test_leaves_alone_what_tools_and_people_put_there(
    project: Project, write: Write, file: str
) -> None:
    write(file, "x")
    assert _strays(project) == []


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_to_nowhere_is_told(project: Project) -> None:
    (project.catalog / "papers" / "gone.yml").symlink_to("nowhere")
    assert _strays(project) == [(Code.STRAY_FILE, "catalog/papers/gone.yml", "")]


@pytest.mark.parametrize(
    ("text", "slug"),
    [("R(2+1)D Net", "r-2-1-d-net"), ("two_stream", "two-stream"), ("风筝", ""), ("A--B", "a-b")],
)
def test_the_nearest_slug(text: str, slug: str) -> None:
    assert slugged(text) == slug
