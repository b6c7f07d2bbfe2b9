"""What holds for every catalog that somebody could write."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import entries

from vidstore.config import Project
from vidstore.intake.catalog import Intake, take_in
from vidstore.load.entry import load_entry
from vidstore.model.ids import Kind

LATER = time.time_ns() + 3600 * 10**9
BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

Take = Callable[[], Intake]


def _written(raw: Any) -> bytes:
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False).encode()


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=25)
@given(data=st.data())
def test_what_loads_can_be_written_and_loaded_again(kind: Kind, data: st.DataObject) -> None:
    loaded = load_entry(_written(data.draw(entries(kind))), kind, "some", "x")
    assert loaded.entry is not None, loaded.diagnostics
    for dumped in (
        loaded.entry.model_dump(mode="json", exclude_none=True),
        loaded.entry.model_dump(mode="json", exclude_defaults=True),
    ):
        again = load_entry(_written(dumped), kind, "some", "x")
        assert again.diagnostics == ()
        assert again.entry == loaded.entry


YAML_LIKE = st.lists(
    st.sampled_from(
        [*"[]{}&*!|>%@`'\"#:-?,~\t\r\n\x85\u2028\ufeff\x01", ": ", "- ", "\n  ", "风", "🪁"]
    )
    | st.sampled_from(
        ["title", "summary", "zh", "links", "results", "---\n", "tasks: [lifting]\n"]
    ),
    max_size=25,
).map("".join)
GOOD = "title: Kites\nsummary: {zh: 风筝, en: Kites}\nadded: 2024-01-01\n"
ANYTHING = (
    st.binary(max_size=60)
    | YAML_LIKE.map(str.encode)
    | YAML_LIKE.map(lambda text: (GOOD + text).encode())
    | st.tuples(st.integers(0, len(GOOD)), YAML_LIKE).map(
        lambda cut: (GOOD[: cut[0]] + cut[1] + GOOD[cut[0] :]).encode()
    )
    | st.builds(str.encode, YAML_LIKE, st.sampled_from(["gb18030", "utf-16", "utf-8-sig"]))
)


@settings(max_examples=100)
@given(content=ANYTHING)
def test_any_file_is_an_entry_or_has_findings_that_point_into_it(
    toy: Path, take: Take, content: bytes
) -> None:
    (toy / "catalog/papers/any.yml").write_bytes(content)
    intake = take()
    assert ("papers/any" in intake.entries) != any(
        item.file == "catalog/papers/any.yml" and item.code < "E4" for item in intake.diagnostics
    )
    lines = BREAKS.split(content.decode("utf-8-sig", errors="replace"))
    for item in intake.diagnostics:
        assert item.file in {"catalog/papers/any.yml", "catalog/papers/silk-line.yml"}
        if item.location:
            assert 1 <= item.location.line <= len(lines)
            assert 1 <= item.location.column <= len(lines[item.location.line - 1]) + 1
            assert item.location.length >= 1


@settings(max_examples=40)
@given(name=st.sampled_from(["site.yml", "sections.yml", "taxonomy/tasks.yml"]), content=ANYTHING)
def test_any_charter_is_read_or_told(
    toy: Path, take: Take, toy_source: Path, name: str, content: bytes
) -> None:
    path = toy / "catalog" / name
    path.write_bytes(content)
    intake = take()
    path.write_bytes((toy_source / "catalog" / name).read_bytes())
    assert (intake.catalog is None) == bool(intake.diagnostics)


FILES = ("papers/box-kite", "papers/wild-text", "repos/kitelab", "papers/new", "people/new")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["change", "delete", "break", "mend", "touch", "unknown-word", "dangle", "taxonomy"]
        ),
        st.sampled_from(FILES),
    ),
    min_size=1,
    max_size=6,
)


class Gardener:
    """Changes a catalog the way people do; every change has a time of its own."""

    def __init__(self, catalog: Path, source: Path) -> None:
        self.catalog, self.source, self.clock = catalog, source, 0

    def do(self, edit: str, key: str) -> None:
        self.clock += 1
        path = self.catalog / f"{key}.yml"
        if edit == "delete":
            path.unlink(missing_ok=True)
            return
        if edit == "taxonomy":
            path = self.catalog / "taxonomy" / "tags.yml"
            path.write_text(f"{path.read_text('utf-8')}t{self.clock}: {{name: T}}\n", "utf-8")
        elif edit != "touch":
            path.write_text(self._content(edit, key), "utf-8")
        if path.exists():
            os.utime(path, ns=(self.clock * 10**9, self.clock * 10**9))

    def _content(self, edit: str, key: str) -> str:
        mended = self.source / f"{key}.yml"
        text = (
            mended.read_text("utf-8")
            if mended.exists()
            else f"title: New in {key}\nsummary: {{zh: 新, en: New}}\nadded: 2024-05-01\n"
        )
        return {
            "change": text.replace("added: 2024", f"added: 20{self.clock + 10}"),
            "break": text.replace("title:", "titel:"),
            "unknown-word": text.replace("tasks: [lifting]", "tasks: [liftin]"),
            "dangle": f"{text}related: [papers/nowhere]\n".replace(
                "related: [papers/t", "x: [papers/t"
            ),
            "mend": text,
        }[edit]


@settings(max_examples=20)
@given(edits=EDITS)
def test_remembering_changes_nothing_but_the_time_it_takes(
    tmp_path_factory: pytest.TempPathFactory, toy_source: Path, edits: list[tuple[str, str]]
) -> None:
    root, other = tmp_path_factory.mktemp("garden"), tmp_path_factory.mktemp("fresh")
    _copy(toy_source, root)
    (other / "catalog").symlink_to(root / "catalog")
    (other / "docs").symlink_to(root / "docs")
    gardener = Gardener(root / "catalog", toy_source / "catalog")
    take_in(Project.at(root), LATER)
    for edit, key in edits:
        gardener.do(edit, key)
        remembered = take_in(Project.at(root), LATER)
        fresh = take_in(Project.at(other), LATER, fresh=True)
        assert remembered.diagnostics == fresh.diagnostics
        assert remembered.catalog == fresh.catalog
        assert set(remembered.files) == set(fresh.files)


def _copy(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir()
        else:
            place.write_bytes(path.read_bytes())
            os.utime(place, ns=(0, 0))
