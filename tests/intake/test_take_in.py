import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vidstore.config import Project
from vidstore.diagnostics import Code
from vidstore.errors import ConfigurationError
from vidstore.intake import memory, parallel
from vidstore.intake.catalog import Intake, take_in
from vidstore.model.card import Card
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind

Edit = Callable[[str, str, str], Path]
Write = Callable[[str, str | bytes], Path]
Take = Callable[[], Intake]

LATER = time.time_ns() + 3600 * 10**9
"""A time at which no file of this test run was written just now."""


@pytest.fixture
def remembering(project: Project) -> Callable[[], Intake]:
    """Read with the memory, at a time at which everything is old enough to be remembered."""
    return lambda: take_in(project, LATER)


def _parsed(intake: Intake) -> set[str]:
    return set(intake.entries)


@pytest.mark.parametrize("kind", Kind)
def test_an_empty_kind_is_no_mistake(take: Take, toy: Path, kind: Kind, write: Write) -> None:
    alone = "quiet-hill" if kind is not Kind.PLATFORM else "forty-years"
    for path in (toy / "catalog").glob("*/*.yml"):
        if path.parent.name not in {"taxonomy", "figures"} and path.stem != alone:
            path.unlink()
    for page in (toy / "docs").glob("*/guides/*.md"):
        page.write_text("# 空\n", "utf-8")
    site = toy / "catalog" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("paths: [first-summer]\n", ""), "utf-8")
    write("catalog/sections.yml", "[]\n")
    (toy / "catalog" / kind.folder).rmdir()
    intake = take()
    assert intake.diagnostics == ()
    assert intake.catalog is not None
    assert len(intake.catalog.cards) == 1


def test_a_catalog_with_findings_is_none(take: Take, edit: Edit) -> None:
    edit("catalog/papers/box-kite.yml", "tasks: [lifting]", "tasks: [lift]")
    intake = take()
    assert intake.catalog is None
    assert len(intake.files) == 16


def test_findings_come_in_the_order_of_files_and_lines(take: Take, edit: Edit) -> None:
    edit("catalog/repos/kitelab.yml", "paper: box-kite", "paper: box\nrelated: [papers/nowhere]")
    edit("catalog/papers/tailless.yml", "builds_on: [box-kite, silk-line]", "builds_on: [b, a]")
    places = [(item.file, item.location) for item in take().diagnostics]
    assert [(file, place and (place.line, place.column)) for file, place in places] == [
        ("catalog/papers/tailless.yml", (7, 13)),
        ("catalog/papers/tailless.yml", (7, 16)),
        ("catalog/repos/kitelab.yml", (5, 8)),
        ("catalog/repos/kitelab.yml", (6, 11)),
    ]


def test_a_broken_charter_does_not_hide_broken_entries(take: Take, edit: Edit) -> None:
    edit("catalog/site.yml", "url: https", "url: x")
    edit("catalog/papers/box-kite.yml", "year: 1999", "year: MCMXCIX")
    intake = take()
    assert [item.code for item in intake.diagnostics] == [Code.MALFORMED, Code.NOT_A_URL]
    assert len(intake.files) == 16


def _lock(path: Path) -> None:
    """Make a file that the system gives no content of, whoever asks."""
    path.unlink()
    path.symlink_to("/proc/self/mem")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
@pytest.mark.parametrize("charter_too", [False, True])
def test_a_file_that_cannot_be_read_is_a_finding(
    take: Take, toy: Path, edit: Edit, charter_too: bool
) -> None:
    _lock(toy / "catalog/papers/silk-line.yml")
    if charter_too:
        edit("catalog/site.yml", "url: https", "url: x")
    found = [(item.code, item.file) for item in take().diagnostics]
    assert (Code.UNREADABLE, "catalog/papers/silk-line.yml") in found
    assert len(found) == 1 + charter_too


def test_a_catalog_that_cannot_be_looked_through_is_no_catalog(project: Project) -> None:
    project.catalog.rename(project.root / "elsewhere")
    project.catalog.write_text("not a folder")
    with pytest.raises(ConfigurationError):
        take_in(project, LATER, fresh=True)


def test_what_has_not_changed_is_not_read_again(
    remembering: Callable[[], Intake], project: Project
) -> None:
    first = remembering()
    assert len(_parsed(first)) == 16
    second = remembering()
    assert _parsed(second) == set()
    assert second.catalog == first.catalog
    path = project.catalog / "papers/box-kite.yml"
    path.write_text(path.read_text("utf-8").replace("1999", "1998"), "utf-8")
    third = remembering()
    assert _parsed(third) == {"papers/box-kite"}
    assert third.catalog is not None
    assert third.catalog.cards["papers/box-kite"].year == "1998"


