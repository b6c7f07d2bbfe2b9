"""The pieces of all entries for data files; those of the last build are cut out of its files.

A file of the whole catalog needs every entry, and reading 10,000 of them again after one edit
would take longer than the rest of the build. How long each piece was, and what it was made from,
is kept in `.vidstore/`; the pieces themselves lie in the site already.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from vidstore import keepsake
from vidstore.derive.binder import Binder, Cover, Piece
from vidstore.derive.data_format import DataFormat
from vidstore.derive.extract import Extract, extract, unpacked
from vidstore.derive.table import BOM
from vidstore.intake.memory import code_stamp
from vidstore.model.entry import Entry
from vidstore.site.former import Former


class _Ledger(msgspec.Struct, array_like=True, gc=False):
    """What the files with this digest were put together from: which version of each entry.

    By format, `sizes` has the bytes of the file, and `lengths` those of the entries' pieces.
    """

    stamp: str
    digest: str
    versions: dict[str, str]
    sizes: dict[str, int]
    lengths: dict[str, list[int]]


@dataclass
class Pieces:
    """Pieces of entries by format and key.

    `made` are packed extracts of entries that were just read; `former` is the site as it lies
    there, if it may be believed; `place` is where to remember what files were put together from.
    """

    binder: Binder
    fetch: Callable[[str], Entry]
    made: Mapping[str, bytes]
    former: Former | None
    place: Path
    _extracts: dict[str, Extract] = field(default_factory=dict)
    _found: dict[DataFormat, dict[str, Piece]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what is remembered now: another process may write the next ledger meanwhile."""
        known = keepsake.load(self.place, _Ledger) if self.former else None
        self._ledger = known if known and known.stamp == self._stamp else None

    def __getitem__(self, key: str) -> Extract:
        """The extract of one entry."""
        if key not in self._extracts:
            self._extracts[key] = self._extract(key)
        return self._extracts[key]

    def _extract(self, key: str) -> Extract:
        if key in self.made:
            return unpacked(self.made[key])
        catalog = self.binder.catalog
        return extract(self.fetch(key), catalog.cards[key], catalog.charter.taxonomy)

    def of(self, form: DataFormat) -> Mapping[str, Piece]:
        """The pieces of all entries in a format, by key; a database is made from JSON."""
        form = DataFormat.JSON if form is DataFormat.SQLITE else form
        if form not in self._found:
            known = self._cut(form)
            self._found[form] = {
                key: known[key] if key in known else self.binder.piece(form, card, self[key])
                for key, card in self.binder.catalog.cards.items()
            }
        return self._found[form]

    def cover(self, form: DataFormat) -> Cover:
        """What stands around the pieces in the file of a format."""
        cover = self.binder.cover(form)
        # Who opens a table with a click opens Excel, which takes UTF-8 for something else without.
        return cover._replace(head=BOM + cover.head) if form is DataFormat.CSV else cover

    def keep(self, digest: str, sizes: Mapping[DataFormat, int]) -> None:
        """Remember what files with this digest and these sizes were put together from."""
        whole = {form.value: size for form, size in sizes.items()}
        lengths = {
            form.value: list(map(len, found.values())) for form, found in self._found.items()
        }
        ledger = _Ledger(self._stamp, digest, self._versions, whole, lengths)
        keepsake.save(self.place, ledger)

    def _cut(self, form: DataFormat) -> dict[str, Piece]:
        """The pieces that the file of the last build has, as far as they are still right."""
        ledger, name = self._ledger, file_name(form)
        if not (self.former and ledger) or ledger.digest != self.former.digests.get(name):
            return {}
        try:
            content, lengths = self.former.read(name), ledger.lengths[form.value]
            if len(content) != ledger.sizes[form.value]:
                return {}  # not what the last build wrote: somebody else has been there
            pieces = self.cover(form).cut(content, lengths)
            found: dict[str, Piece] = dict(zip(ledger.versions, pieces, strict=True))
        except (OSError, ValueError, KeyError):
            return {}
        for key in self._changed:
            found.pop(key, None)
        return found

    @cached_property
    def _versions(self) -> dict[str, str]:
        """What changes with all that an entry's pieces are made from, but for code and charter."""
        key_of = self.binder.citations.key
        cards = self.binder.catalog.cards.items()
        return {key: f"{card.digest} {key_of(card)}" for key, card in cards}

    @cached_property
    def _changed(self) -> list[str]:
        """The entries whose pieces have to be made anew."""
        known = self._ledger.versions if self._ledger else {}
        return [key for key, version in self._versions.items() if known.get(key) != version]

    @property
    def _stamp(self) -> str:
        return f"{code_stamp()}:{self.binder.catalog.charter.digest}"


def file_name(form: DataFormat) -> str:
    """The file of the whole catalog in a format."""
    return f"data/catalog.{form.ending}"
