"""The index as files with digests: made whole, or brought up to date by what a build left.

The files of the last build are all that an update needs: records tell which terms a changed entry
had, and shards are patched line by line. What comes out is what making it whole would give.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

import msgspec

from vidstore.model.card import digest as content_digest
from vidstore.search.records import Record, Vocabulary
from vidstore.search.shards import Changes, Sorter, made, patched
from vidstore.search.terms import Field, terms_of, words_of

CHUNK = 32
"""Numbers whose records share a file."""
MANY = 128
"""Changed records from which on an index is made anew, which then takes no longer."""
_PER_SHARD = 64
"""Numbers a shard: at 10,000 entries a shard is some 10 KB, and a query needs one to three."""

Files = Mapping[str, tuple[str, Callable[[], bytes]]]
"""Files by name, each with its digest and what gives its content."""
Read = Callable[[str], bytes]
"""Gives the content of a file of the last build."""


@dataclass(frozen=True)
class Stock:
    """All documents, by number and in that order, all below `end`, and the words they use.

    A digest changes with anything in the record that `make` gives for the number.
    """

    digests: Mapping[int, str]
    make: Callable[[int], Record]
    end: int
    vocabulary: Vocabulary

    @property
    def shards(self) -> int:
        """How many shards there are; a power of two, so that it seldom changes."""
        return 1 << max(2, (self.end // _PER_SHARD).bit_length() - 1)

    @cached_property
    def chunks(self) -> Mapping[str, list[int]]:
        """The numbers in each file of records."""
        found = defaultdict[str, list[int]](list)
        for number in self.digests:
            found[f"records/{number // CHUNK}.json"].append(number)
        return found

    def chunk_digest(self, numbers: Iterable[int]) -> str:
        """Changes with any of the records."""
        parts = (f"{number}:{self.digests[number]}" for number in numbers)
        return content_digest(" ".join(parts).encode())

    def chunk(self, numbers: Iterable[int]) -> bytes:
        """The file of these records."""
        return msgspec.json.encode([self.make(number) for number in numbers])


def whole(stock: Stock) -> Files:
    """The files of an index, from nothing."""
    words = words_of(stock.vocabulary.names)
    documents = ((number, terms_of(stock.make(number), words)) for number in stock.digests)
    shards = (text.encode() for text in made(documents, stock.shards))
    return _records(stock) | {
        _shard(place): (content_digest(content), partial(bytes, content))
        for place, content in enumerate(shards)
    }


def updated(stock: Stock, known: Mapping[str, str], read: Read) -> Files | None:
    """The files of an index, from those of the last build, whose digests are `known`.

    None if that cannot be done, or would take longer than making it whole.
    """
    names = [_shard(place) for place in range(stock.shards)]
    if any(name not in known for name in names) or _shard(stock.shards) in known:
        return None
    records = _records(stock)
    different = [name for name in {*known, *records} if _is_different(name, known, records)]
    try:
        changes = _changes(stock, different, known, read)
        if changes is None:
            return None
        new = {
            _shard(place): _patched(_shard(place), moves, known, read)
            for place, moves in changes.items()
        }
    except (OSError, ValueError, KeyError, IndexError, msgspec.DecodeError):
        return None  # not what the last build wrote: somebody else has been there
    shards = {name: (known[name], partial(read, name)) for name in names}
    shards |= {name: (content_digest(text), partial(bytes, text)) for name, text in new.items()}
    return records | shards


def _patched(name: str, moves: Changes, known: Mapping[str, str], read: Read) -> bytes:
    content = read(name)
    if content_digest(content) != known[name]:
        raise ValueError(name)
    return patched(content.decode(), moves).encode()


def _shard(place: int) -> str:
    return f"terms/{place}.txt"


def _records(stock: Stock) -> dict[str, tuple[str, Callable[[], bytes]]]:
    return {
        name: (stock.chunk_digest(numbers), partial(stock.chunk, numbers))
        for name, numbers in stock.chunks.items()
    }


def _is_different(name: str, known: Mapping[str, str], records: Files) -> bool:
    return name.startswith("records/") and (
        name not in known or name not in records or known[name] != records[name][0]
    )


def _changes(
    stock: Stock, chunks: Iterable[str], known: Mapping[str, str], read: Read
) -> Mapping[int, Changes] | None:
    """What is to be patched in each shard; None if it is too much."""
    old: dict[int, Record] = {}
    new: dict[int, Record] = {}
    for name in chunks:
        if name in known:
            found = msgspec.json.decode(read(name), type=list[Record])
            old |= {record.number: record for record in found}
        new |= {number: stock.make(number) for number in stock.chunks.get(name, ())}
        if len(new) + len(old) > 2 * MANY * CHUNK:
            return None
    changed = [number for number in old.keys() | new.keys() if old.get(number) != new.get(number)]
    if len(changed) > MANY:
        return None
    return _by_shard(stock, _moves(stock, changed, old, new))


Moves = Iterator[tuple[str, Field, int, bool]]


def _moves(
    stock: Stock, changed: Iterable[int], old: Mapping[int, Record], new: Mapping[int, Record]
) -> Moves:
    """Each term that a document has lost or got: the term, its field, the number, whether it comes."""
    words = words_of(stock.vocabulary.names)
    nothing = tuple(set[str]() for _ in Field)
    for number in changed:
        before = terms_of(old[number], words) if number in old else nothing
        after = terms_of(new[number], words) if number in new else nothing
        for field in Field:
            yield from ((term, field, number, False) for term in before[field] - after[field])
            yield from ((term, field, number, True) for term in after[field] - before[field])


def _by_shard(stock: Stock, moves: Moves) -> Mapping[int, Changes]:
    found = defaultdict[int, dict[tuple[str, Field], dict[int, bool]]](dict)
    sort = Sorter(stock.shards)
    for term, field, number, comes in moves:
        found[sort(term)].setdefault((term, field), {})[number] = comes
    return found
