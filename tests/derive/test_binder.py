"""The toy catalog in every format, read back by a parser of that format."""

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pybtex.database import parse_string
from tests.conftest import TOY

from vidstore.config import Project
from vidstore.derive.binder import Binder, Works
from vidstore.derive.citations import cite
from vidstore.derive.csl import csl
from vidstore.derive.data_format import DataFormat
from vidstore.derive.database import database
from vidstore.derive.extract import extract
from vidstore.derive.plain import plain
from vidstore.derive.table import COLUMNS, HEADING, NESTED, cells_of, row
from vidstore.errors import ConfigurationError
from vidstore.intake.catalog import Intake, take_in
from vidstore.load.entry import load_entry
from vidstore.model.card import card_of
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS

CSL = json.loads((TOY.parent / "csl-data.json").read_text("utf-8"))
"""The schema of CSL-JSON by the Citation Style Language project (MIT licence)."""
KINDS = {kind.value: kind for kind in Kind}
File = Callable[[DataFormat], bytes]


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    root = shutil.copytree(TOY, tmp_path_factory.mktemp("binder") / "toy")
    return take_in(Project.at(Path(root)), 0, fresh=True)


@pytest.fixture(scope="module")
def works(intake: Intake, catalog: Catalog) -> Works:
    taxonomy = catalog.charter.taxonomy
    cards = catalog.cards.values()
    return [(card, extract(intake.entries[card.key], card, taxonomy)) for card in cards]


@pytest.fixture(scope="module")
def file(works: Works, catalog: Catalog) -> File:
    binder = Binder(catalog, cite(catalog.cards))
    return lambda form: binder.file(form, works)


def test_json_is_the_catalog_as_it_was_written(file: File, catalog: Catalog) -> None:
    assert b'"value":74.10,' in file(DataFormat.JSON)  # a number, and as exact as it was given
    found = json.loads(file(DataFormat.JSON), parse_float=str)
    assert list(found) == ["catalog", "entries", "paths", "taxonomy"]
    box = next(entry for entry in found["entries"] if entry["id"] == "box-kite")
    assert list(box)[:4] == ["id", "kind", "name", "title"]
    assert box["kind"] == "paper"
    assert box["title"]["zh"] == box["title"]["en"] == "Box Kites: Four Sticks Are Enough"
    assert box["links"]["paper"] == ["https://kites.example.org/papers/box"]
    assert box["results"][0]["value"] == "74.10"
    assert box["implementations"][0]["official"] is True
    assert "status" not in box
    assert found["paths"][0]["id"] == "first-summer"
    assert "digest" not in found["paths"][0]
    assert set(found["taxonomy"]["tasks"]) == set(catalog.charter.taxonomy.tasks)
    assert found["catalog"]["licence"] == "CC-BY-4.0"


def test_an_entry_of_json_is_the_entry_again(file: File, intake: Intake) -> None:
    for line in file(DataFormat.JSONL).splitlines():
        found = json.loads(line, parse_float=Decimal)
        kind = KINDS[found.pop("kind")]
        assert MODELS[kind].model_validate(found) == intake.entries[f"{kind.folder}/{found['id']}"]


def test_jsonl_has_the_entries_of_json_line_by_line(file: File) -> None:
    lines = file(DataFormat.JSONL).decode().splitlines()
    assert [json.loads(line) for line in lines] == json.loads(file(DataFormat.JSON))["entries"]


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def test_csv_has_a_row_an_entry(file: File, catalog: Catalog) -> None:
    rows = _rows(file(DataFormat.CSV))
    assert [f"{KINDS[row['kind']].folder}/{row['id']}" for row in rows] == list(catalog.cards)
    box = next(row for row in rows if row["id"] == "box-kite")
    assert box["authors"] == "Ada Quill; 林 远; Bo d'Arc"
    assert box["link_mirror"].count("; ") == 1
    assert box["summary_zh"].startswith("用四根杆")
    sky = next(row for row in rows if row["id"] == "sky-hundred")
    assert (sky["size_hours"], sky["classes"]) == ("12.5", "7")


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_a_column_or_is_nested(kind: Kind) -> None:
    names = set(MODELS[kind].model_fields) - {"links", *NESTED}
    without = {name for name in names if not any(c.startswith(name) for c in COLUMNS)}
    assert without == set()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM", "'@SUM"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'s", "'s"),
        ("1=1", "1=1"),
    ],
)
def test_a_cell_is_no_formula(make: Callable[..., Entry], text: str, cell: str) -> None:
    entry = make(Kind.PAPER, title=text, aliases=["plain", text])
    found = _rows(HEADING + row(plain(entry)))[0]
    assert (found["title_en"], found["aliases"]) == (cell, f"plain; {cell}")


def test_bibtex_is_read_by_a_strict_parser(file: File, catalog: Catalog) -> None:
    found = parse_string(file(DataFormat.BIBTEX).decode(), "bibtex")
    citable = [card for card in catalog.cards.values() if card.citation]
    assert len(found.entries) == len(citable) == 8
    assert all(key.isascii() for key in found.entries)
    box = found.entries["quill1999kites"]
    assert [str(person) for person in box.persons["author"]] == [
        "Quill, Ada",
        "{林 远}",
        "d'Arc, Bo",
    ]
    assert box.fields["booktitle"] == r"International Conference on Wind \& Other Excuses"


