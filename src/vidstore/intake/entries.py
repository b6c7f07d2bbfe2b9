"""Reading entry files: each one loaded, checked by itself, and made into a card."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.discover import EntryFile
from vidstore.load.entry import entry_of, load_entry
from vidstore.load.yaml import Raw
from vidstore.model.card import Card, Reference, card_of, digest, references_in
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.references import marked
from vidstore.validate.words import entry_findings, unknown_words

Make: TypeAlias = Callable[[Entry, Card, Taxonomy], bytes]
"""Makes something of an entry while it is at hand, in the process that reads it."""


class Taken(msgspec.Struct, frozen=True):
    """What came of one file: an entry with its card, or findings.

    `references` are those of a file without a card; they are checked all the same. `raw` is what
    the entry was made from, packed where another process read it; `made` is what `Make` gave.
    """

    file: EntryFile
    card: Card | None
    diagnostics: tuple[Diagnostic, ...]
    references: tuple[Reference, ...] = ()
    entry: Entry | None = None
    raw: Raw | bytes | None = None
    made: bytes = b""


class Entries(Mapping[str, Entry]):
    """Entries by key. One that another process read is made of its raw values when asked for."""

    def __init__(self, taken: Iterable[Taken] = ()) -> None:
        """Keep the entries of files without findings in their shape."""
        self._taken = {one.file.key: one for one in taken if one.card}

    def __getitem__(self, key: str) -> Entry:
        one = self._taken[key]
        if one.entry is not None:
            return one.entry
        raw = msgspec.msgpack.decode(one.raw) if isinstance(one.raw, bytes) else {}
        return entry_of(raw, one.file.kind, one.file.id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._taken)

    def __len__(self) -> int:
        return len(self._taken)


def take(file: EntryFile, taxonomy: Taxonomy | None, make: Make | None = None) -> Taken:
    """Read one entry file and check all that can be seen in it alone; without words, its shape."""
    try:
        content = file.read()
    except OSError as error:
        params = {"reason": error.strerror or str(error)}
        return Taken(file, None, (Diagnostic(Code.UNREADABLE, file.file, params=params),))
    loaded = load_entry(content, file.kind, file.id, file.file)
    if loaded.entry is None:
        words = unknown_words(loaded.marks, taxonomy, file.file) if taxonomy else ()
        found = (*loaded.diagnostics, *words)
        return Taken(file, None, found, tuple(references_in(loaded.marks)))
    marks = tuple(marked(loaded.entry))
    # The key counts too: a renamed file with the same content is listed at another address.
    card = card_of(loaded.entry, digest(file.key.encode() + b"\0" + content), marks)
    found = tuple(entry_findings(loaded.entry, marks, taxonomy, file.file)) if taxonomy else ()
    made = make(loaded.entry, card, taxonomy) if make and taxonomy else b""
    return Taken(file, card, found, (), loaded.entry, loaded.raw, made)


def take_all(
    files: Iterable[EntryFile], taxonomy: Taxonomy, make: Make | None = None
) -> Iterator[Taken]:
    """Read entry files one after the other."""
    for file in files:
        yield take(file, taxonomy, make)
