"""A site made by several processes is the one that a single process makes."""

from pathlib import Path

import pytest
from tests.site.conftest import Build
from tests.site.inspection import differing, tree
from tests.site.test_incremental import change_summary, let_time_pass

from vidstore import interruption
from vidstore.jobs import Job, can_divide, done
from vidstore.model.text import Lang
from vidstore.site import delivery
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Content, Page
from vidstore.site.press import Press


@pytest.mark.skipif(not can_divide(), reason="needs fork and two processors")
def test_a_site_made_by_several_processes_is_the_same(
    toy: Path, build_toy: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []

    def count(work: list[Job[object]], *, divided: bool) -> list[object]:
        counted.append(len(work) if divided else 0)
        return done(work, divided=divided)

    monkeypatch.setattr(delivery, "done", count)
    let_time_pass(toy)
    build_toy(full=True)
    alone = tree(toy / "site")
    monkeypatch.setattr(delivery, "WORTH_IT", 0)
    build_toy(full=True)
    assert differing(alone, tree(toy / "site")) == []

    change_summary(toy)
    build_toy()
    edited = tree(toy / "site")
    assert differing(alone, edited) != []
    assert counted[0] == 0
    assert min(counted[1:]) > 2
    monkeypatch.undo()
    build_toy(full=True)
    assert differing(edited, tree(toy / "site")) == []


def test_an_interruption_that_was_dropped_is_heeded_before_the_next_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(_: Lang) -> Content:
        raise AssertionError("rendered all the same")

    monkeypatch.setattr(interruption, "_noted", [2])
    press = Press(object.__new__(Frameset), tmp_path)
    with pytest.raises(KeyboardInterrupt):
        press.print([Page("papers/box-kite/", "papers", "digest", render)])
