"""Pieces of data files are cut out of those of the last build only where that may be believed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.site.conftest import Build
from tests.site.inspection import differing, tree
from tests.site.test_incremental import let_time_pass

from vidstore.derive.extract import Extract, extract
from vidstore.model.card import Card
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.site import pieces

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of entries whose pieces are made where they are asked for."""
    keys: list[str] = []

    def noted(entry: Entry, card: Card, taxonomy: Taxonomy) -> Extract:
        keys.append(card.key)
        return extract(entry, card, taxonomy)

    monkeypatch.setattr(pieces, "extract", noted)
    return keys


def ledger_of(toy: Path) -> Path:
    (found,) = (toy / ".vidstore").glob("data-*.msgpack")
    return found


def edit_and_compare(toy: Path, build_toy: Build, edit: Edit) -> None:
    """After an edit, data must be what a full build writes."""
    edit("catalog/papers/tailless.yml", "Two lines and no tail.", "No tail at all.")
    build_toy()
    found = tree(toy / "site")
    build_toy(full=True)
    assert differing(found, tree(toy / "site")) == []


def test_all_pieces_but_those_of_the_edited_are_cut_out_of_the_site(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str]
) -> None:
    let_time_pass(toy)
    build_toy()
    edit_and_compare(toy, build_toy, edit)
    # What is edited is made into pieces where it is read; no page of another shows the summary.
    assert extracted == []
    edit("catalog/papers/tailless.yml", "title: Tailless", "title: Headless")
    build_toy()
    neighbours = {
        "datasets/sky-hundred",
        "papers/box-kite",
        "papers/silk-line",
        "repos/old-winder",
    }
    assert set(extracted) == neighbours
    extracted.clear()
    edit("catalog/paths/first-summer.yml", "三个周末", "四个周末")
    build_toy()
    assert "四个周末" in (toy / "site/api/paths/first-summer.json").read_text("utf-8")
    on_path = json.loads((toy / "site/data/catalog.json").read_text("utf-8"))["paths"]
    assert "四个周末" in str(on_path)
    assert len(set(extracted)) < 8


@pytest.mark.parametrize("content", [b"", b"\xc1rubbish", b"\x93\x01\x02\x03"])
def test_pieces_of_which_nothing_is_known_are_made_anew(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str], content: bytes
) -> None:
    let_time_pass(toy)
    build_toy()
    ledger_of(toy).write_bytes(content)
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


def test_a_ledger_that_lacks_an_entry_is_not_believed(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str]
) -> None:
    let_time_pass(toy)
    build_toy()
    ledger = msgspec.msgpack.decode(ledger_of(toy).read_bytes())
    for lengths in ledger[-1].values():
        lengths.pop()
    ledger_of(toy).write_bytes(msgspec.msgpack.encode(ledger))
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


@pytest.mark.parametrize("spoil", [lambda data: data + b" ", lambda data: b" " + data[:-1], None])
def test_pieces_are_not_cut_out_of_what_somebody_else_wrote(
    toy: Path,
    build_toy: Build,
    edit: Edit,
    extracted: list[str],
    spoil: Callable[[bytes], bytes] | None,
) -> None:
    let_time_pass(toy)
    build_toy()
    path = toy / "site/data/catalog.json"
    if spoil:
        path.write_bytes(spoil(path.read_bytes()))
    else:
        path.unlink()
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


def test_pieces_are_not_cut_out_of_another_site(toy: Path, build_toy: Build, edit: Edit) -> None:
    build_toy()
    before = [(path, path.read_bytes()) for path in (toy / ".vidstore").glob("site-*")]
    shutil.copytree(toy / "site", toy / "before")
    edit("catalog/papers/silk-line.yml", "year: 2003", "year: 2004")  # as long as before
    build_toy()
    shutil.rmtree(toy / "site")
    (toy / "before").rename(toy / "site")  # a build that was ended before it moved anything
    for path, content in before:
        path.write_bytes(content)
    edit_and_compare(toy, build_toy, edit)
    entries = json.loads((toy / "site/data/catalog.json").read_text("utf-8"))["entries"]
    assert [e["year"] for e in entries if e["id"] == "silk-line"] == [2004]
