"""The index asked from Python, in the same way as the browser does it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from vidstore.search.folding import fold, is_cjk, name_key, runs
from vidstore.search.index import Files
from vidstore.search.postings import decode
from vidstore.search.records import Record
from vidstore.search.shards import Sorter
from vidstore.search.terms import Field

IN_TEXT = (Field.TITLE, Field.WORDS, Field.SUMMARY)


@dataclass(frozen=True)
class Asked:
    """An index as files, with the words that its records name."""

    files: Mapping[str, bytes]
    words: Iterable[tuple[str, str]]

    @cached_property
    def shards(self) -> list[dict[str, list[list[int]]]]:
        names = [name for name in self.files if name.startswith("terms/")]
        return [_shard(self.files[f"terms/{place}.txt"].decode()) for place in range(len(names))]

    @cached_property
    def records(self) -> dict[int, Record]:
        chunks = (content for name, content in self.files.items() if name.startswith("records/"))
        found = (msgspec.json.decode(chunk, type=list[Record]) for chunk in chunks)
        return {record.number: record for chunk in found for record in chunk}

    @cached_property
    def texts(self) -> dict[int, list[str]]:
        """What is searched of each record, folded."""
        names = list(self.words)
        return {
            number: [fold(text) for text in _texts(record, names)]
            for number, record in self.records.items()
        }

    def ask(self, query: str) -> set[str]:
        """The keys of the records that have every run of the query, and of those so named."""
        found = [
            self._row(run) if is_cjk(run) and len(run) > 1 else self._word(run)
            for run in runs(fold(query))
        ]
        both = set.intersection(*found) if found else set()
        named = self._begun(name_key(query), (Field.NAME,))
        return {self.records[number].key for number in both | named}

    def _row(self, run: str) -> set[int]:
        pairs = [run[at : at + 2] for at in range(len(run) - 1)]
        masks = [self._fields(pair) for pair in pairs]
        found = {
            n for n in masks[0] if any(all(f in m.get(n, ()) for m in masks) for f in IN_TEXT)
        }
        return {n for n in found if len(run) < 3 or any(run in text for text in self.texts[n])}

    def _fields(self, pair: str) -> dict[int, set[Field]]:
        found: dict[int, set[Field]] = {}
        for field, numbers in self._cells(pair):
            for number in numbers:
                found.setdefault(number, set()).add(field)
        return found

    def _cells(self, term: str) -> Iterator[tuple[Field, list[int]]]:
        line = self.shards[Sorter(len(self.shards))(term)].get(term, [])
        return zip(Field, line, strict=False)

    def _word(self, word: str) -> set[int]:
        return self._begun(word, tuple(Field))

    def _begun(self, word: str, fields: tuple[Field, ...]) -> set[int]:
        lines = self.shards[Sorter(len(self.shards))(word)].items()
        whole = len(word) < 2 and not is_cjk(word)
        return {
            number
            for term, cells in lines
            if (term == word if whole else term.startswith(word))
            for field in fields
            if field < len(cells)
            for number in cells[field]
        }


def contents(files: Files) -> dict[str, bytes]:
    """The content of each file."""
    return {name: make() for name, (_, make) in files.items()}


def _shard(text: str) -> dict[str, list[list[int]]]:
    lines = (line.split("\t") for line in text.split("\n")[:-1])
    return {term: [decode(cell) for cell in cells] for term, *cells in lines}


def _texts(record: Record, names: list[tuple[str, str]]) -> Iterator[str]:
    yield from (record.name, record.title, record.title_en, record.summary, record.summary_en)
    yield from (*record.aliases, *record.authors)
    for word in record.words:
        yield from names[word]
