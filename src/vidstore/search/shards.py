"""Shards: the index in files, each small enough to be fetched for one query.

A shard is lines of text, sorted; a line is a term and, parted by tabs, the numbers of the
documents that have it in each field.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vidstore.search.postings import decode, encode
from vidstore.search.terms import Field, Terms, shard_key

_TAB = "\t"
Changes = Mapping[tuple[str, Field], Mapping[int, bool]]
"""By term and field, the numbers that have come (true) or gone."""


def shard_of(key: str, shards: int) -> int:
    """The shard for terms with this key: FNV-1a over characters (the browser does the same)."""
    found = 0x811C9DC5
    for char in key:
        found = (found ^ ord(char)) * 0x01000193 & 0xFFFFFFFF
    # The last bits of FNV depend on the last bits of the characters alone; the first ones are mixed in.
    return (found ^ found >> 15) % shards


class Sorter:
    """Finds the shard of each term; most keys are asked for again and again."""

    def __init__(self, shards: int) -> None:
        """Sort into so many shards."""
        self.shards = shards
        self._known: dict[str, int] = {}

    def __call__(self, term: str) -> int:
        """The shard of a term."""
        key = shard_key(term)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = shard_of(key, self.shards)
        return found


def made(documents: Iterable[tuple[int, Terms]], shards: int) -> list[str]:
    """The text of every shard. Documents come in the order of their numbers."""
    columns = tuple(defaultdict[str, list[int]](list) for _ in Field)
    for number, terms in documents:
        for column, found in zip(columns, terms, strict=True):
            for term in found:
                column[term].append(number)
    lines = [dict[str, list[str]]() for _ in range(shards)]
    sort = Sorter(shards)
    for field, column in enumerate(columns):
        for term, numbers in column.items():
            cells = lines[sort(term)].setdefault(term, [])
            cells += [""] * (field - len(cells))
            cells.append(encode(numbers))
    return ["".join(f"{_line(term, own[term])}\n" for term in sorted(own)) for own in lines]


def patched(text: str, changes: Changes) -> str:
    """A shard after some documents have come to or gone from some of its terms.

    Raises:
        ValueError: the text is no shard, or does not have what is to go.
        KeyError: likewise.
    """
    lines = {line[: line.index(_TAB)]: line for line in text.split("\n")[:-1]}
    for (term, field), moves in changes.items():
        cells = lines.get(term, term).split(_TAB)[1:]
        cells += [""] * (len(Field) - len(cells))
        cells[field] = _moved(cells[field], moves)
        line = _line(term, cells)
        if line:
            lines[term] = line
        else:
            del lines[term]
    return "".join(f"{lines[term]}\n" for term in sorted(lines))


def _moved(cell: str, moves: Mapping[int, bool]) -> str:
    numbers = set(decode(cell))
    gone = {number for number, comes in moves.items() if not comes}
    if gone - numbers:
        raise ValueError(gone)
    return encode(sorted(numbers - gone | moves.keys() - gone))


def _line(term: str, cells: list[str]) -> str:
    text = _TAB.join((term, *cells)).rstrip(_TAB)
    return text if text != term else ""
