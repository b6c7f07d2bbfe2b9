"""The index among the files of a site."""

from collections.abc import Iterator, Mapping
from functools import partial

import msgspec

from vidstore.config import Project
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.search.index import CHUNK, Files, Stock, updated, whole
from vidstore.search.numbering import Numbering, assign
from vidstore.search.records import Record, Vocabulary, record_of
from vidstore.site.doors import FOLDERS, doors
from vidstore.site.former import Former
from vidstore.site.pages import fingerprint

PLACE = "assets/search/"
"""Where the index lies in a site. What is not in it is not ours to touch."""
HEAD = f"{PLACE}index.json"
"""What the browser loads first. Its digest is of all that the index is made from."""
_EXAMPLES = 4
_SENTENCES = (
    "label", "placeholder", "close", "hint", "examples", "browse", "nothing", "try", "failed",
    "searching", "found", "found_one", "more", "keys", "et_al",
)  # fmt: skip


def search_files(
    project: Project, catalog: Catalog, lexicons: Mapping[Lang, Lexicon], former: Former | None
) -> Files:
    """The files of the index by their names in the site, made from the last ones where that works."""
    pages = list(doors(project, catalog))
    parts = [card.digest for card in catalog.cards.values()]
    digest = fingerprint(*parts, *(_digest(page) for page in pages))
    if former and former.digests.get(HEAD) == digest:
        return {name: (known, partial(former.read, name)) for name, known in _of(former)}
    vocabulary = Vocabulary.of(lexicons)
    numbering, stock = _stock(catalog, pages, vocabulary)
    files = (_updated(stock, former) if former else None) or whole(stock)
    head = _head(numbering, stock, lexicons, fingerprint(*(part for part, _ in files.values())))
    found = {f"{PLACE}{name}": file for name, file in files.items()}
    return found | {HEAD: (digest, partial(bytes, head))}


def _of(former: Former) -> Iterator[tuple[str, str]]:
    """The files of the index as the last build left it, with their digests."""
    return ((name, digest) for name, digest in former.digests.items() if name.startswith(PLACE))


def _updated(stock: Stock, former: Former) -> Files | None:
    known = {name.removeprefix(PLACE): digest for name, digest in _of(former)}
    return updated(stock, known, lambda name: former.read(PLACE + name))


def _stock(
    catalog: Catalog, pages: list[Record], vocabulary: Vocabulary
) -> tuple[Numbering, Stock]:
    listed = [(page.key.partition("/")[0], "", page.key) for page in pages]
    listed += [(card.kind.folder, card.year, card.key) for card in catalog.cards.values()]
    numbering = assign(listed, (*FOLDERS, *(kind.folder for kind in Kind)))
    number = numbering.numbers
    known: dict[int, Record | Card] = {number[page.key]: page for page in pages}
    known |= {number[key]: card for key, card in catalog.cards.items()}

    def make(number: int) -> Record:
        found = known[number]
        if isinstance(found, Record):
            return msgspec.structs.replace(found, number=number)
        return record_of(found, number, vocabulary)

    digests = {
        number: item.digest if isinstance(item, Card) else _digest(item)
        for number, item in sorted(known.items())
    }
    return numbering, Stock(digests, make, numbering.end, vocabulary)


def _digest(page: Record) -> str:
    return fingerprint(page.key, page.title, page.title_en, page.summary, page.summary_en)


def _head(
    numbering: Numbering, stock: Stock, lexicons: Mapping[Lang, Lexicon], version: str
) -> bytes:
    """What the browser needs before it asks for anything else."""
    return msgspec.json.encode(
        {
            "version": version,
            "shards": stock.shards,
            "chunk": CHUNK,
            "end": numbering.end,
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
