"""The number of every document in the index.

Numbers go kind by kind and from new to old, so that results of equal weight stand in the order of
the site's lists, and the browser sees the kind in the number. Each kind's year has more places than
entries, and an entry takes the place that its key hashes to: a new entry moves hardly any other.
All depends on the keys and years alone, so that an incremental build numbers like a full one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import msgspec

SMALLEST = 8
"""Places of a year with hardly any entries."""


class Numbering(msgspec.Struct, frozen=True):
    """`numbers` by key; `starts` has the first number of each folder; all are below `end`."""

    numbers: dict[str, int]
    starts: tuple[tuple[str, int], ...]
    end: int


def assign(documents: Iterable[tuple[str, str, str]], folders: Sequence[str]) -> Numbering:
    """Number documents, given as folder, year and key; folders in the order given."""
    shelves = defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for folder, year, key in documents:
        shelves[folder][year].append(key)
    numbers: dict[str, int] = {}
    starts = []
    end = 0
    for folder in folders:
        starts.append((folder, end))
        # Descending: the undated, whose year is empty, come last.
        for _, keys in sorted(shelves[folder].items(), reverse=True):
            size = places(len(keys))
            numbers |= {key: end + place for key, place in _placed(keys, size)}
            end += size
    return Numbering(numbers, tuple(starts), end)


def places(count: int) -> int:
    """How many places so many documents get: a power of two, at most half of them taken."""
    return max(SMALLEST, 1 << (2 * count - 1).bit_length())


def _placed(keys: Iterable[str], size: int) -> Iterator[tuple[str, int]]:
    """The place of each key: where its hash points, or the next one that is free."""
    taken: set[int] = set()
    for wanted, key in sorted((crc32(key.encode()), key) for key in keys):
        place = wanted % size
        while place in taken:
            place = (place + 1) % size
        taken.add(place)
        yield key, place
