"""A catalog as an SQLite database, with a full-text index that finds Chinese.

The index `search` holds every three characters in a row (the trigram tokenizer,
sqlite.org/fts5.html), so `text MATCH '"光流估计"'` finds any part of three characters or more. For
fewer there is the view `texts`, where `text LIKE '%光流%'` reads all of them. `LIKE` on the index
itself would do by the manual, but older SQLite counts bytes there and finds no two characters of
Chinese (3.40 does not).

The same entries give the same bytes: fixed size of pages, no time, one order.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from vidstore.derive.table import SINGLE, cells_of
from vidstore.errors import ConfigurationError
from vidstore.model.card import Card

_NUMBERS = {
    "year": "INTEGER",
    "classes": "INTEGER",
    "size_videos": "INTEGER",
    "size_clips": "INTEGER",
    "size_annotations": "INTEGER",
    "hours": "REAL",
    "size_hours": "REAL",
}
_RESULT = (
    *("dataset", "metric", "value", "setting", "backbone", "pretrain", "frames"),
    *("resolution", "params_m", "gflops", "read"),
)
_SOURCE = ("repo", "path", "commit", "paper", "url")
_RUN = ("repo", "path", "model", "framework", "weights", "official")
_FIGURES = {"value", "params_m", "gflops"}

Row = tuple[Any, ...]


def database(records: Iterable[bytes | memoryview], cards: Iterable[Card]) -> bytes:
    """The file of a database; `records` are the entries as JSON, in the order of their `cards`.

    Raises:
        ConfigurationError: Python's SQLite is too old, or made without full-text search.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        for statement in _schema():
            connection.execute(statement)
        _fill(connection, records, cards)
        connection.execute("COMMIT")
        return connection.serialize()
    except sqlite3.OperationalError as error:
        version = sqlite3.sqlite_version
        raise ConfigurationError("sqlite", version=version, reason=error) from error
    finally:
        connection.close()


def _schema() -> Iterator[str]:
    columns = ", ".join(f"{name} {_NUMBERS.get(name, 'TEXT')}" for name in SINGLE)
    yield f"CREATE TABLE entries (key TEXT PRIMARY KEY, {columns}, json TEXT NOT NULL)"
    for table, value in (("authors", "name"), ("tasks", "task"), ("tags", "tag")):
        yield f"CREATE TABLE {table} (entry TEXT, position INTEGER, {value} TEXT)"
    yield "CREATE TABLE links (entry TEXT, role TEXT, position INTEGER, url TEXT)"
    results = ", ".join(f"{n} {'REAL' if n in _FIGURES else 'TEXT'}" for n in _RESULT)
    sources = ", ".join(f"source_{name} TEXT" for name in _SOURCE)
    yield f"CREATE TABLE results (entry TEXT, position INTEGER, {results}, {sources})"
    runs = ", ".join(f'"{n}" {"INTEGER" if n == "official" else "TEXT"}' for n in _RUN)
    yield f"CREATE TABLE implementations (entry TEXT, position INTEGER, {runs})"
    yield 'CREATE TABLE "references" (entry TEXT, field TEXT, target TEXT)'
    yield "CREATE VIRTUAL TABLE search USING fts5(key UNINDEXED, text, tokenize = 'trigram')"
    # Joined to nothing, so that LIKE never goes by the index.
    yield "CREATE VIEW texts AS SELECT key, text || '' AS text FROM search"
    for table in ("authors", "tasks", "tags", "links", "results", "implementations"):
        yield f"CREATE INDEX {table}_by_entry ON {table} (entry)"
    yield 'CREATE INDEX references_by_target ON "references" (target)'


def _fill(
    connection: sqlite3.Connection, records: Iterable[bytes | memoryview], cards: Iterable[Card]
) -> None:
    rows: dict[str, list[Row]] = {}
    for record, card in zip(records, cards, strict=True):
        entry: Mapping[str, Any] = msgspec.json.decode(record)
        for table, row in _rows(card, entry, record):
            rows.setdefault(table, []).append(row)
    for table, found in rows.items():
        places = ", ".join("?" * len(found[0]))
        connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', found)  # noqa: S608 - ours


def _rows(
    card: Card, entry: Mapping[str, Any], record: bytes | memoryview
) -> Iterator[tuple[str, Row]]:
    """All rows of one entry, each with its table."""
    key, cells = card.key, cells_of(entry)
    yield "entries", (key, *[cells.get(name) for name in SINGLE], str(record, "utf-8"))
    for table in ("authors", "tasks", "tags"):
        for position, value in enumerate(entry.get(table, ())):
            yield table, (key, position, value)
    for role, urls in entry.get("links", {}).items():
        for position, url in enumerate(urls):
            yield "links", (key, role, position, url)
    for position, item in enumerate(entry.get("results", ())):
        source = item["source"]
        yield "results", (key, position, *_picked(item, _RESULT), *_picked(source, _SOURCE))
    for position, item in enumerate(entry.get("implementations", ())):
        yield "implementations", (key, position, *_picked(item, _RUN))
    for item in dict.fromkeys((other.field, other.key) for other in card.references):
        yield "references", (key, *item)
    texts = (card.name, *card.aliases, *dict.fromkeys(card.title), *card.summary)
    yield "search", (key, "\n".join(filter(None, texts)))


def _picked(item: Mapping[str, Any], names: tuple[str, ...]) -> Row:
    return tuple(item.get(name) for name in names)
