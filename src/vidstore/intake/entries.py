"""Reading entry files: each one loaded, checked by itself, and made into a card."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.discover import EntryFile
from vidstore.load.entry import load_entry
from vidstore.model.card import Card, Reference, card_of, digest, references_in
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.references import marked
from vidstore.validate.words import entry_findings, unknown_words


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one file: an entry with its card, or findings.

    `references` are those of a file without a card; they are checked all the same.
    """

    file: EntryFile
    entry: Entry | None
    card: Card | None
    diagnostics: tuple[Diagnostic, ...]
    references: tuple[Reference, ...] = ()


def take(file: EntryFile, taxonomy: Taxonomy | None) -> Taken:
    """Read one entry file and check all that can be seen in it alone; without words, its shape."""
    try:
        content = file.read()
    except OSError as error:
        params = {"reason": error.strerror or str(error)}
        return Taken(file, None, None, (Diagnostic(Code.UNREADABLE, file.file, params=params),))
    loaded = load_entry(content, file.kind, file.id, file.file)
    if loaded.entry is None:
        words = unknown_words(loaded.marks, taxonomy, file.file) if taxonomy else ()
        found = (*loaded.diagnostics, *words)
        return Taken(file, None, None, found, tuple(references_in(loaded.marks)))
    marks = tuple(marked(loaded.entry))
    # The key counts too: a renamed file with the same content is listed at another address.
    card = card_of(loaded.entry, digest(file.key.encode() + b"\0" + content), marks)
    found = tuple(entry_findings(loaded.entry, marks, taxonomy, file.file)) if taxonomy else ()
    return Taken(file, loaded.entry, card, found)


def take_all(files: Iterable[EntryFile], taxonomy: Taxonomy) -> Iterator[Taken]:
    """Read entry files one after the other."""
    for file in files:
        yield take(file, taxonomy)
