"""Reading many entry files with all processors.

Composing YAML takes most of the time of a cold start; files are independent, so the work divides.
Entries come back as the raw values of their files, which are sent in a tenth of the time that
reading takes; who needs an entry makes it of them.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from vidstore.diagnostics import Diagnostic
from vidstore.intake.entries import Make, Taken, take_all
from vidstore.jobs import as_done
from vidstore.load.discover import EntryFile
from vidstore.model.card import Card, Reference
from vidstore.model.catalog import Taxonomy

WORTH_IT = 400
"""Below this many files starting processes costs more than it saves."""
_BATCH = 250
"""Files a job: some 0.1 s of work."""

_Wrong = dict[int, tuple[tuple[Diagnostic, ...], tuple[Reference, ...]]]
_Batch = tuple[bytes, _Wrong, list[bytes]]
"""Cards with raw values as MessagePack, findings by place, and what was made of entries."""
_Clean = list[tuple[Card | None, bytes]]


def take_in_parallel(
    files: Sequence[EntryFile], taxonomy: Taxonomy, make: Make | None = None
) -> Iterator[Taken]:
    """Read entry files as `take_all` does, with all processors where there are many."""
    if len(files) < WORTH_IT:
        yield from take_all(files, taxonomy, make)
        return
    batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
    jobs = [partial(_take_batch, batch, taxonomy, make) for batch in batches]
    # Unpacked while the others are still being read.
    taken = {n: list(_unpacked(batches[n], one)) for n, one in as_done(jobs, divided=True)}
    for number in range(len(batches)):
        yield from taken[number]


def _take_batch(files: Sequence[EntryFile], taxonomy: Taxonomy, make: Make | None) -> _Batch:
    taken = list(take_all(files, taxonomy, make))
    clean: _Clean = [(one.card, msgspec.msgpack.encode(one.raw)) for one in taken]
    wrong = {
        place: (one.diagnostics, one.references)
        for place, one in enumerate(taken)
        if one.diagnostics or one.references
    }
    return msgspec.msgpack.encode(clean), wrong, [one.made for one in taken]


def _unpacked(files: Sequence[EntryFile], batch: _Batch) -> Iterator[Taken]:
    packed, wrong, made = batch
    clean = msgspec.msgpack.decode(packed, type=_Clean)
    for place, (file, (card, raw), one) in enumerate(zip(files, clean, made, strict=True)):
        diagnostics, references = wrong.get(place, ((), ()))
        yield Taken(file, card, diagnostics, references, raw=raw, made=one)
