"""The pieces of all entries for data files, of which most are kept from the last build.

A file of the whole catalog needs every entry, and reading 10,000 of them again after one edit
would take longer than the rest of the build. Pieces are kept in `.vidstore/`, each with the digest
of the entry's file, all under a stamp of code and charter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from vidstore import keepsake
from vidstore.config import Project
from vidstore.derive.binder import Works
from vidstore.derive.extract import Extract, extract
from vidstore.intake.memory import code_stamp
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.entry import Entry


class _Kept(msgspec.Struct, array_like=True, gc=False):
    stamp: str
    extracts: dict[str, Extract]


@dataclass(slots=True)
class Extracts:
    """Gathered when all are first asked for. `fresh` takes nothing from the last build."""

    project: Project
    catalog: Catalog
    fetch: Callable[[str], Entry]
    fresh: bool = False
    _found: dict[str, Extract] = field(default_factory=dict)
    _single: dict[str, Extract] = field(default_factory=dict)

    def works(self, cards: Iterable[Card]) -> Works:
        """These entries with their pieces."""
        found = self._all()
        return [(card, found[card.key]) for card in cards]

    def __getitem__(self, key: str) -> Extract:
        """The pieces of one entry; without those of the others where none were asked for."""
        found = self._found.get(key) or self._single.get(key)
        if found is None:
            catalog = self.catalog
            found = extract(self.fetch(key), catalog.cards[key], catalog.charter.taxonomy)
            self._single[key] = found
        return found

    def _all(self) -> dict[str, Extract]:
        if not self._found:
            self._gather()
        return self._found

    def _gather(self) -> None:
        """Take what is kept and still right, and make the others."""
        stamp = f"{code_stamp()}:{self.catalog.charter.digest}"
        place = self.project.cache / "extracts.msgpack"
        kept = None if self.fresh else keepsake.load(place, _Kept)
        known = kept.extracts if kept and kept.stamp == stamp else {}
        taxonomy, cards = self.catalog.charter.taxonomy, self.catalog.cards
        for key, card in cards.items():
            old = known.get(key)
            if old is None or old.digest != card.digest:
                old = extract(self.fetch(key), card, taxonomy)
            self._found[key] = old
        if any(self._found[key] is not known.get(key) for key in cards):
            keepsake.save(place, _Kept(stamp, self._found))
