"""Reading many entry files with all processors.

Composing YAML takes most of the time of a cold start; files are independent, so the work divides.
What comes back are cards and findings only: entries would cost more to send than to read.
"""

from collections.abc import Iterator, Sequence

from vidstore.diagnostics import Diagnostic
from vidstore.intake.entries import Taken, take, take_all
from vidstore.load.discover import EntryFile
from vidstore.model.card import Card, Reference
from vidstore.model.catalog import Taxonomy
from vidstore.processors import can_divide, processors

WORTH_IT = 400
"""Below this many files starting processes costs more than it saves."""

_Result = tuple[EntryFile, Card | None, tuple[Diagnostic, ...], tuple[Reference, ...]]


def take_in_parallel(files: Sequence[EntryFile], taxonomy: Taxonomy) -> Iterator[Taken]:
    """Read entry files, in the same order as `take_all`, without the entries themselves."""
    if len(files) < WORTH_IT or not can_divide():
        yield from take_all(files, taxonomy)
        return
    import multiprocessing  # noqa: PLC0415 - a small catalog does without

    size = -(-len(files) // processors())
    chunks = [(files[start : start + size], taxonomy) for start in range(0, len(files), size)]
    with multiprocessing.get_context("fork").Pool(len(chunks)) as pool:
        for results in pool.imap(_chunk, chunks):
            for file, card, diagnostics, references in results:
                yield Taken(file, None, card, diagnostics, references)


def _chunk(job: tuple[Sequence[EntryFile], Taxonomy]) -> list[_Result]:
    files, taxonomy = job
    taken = (take(file, taxonomy) for file in files)
    return [(one.file, one.card, one.diagnostics, one.references) for one in taken]
