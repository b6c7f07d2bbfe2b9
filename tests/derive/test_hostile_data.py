"""Whatever an entry says, it comes back out of every format, and brings nothing along."""

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from tests.strategies import entries

from vidstore.derive.bibtex import bibtex
from vidstore.derive.binder import Binder
from vidstore.derive.citations import Citations
from vidstore.derive.data_format import DataFormat
from vidstore.derive.extract import extract
from vidstore.derive.table import HEADING, row
from vidstore.locale import load_locale
from vidstore.model.card import Card, card_of
from vidstore.model.catalog import Catalog, Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.text import Lang
from vidstore.render.feed import Feed, atom
from vidstore.render.lexicon import Lexicon
from vidstore.render.linked_data import linked_data

HOSTILE = st.lists(
    st.sampled_from(
        [
            *"\"'\\{}%$#&_~^<>|@,;=+-*`\t\n\r\0\x01\x1c\x85\u2028\ufffe😈风",
            *("</script>", "<!--", " and ", "\nER  - \n", "\n@misc{x,", "]]>", "&amp;"),
            *("\\input{x}", "%}", '"";', "风筝"),
        ]
    )
    | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=12,
).map("".join)
TEXTS = HOSTILE.filter(lambda text: bool(text.strip("\0 ")) and bool(text.strip()))


def _entry(title: str, name: str, kind: Kind = Kind.PAPER) -> tuple[Entry, Card]:
    fields = {
        "id": "odd",
        "name": name,
        "title": {"zh": title, "en": title},
        "authors": [name, "Ada Quill"],
        "year": "2020",
        "aliases": [title],
        "summary": {"zh": title, "en": title},
        "added": "2024-01-01",
    }
    entry = MODELS[kind].model_validate(fields)
    return entry, card_of(entry, "d", ())


def _written(catalog: Catalog, form: DataFormat, entry: Entry, card: Card) -> bytes:
    works = [(card, extract(entry, card, Taxonomy()))]
    return Binder(catalog, Citations(frozenset())).file(form, works)


@given(title=TEXTS, name=TEXTS)
def test_json_gives_every_text_back(catalog: Catalog, title: str, name: str) -> None:
    entry, card = _entry(title, name)
    line = _written(catalog, DataFormat.JSONL, entry, card)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"]["en"] == entry.title.en
    assert json.loads(_written(catalog, DataFormat.JSON, entry, card))["entries"][0]["name"] == (
        entry.name
    )
    assert json.loads(_written(catalog, DataFormat.CSL, entry, card))[0]["title"] == entry.title.en


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=25)
@given(data=st.data())
def test_json_gives_every_entry_back(kind: Kind, data: st.DataObject) -> None:
    entry = MODELS[kind].model_validate(data.draw(entries(kind)) | {"id": "some"})
    found = extract(entry, card_of(entry, "d", ()), Taxonomy())
    again = json.loads(found.json, parse_float=Decimal)
    del again["kind"]
    assert MODELS[kind].model_validate(again) == entry


@given(title=TEXTS, name=TEXTS)
def test_csv_gives_every_text_back(title: str, name: str) -> None:
    entry, card = _entry(title, name)
    content = (HEADING + extract(entry, card, Taxonomy()).csv).decode()
    (found,) = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    for column, text in (("title_en", entry.title.en), ("name", entry.name), ("aliases", title)):
        cell = found[column]
        assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")
        plain = cell if cell.strip() == str(text).strip() else cell.removeprefix("'")
        assert plain.strip() == str(text).strip()


@given(title=TEXTS, name=TEXTS)
def test_a_strict_parser_reads_bibtex_and_finds_one_record(title: str, name: str) -> None:
    entry, _ = _entry(title, name)
    record = bibtex(entry, Taxonomy())
    assert record.count("{") == record.count("}")
    found = parse_string(record, "bibtex")
    assert list(found.entries) == [record.partition("{")[2].partition(",")[0]]
    (only,) = found.entries.values()
    assert set(only.fields) == {"title", "year"}
    assert len(only.persons["author"]) <= 2


@given(title=TEXTS, name=TEXTS)
def test_a_text_brings_no_line_of_ris(title: str, name: str) -> None:
    entry, card = _entry(title, name)
    lines = extract(entry, card, Taxonomy()).ris.decode().splitlines()
    tags = [line[:6] for line in lines]
    tail = ["PY  - ", "AB  - ", "ER  - ", ""]
    assert tags[:3] == ["TY  - ", "ID  - ", "TI  - "]
    assert [tag for tag in tags[3:] if tag != "AU  - "] == tail
    assert lines[2][6:].split() == _seen(entry.title.en).split()


def _seen(text: str) -> str:
    return "".join(
        " " if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" else c for c in text
    )


@given(title=TEXTS, name=TEXTS)
@settings(max_examples=40)
def test_a_database_gives_every_text_back(catalog: Catalog, title: str, name: str) -> None:
    entry, card = _entry(title, name)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(_written(catalog, DataFormat.SQLITE, entry, card))
    found = connection.execute("SELECT title_en, name, summary_zh FROM entries").fetchall()
    assert found == [(entry.title.en, entry.name, entry.summary.zh)]
    assert connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    connection.close()


@pytest.fixture(scope="module")
def lexicon(catalog: Catalog) -> Lexicon:
    return Lexicon(Lang.EN, load_locale("en"), catalog.charter)


@given(title=TEXTS, name=TEXTS)
def test_a_feed_is_xml_whatever_the_text(lexicon: Lexicon, title: str, name: str) -> None:
    _, card = _entry(title, name)
    root = "https://kites.example.org/"
    content = atom(Feed(title, f"{root}feeds/all.xml", root, (card,)), lexicon, root)
    feed = ET.fromstring(content)
    space = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{space}entry")) == 1
    shown = feed.findtext(f"{space}title") or ""
    kept = "".join(c for c in title if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert (
        shown.replace("\r", "\n") == kept.replace("\r\n", "\n").replace("\r", "\n")
        or "\r" in title
    )


@given(title=TEXTS, name=TEXTS)
def test_linked_data_cannot_end_its_element(lexicon: Lexicon, title: str, name: str) -> None:
    entry, card = _entry(title, name)
    element = linked_data(entry, card, lexicon, "https://kites.example.org/papers/odd/").decode()
    text = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert not set("<>&") & set(text)
    found: dict[str, Any] = json.loads(text)
    assert found["name"] == entry.title.en
    assert found["author"][0]["name"] == name.strip() or found["author"][0]["name"] in name


def test_a_row_ends_where_it_should() -> None:
    assert row({"title": {"zh": "a\r\nb"}}).count(b"\r\n") == 2
