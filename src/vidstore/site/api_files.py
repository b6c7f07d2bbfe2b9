"""A static JSON API: an index, and a file for each entry, which goes with the entry's page.

An entry's file shows what its page does, and no more: the entry and who names it. So it needs no
digest of its own, and 10,000 of them cost a build without changes nothing.
"""

from functools import partial

import msgspec

from vidstore.derive.plain import as_json
from vidstore.derive.relations import Relations
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX
from vidstore.site.data_files import DataFiles, formats
from vidstore.site.pages import File, fingerprint
from vidstore.site.pieces import Pieces, file_name

INDEX = "api/index.json"


def index_file(data: DataFiles) -> tuple[str, File]:
    """The index of all entries; it shows of each no more than a drawing does, and when it came."""
    catalog = data.pieces.binder.catalog
    shown = (f"{card.outline} {card.added}" for card in catalog.cards.values())
    return INDEX, (fingerprint(*shown), partial(_index, catalog))


def entry_file(relations: Relations, pieces: Pieces, key: str) -> bytes:
    """An entry as in the export, where its pages are, and which entries name it in which field."""
    root = pieces.binder.catalog.charter.site.url
    named: dict[str, dict[str, None]] = {}
    for field, other in relations.edges_in.get(key, ()):
        if other != key:
            named.setdefault(field, {})[other] = None
    more = {
        "url": {lang.value: f"{root}{PREFIX[lang]}{key}/" for lang in Lang},
        "named_by": {field: list(others) for field, others in named.items()},
    }
    return b"%s,%s\n" % (pieces[key].json[:-1], as_json(more)[1:])


def _index(catalog: Catalog) -> bytes:
    """What there is: the files of data, and every entry with its title and its file."""
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
    return b'{"catalog":%s,\n"entries":[\n%s\n]}\n' % (as_json(about), lines)