def test_a_file_written_just_now_is_read_again(project: Project) -> None:
    take_in(project, LATER)
    path = project.catalog / "papers/box-kite.yml"
    path.write_text(path.read_text("utf-8").replace("1999", "1998"), "utf-8")
    written = path.stat().st_mtime_ns
    take_in(project, written + 10**9)
    path.write_text(path.read_text("utf-8").replace("1998", "1997"), "utf-8")
    os.utime(path, ns=(written, written))  # as if both fell into one tick of a coarse clock
    found = take_in(project, written + 10**9).catalog
    assert found is not None
    assert found.cards["papers/box-kite"].year == "1997"


def test_findings_are_told_every_time(remembering: Callable[[], Intake], edit: Edit) -> None:
    edit("catalog/papers/box-kite.yml", "tasks: [lifting]", "tasks: [lift]")
    assert remembering().diagnostics == remembering().diagnostics != ()


def test_a_new_word_of_the_taxonomy_is_known_at_once(
    remembering: Callable[[], Intake], edit: Edit
) -> None:
    edit("catalog/papers/box-kite.yml", "tasks: [lifting]", "tasks: [floating]")
    assert remembering().catalog is None
    edit("catalog/taxonomy/tasks.yml", "landing:", "floating:")
    assert remembering().diagnostics == ()
    edit("catalog/taxonomy/tasks.yml", "floating:", "drifting:")
    assert [item.code for item in remembering().diagnostics] == [Code.NO_SUCH_WORD]


@pytest.mark.parametrize("content", [b"", b"\x93", b"nonsense", b"\x92\xa1x\x80"])
def test_a_damaged_memory_is_no_memory(
    remembering: Callable[[], Intake], project: Project, content: bytes
) -> None:
    first = remembering()
    (place,) = project.cache.glob("cards*")
    place.write_bytes(content)
    again = remembering()
    assert again.catalog == first.catalog
    assert len(_parsed(again)) == 16


def test_a_memory_of_other_code_is_no_memory(
    remembering: Callable[[], Intake], monkeypatch: pytest.MonkeyPatch
) -> None:
    remembering()
    monkeypatch.setattr(memory, "code_stamp", lambda: "another version")
    assert len(_parsed(remembering())) == 16


def test_a_memory_that_cannot_be_kept_is_no_reason_to_stop(project: Project) -> None:
    project.cache.write_text("a file in the way")
    assert take_in(project, LATER).catalog is not None
    assert project.cache.read_text() == "a file in the way"


@pytest.fixture
def many(write: Write, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Enough files to be worth several processes, some of them broken, each in its own way."""
    number = parallel.WORTH_IT + 50
    wrong = ("year: x", "tasks: [liftin]", "colour: red", "title: twice", "builds_on: [p1]", "")
    for index in range(number):
        line = wrong[index % 7] if index % 7 < 5 and index % 3 else ""
        write(
            f"catalog/papers/p{index}.yml",
            f"title: On {index}\nsummary: {{zh: 简介, en: About}}\nadded: 2024-01-01\n{line}\n",
        )
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    yield number


@pytest.mark.parametrize("broken", [True, False])
def test_reading_in_parallel_gives_the_same(
    project: Project, many: int, broken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not broken:
        for path in (project.catalog / "papers").glob("p[0-9]*.yml"):
            path.write_text(
                "".join(path.read_text("utf-8").splitlines(keepends=True)[:3]), "utf-8"
            )
    together = take_in(project, LATER, fresh=True)
    monkeypatch.setattr(parallel, "WORTH_IT", 10**6)
    alone = take_in(project, LATER, fresh=True)
    assert together.diagnostics == alone.diagnostics
    assert together.catalog == alone.catalog
    assert (alone.catalog is None) == broken
    assert len(alone.files) == many + 16
    assert dict(together.entries) == dict(alone.entries)
    assert len(alone.entries) > 16


def test_many_files_are_read_by_several_processes(
    project: Project, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def who(entry: Entry, card: Card, taxonomy: Taxonomy) -> bytes:
        return f"{card.key} {entry.title.en} {os.getpid()}".encode()

    made = take_in(project, LATER, fresh=True, make=who).made
    assert made.keys() >= {"papers/p5", "papers/box-kite"}
    keys, _, processes = zip(
        *(text.decode().rpartition(" ") for text in made.values()), strict=True
    )
    assert keys[0] != keys[1]
    assert str(os.getpid()) not in processes
    monkeypatch.setattr(parallel, "WORTH_IT", 10**6)
    again = take_in(project, LATER, fresh=True, make=who).made
    assert {text.split()[-1] for text in again.values()} == {str(os.getpid()).encode()}
    assert again.keys() == made.keys()


def test_what_was_read_in_parallel_is_remembered(project: Project, many: int) -> None:
    take_in(project, LATER, fresh=True)
    again = take_in(project, LATER)
    assert "papers/box-kite" not in again.entries
    assert again.diagnostics == take_in(project, LATER, fresh=True).diagnostics
