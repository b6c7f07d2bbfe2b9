"""A static JSON API: an index, and a file for each reading path and each entry.

An entry's file shows what its page does, and no more: the entry and who names it. So it needs no
digest of its own, and 10,000 of them cost a build without changes nothing.
"""

from collections.abc import Iterator
from functools import partial

import msgspec

from vidstore.derive.plain import Plain, as_json, plain_path
from vidstore.derive.relations import Relations
from vidstore.model.catalog import Catalog
from vidstore.model.path import ReadingPath
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX
from vidstore.site.data_files import DataFiles, formats
from vidstore.site.pages import File, fingerprint
from vidstore.site.pieces import Pieces, file_name

INDEX = "api/index.json"


def index_file(data: DataFiles) -> tuple[str, File]:
    """The index of all entries; it shows of each no more than a drawing does, and when it came."""
    catalog = data.pieces.binder.catalog
    shown = hash(
        tuple([number for c in catalog.cards.values() for number in (c.outline, c.traits)])
    )
    digest = fingerprint(str(shown), *[path.digest for path in catalog.paths])
    return INDEX, (digest, partial(_index, catalog))


def path_files(catalog: Catalog) -> Iterator[tuple[str, File]]:
    """The reading paths, each as in the export and where its pages are."""
    for path in catalog.paths:
        make = partial(_path, path, catalog.charter.site.url)
        yield path_name(path), (path.digest, make)


def path_name(path: ReadingPath) -> str:
    """The file of a reading path."""
    return f"api/paths/{path.id}.json"


def _path(path: ReadingPath, root: str) -> bytes:
    return as_json(plain_path(path) | {"url": _urls(f"paths/{path.id}/", root)}) + b"\n"


def _urls(address: str, root: str) -> dict[str, str]:
    """Where a page is in either language."""
    return {lang.value: f"{root}{PREFIX[lang]}{address}" for lang in Lang}


def entry_file(relations: Relations, pieces: Pieces, key: str) -> bytes:
    """An entry as in the export, where its pages are, and which entries name it in which field."""
    root = pieces.binder.catalog.charter.site.url
    named: dict[str, dict[str, None]] = {}
    for field, other in relations.edges_in.get(key, ()):
        if other != key:
            named.setdefault(field, {})[other] = None
    more = {
        "url": _urls(f"{key}/", root),
        "named_by": {field: list(others) for field, others in named.items()},
    }
    return b"%s,%s\n" % (pieces[key].json[:-1], as_json(more)[1:])


def _index(catalog: Catalog) -> bytes:
    """What there is: the files of data, every entry and reading path with title and file."""
    site = catalog.charter.site
    entries = [
        {
            "id": card.key.partition("/")[2],
            "kind": card.kind.value,
            "name": card.name,
            "title": {"zh": card.title[0], "en": card.title[1]},
            "added": card.added,
            "api": f"{site.url}api/{card.key}.json",
        }
        for card in catalog.cards.values()
    ]
    about = {
        "name": site.name.model_dump(),
        "url": site.url,
        "licence": site.licence,
        "data": {form.value: site.url + file_name(form) for form in formats(catalog)},
    }
    lines = msgspec.json.Encoder().encode_lines(entries).rstrip()
    # A line break inside of a text is written as two characters; those here end lines.
    lines = lines.replace(b"\n", b",\n")
    paths = as_json([_path_item(path, site.url) for path in catalog.paths])
    parts = as_json(about), lines, paths
    return b'{"catalog":%s,\n"entries":[\n%s\n],\n"paths":%s}\n' % parts


def _path_item(path: ReadingPath, root: str) -> Plain:
    title = {"zh": path.title.zh, "en": path.title.en}
    return {"id": path.id, "title": title, "api": root + path_name(path)}
