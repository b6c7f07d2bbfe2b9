"""Data to take away: the whole catalog in every format, and a list's BibTeX."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from vidstore.derive.data_format import DataFormat
from vidstore.derive.database import database
from vidstore.derive.sections import Hall
from vidstore.derive.shelves import Library, Shelf
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind
from vidstore.site.pages import File, Page, fingerprint
from vidstore.site.pieces import Pieces, file_name


def formats(catalog: Catalog) -> tuple[DataFormat, ...]:
    """The formats that a site offers; a database only where `catalog/site.yml` asks for one."""
    wanted = catalog.charter.site.database
    return tuple(form for form in DataFormat if wanted or form is not DataFormat.SQLITE)


@dataclass
class DataFiles:
    """Makes data files, and knows how large those are that it made."""

    pieces: Pieces
    _sizes: dict[DataFormat, int] = field(default_factory=dict)

    def whole(self) -> Iterator[tuple[str, File]]:
        """The files of the whole catalog."""
        for form in formats(self.pieces.binder.catalog):
            yield file_name(form), (self.digest, partial(self._whole, form))

    @cached_property
    def digest(self) -> str:
        """Changes with any entry or reading path, and with what writes databases."""
        catalog = self.pieces.binder.catalog
        cards = [card.digest for card in catalog.cards.values()]
        return fingerprint(
            sqlite3.sqlite_version, *cards, *[path.digest for path in catalog.paths]
        )

    def learn(self, sizes: Mapping[str, int]) -> None:
        """Know the sizes of files, by name, that another process made."""
        for form in DataFormat:
            if file_name(form) in sizes:
                self._sizes[form] = sizes[file_name(form)]

    def size(self, form: DataFormat) -> int:
        """How many bytes the file of a format has."""
        if form not in self._sizes:
            self._whole(form)
        return self._sizes[form]

    def _whole(self, form: DataFormat) -> bytes:
        binder, pieces = self.pieces.binder, self.pieces.of(form)
        if form is DataFormat.SQLITE:
            content = database(pieces.values(), binder.catalog.cards.values())
        else:
            content = self.pieces.cover(form).around(pieces.values())
        self._sizes[form] = len(content)
        if len(self._sizes) == len(formats(binder.catalog)):
            self.pieces.keep(self.digest, self._sizes)
        return content

    def of_lists(
        self, library: Library, halls: tuple[Hall, ...], pages: Mapping[str, Page]
    ) -> Iterator[tuple[str, File]]:
        """The BibTeX of every list that has something to cite; it changes when its pages do."""
        shared = sorted(self.pieces.binder.citations.shared)
        for address, shelf in _lists(library, halls):
            if has_citable(shelf):
                digest = fingerprint(*_digests(address, pages), *shared)
                yield bib_name(address), (digest, partial(self._bibtex, shelf))

    def _bibtex(self, shelf: Shelf) -> bytes:
        pieces = self.pieces.of(DataFormat.BIBTEX)
        return self.pieces.cover(DataFormat.BIBTEX).around(pieces[card.key] for card in shelf)


def _digests(address: str, pages: Mapping[str, Page]) -> Iterator[str]:
    """Those of all pages of a list."""
    page = pages.get(address)
    number = 1
    while page:
        yield page.digest
        number += 1
        page = pages.get(f"{address}page/{number}/")


def bib_name(address: str) -> str:
    """The file with the BibTeX of the list at an address."""
    return f"data/bib/{address.removesuffix('/')}.bib"


def has_citable(shelf: Iterable[Card]) -> bool:
    """Whether there is anything to cite in a list."""
    return any(card.citation for card in shelf)


def _lists(library: Library, halls: tuple[Hall, ...]) -> Iterator[tuple[str, Shelf]]:
    for kind in Kind:
        yield f"{kind.folder}/", library.kinds.get(kind.value, ())
    for folder, shelves in (
        ("tasks", library.tasks),
        ("families", library.families),
        ("tags", library.tags),
        ("years", library.years),
    ):
        for word, shelf in shelves.items():
            yield f"{folder}/{word}/", shelf
    yield from _sections(halls)


def _sections(halls: tuple[Hall, ...]) -> Iterator[tuple[str, Shelf]]:
    for hall in halls:
        yield f"sections/{hall.section.id}/", hall.all_cards()
        yield from _sections(hall.children)
