"""The index among the files of a site."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from vidstore.config import Project
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.search.index import CHUNK, Document, Files, Stock, updated, whole
from vidstore.search.numbering import Numbering, assign
from vidstore.search.records import Record, Vocabulary, record_of
from vidstore.site.doors import FOLDERS, doors
from vidstore.site.pages import fingerprint

PLACE = "assets/search/"
"""Where the index lies in a site. What is not in it is not ours to touch."""
_EXAMPLES = 4
_SENTENCES = (
    "label", "placeholder", "close", "hint", "examples", "browse", "nothing", "try", "failed",
    "searching", "found", "found_one", "more", "keys", "et_al",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Former:
    """The site as the last build left it: the digests of its files, and where they lie."""

    digests: Mapping[str, str]
    site: Path


def search_files(
    project: Project, catalog: Catalog, lexicons: Mapping[Lang, Lexicon], former: Former | None
) -> Files:
    """The files of the index by their names in the site, made from the last ones where that works."""
    vocabulary = Vocabulary.of(lexicons)
    numbering, stock = _stock(catalog, list(doors(project, catalog)), vocabulary)
    files = (_updated(stock, former) if former else None) or whole(stock)
    head = _head(numbering, stock, lexicons, fingerprint(*(part for part, _ in files.values())))
    files = {**files, "index.json": (fingerprint(head.decode()), partial(bytes, head))}
    return {f"{PLACE}{name}": file for name, file in sorted(files.items())}


def _updated(stock: Stock, former: Former) -> Files | None:
    known = {
        name.removeprefix(PLACE): digest
        for name, digest in former.digests.items()
        if name.startswith(PLACE)
    }
    return updated(stock, known, lambda name: (former.site / PLACE / name).read_bytes())


def _stock(
    catalog: Catalog, pages: list[Record], vocabulary: Vocabulary
) -> tuple[Numbering, Stock]:
    listed = [(page.key.partition("/")[0], "", page.key) for page in pages]
    listed += [(card.kind.folder, card.year, card.key) for card in catalog.cards.values()]
    numbering = assign(listed, (*FOLDERS, *(kind.folder for kind in Kind)))
    found: dict[int, Document] = {}
    for page in pages:
        record = msgspec.structs.replace(page, number=numbering.numbers[page.key])
        found[record.number] = Document(_digest(record), partial(_itself, record))
    for card in catalog.cards.values():
        number = numbering.numbers[card.key]
        found[number] = Document(card.digest, partial(record_of, card, number, vocabulary))
    return numbering, Stock(dict(sorted(found.items())), numbering.end, vocabulary)


def _itself(record: Record) -> Record:
    return record


def _digest(record: Record) -> str:
    return fingerprint(
        record.key, record.title, record.title_en, record.summary, record.summary_en
    )


def _head(
    numbering: Numbering, stock: Stock, lexicons: Mapping[Lang, Lexicon], version: str
) -> bytes:
    """What the browser needs before it asks for anything else."""
    return msgspec.json.encode(
        {
            "version": version,
            "shards": stock.shards,
            "chunk": CHUNK,
            "folders": numbering.starts,
            "words": stock.vocabulary.names,
            "languages": {lang: _language(lexicon) for lang, lexicon in lexicons.items()},
        }
    )


def _language(lexicon: Lexicon) -> dict[str, object]:
    say, tasks = lexicon.say, lexicon.charter.taxonomy.tasks
    labels = {name: say(f"ui.{name}") for name in FOLDERS}
    labels |= {kind.folder: lexicon.kinds(kind) for kind in Kind}
    return {
        "texts": {name: say(f"search.{name}") for name in _SENTENCES},
        "labels": labels,
        "examples": [lexicon.name("tasks", task) for task in list(tasks)[:_EXAMPLES]],
    }