def test_ris_has_every_work(file: File, catalog: Catalog) -> None:
    records = [_tags(text) for text in file(DataFormat.RIS).decode().split("\r\n\r\n") if text]
    works = [k for k in catalog.cards if k.split("/")[0] not in {"platforms", "people"}]
    assert [record[1] for record in records] == [("ID", key) for key in works]
    for record in records:
        assert record[0][0] == "TY"
        assert record[-1] == ("ER", "")
    box = records[works.index("papers/box-kite")]
    assert [value for tag, value in box if tag == "AU"] == ["Quill, Ada", "林, 远", "d'Arc, Bo"]
    assert ("PY", "1999") in box


def _tags(record: str) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in record.split("\r\n")]


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("Ada Quill", {"family": "Quill", "given": "Ada"}),
        ("Kite Club, The, Inc.", {"literal": "Kite Club, The, Inc."}),
        ("林远", {"literal": "林远"}),
    ],
)
def test_csl_knows_names_of_one_part(
    make: Callable[..., Entry], catalog: Catalog, name: str, node: dict[str, str]
) -> None:
    entry = make(Kind.PAPER, authors=[name])
    item = csl(entry, catalog.charter.taxonomy)
    assert item["author"] == [node]
    jsonschema.Draft7Validator(CSL).validate([item])


def test_csl_fits_its_schema(file: File) -> None:
    items = json.loads(file(DataFormat.CSL))
    jsonschema.Draft7Validator(CSL).validate(items)
    talk = next(item for item in items if item["id"] == "surveys/wind-talk")
    assert talk["type"] == "motion_picture"
    assert talk["issued"] == {"date-parts": [[2022, 6, 12]]}
    assert talk["author"] == [{"family": "林", "given": "远"}]
    assert {item["type"] for item in items} >= {
        "dataset",
        "software",
        "paper-conference",
        "article",
    }


@pytest.fixture(scope="module")
def base(file: File) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(file(DataFormat.SQLITE))
    yield connection
    connection.close()


def _all(base: sqlite3.Connection, query: str, *values: Any) -> list[Any]:
    return base.execute(query, values).fetchall()


def test_the_database_has_everything(base: sqlite3.Connection, catalog: Catalog) -> None:
    assert _all(base, "PRAGMA integrity_check") == [("ok",)]
    assert _all(base, "SELECT count(*) FROM entries") == [(len(catalog.cards),)]
    assert _all(base, "SELECT name FROM authors WHERE entry = 'papers/box-kite'") == [
        ("Ada Quill",),
        ("林 远",),
        ("Bo d'Arc",),
    ]
    assert _all(base, "SELECT task FROM tasks WHERE entry = 'papers/silk-line'") == [
        ("lifting",),
        ("steering",),
    ]
    assert _all(base, "SELECT tag FROM tags WHERE entry = 'papers/box-kite'") == [("classic",)]
    of_box = "SELECT value, source_repo FROM results WHERE entry = 'papers/box-kite'"
    found = _all(base, f"{of_box} AND metric = 'altitude'")
    assert found == [(74.1, "kitelab"), (60.0, None)]
    assert _all(base, "SELECT model FROM implementations WHERE repo = 'old-winder'") == [
        ("box-v1",)
    ]
    assert ("papers/silk-line", "builds_on") in _all(
        base, "SELECT entry, field FROM \"references\" WHERE target = 'papers/box-kite'"
    )
    assert len(_all(base, "SELECT url FROM links WHERE role = 'mirror'")) == 2
    assert _all(base, "SELECT year, size_hours FROM entries WHERE id = 'sky-hundred'") == [
        (2010, 12.5)
    ]
    stored = _all(base, "SELECT json FROM entries WHERE id = 'sky-hundred'")[0][0]
    assert json.loads(stored)["size"]["videos"] == 100


def test_the_database_finds_chinese(base: sqlite3.Connection) -> None:
    found = _all(base, "SELECT key FROM search WHERE text MATCH ?", '"四根杆撑"')
    assert found == [("papers/box-kite",)]
    assert ("papers/box-kite",) in _all(base, "SELECT key FROM texts WHERE text LIKE ?", "%布框%")
    assert ("papers/box-kite",) in _all(base, "SELECT key FROM texts WHERE text LIKE ?", "%盒式%")


def test_the_same_entries_give_the_same_database(file: File) -> None:
    assert file(DataFormat.SQLITE) == file(DataFormat.SQLITE)


def test_an_sqlite_that_cannot_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vidstore.derive.database._schema", lambda: iter(["CREATE NONSENSE"]))
    with pytest.raises(ConfigurationError, match="sqlite"):
        database([], [])


def test_shared_keys_are_told_apart_in_a_file(
    make: Callable[..., Entry], catalog: Catalog
) -> None:
    fields = {"title": "{a} quill2020kites, Kites", "authors": ["Ada Quill"], "year": "2020"}
    entries = [make(Kind.PAPER, name, **fields) for name in ("one", "two")]
    cards = {entry.key: card_of(entry, entry.id, ()) for entry in entries}
    taxonomy = catalog.charter.taxonomy
    found = [(cards[e.key], extract(e, cards[e.key], taxonomy)) for e in entries]
    text = Binder(catalog, cite(cards)).file(DataFormat.BIBTEX, found).decode()
    assert len(set(parse_string(text, "bibtex").entries)) == 2


def test_cells_of_a_link_keep_their_role() -> None:
    assert cells_of({"links": {"code": ["x"]}}) == {"link_code": ["x"]}


def test_loads_what_was_exported(file: File) -> None:
    found = json.loads(file(DataFormat.JSON))["entries"][0]
    content = json.dumps({k: v for k, v in found.items() if k not in {"id", "kind"}}).encode()
    assert load_entry(content, KINDS[found["kind"]], found["id"], "x").entry is not None
