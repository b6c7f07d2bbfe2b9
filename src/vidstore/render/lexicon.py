"""What things are called in one language, and where their pages are."""

from dataclasses import dataclass, field

import msgspec

from vidstore.locale import Locale
from vidstore.model.card import Card
from vidstore.model.catalog import Charter
from vidstore.model.ids import Kind
from vidstore.model.text import Lang

SHELF_ADDRESSES = {"tasks": "tasks", "families": "families", "tags": "tags"}
"""Vocabularies whose words have a page of their own, with the folder of those pages."""


def board_address(dataset: Card) -> str:
    """Where the results on a dataset are."""
    return f"results/{dataset.key.partition('/')[2]}/"


class Chip(msgspec.Struct, frozen=True, gc=False):
    """A word that may lead somewhere: `address` inside the site, `url` outside of it."""

    label: str
    address: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's names for everything in a catalog."""

    lang: Lang
    say: Locale
    charter: Charter
    _words: dict[tuple[str, str], Chip] = field(default_factory=dict, compare=False, repr=False)

    def word(self, vocabulary: str, word: str) -> Chip:
        """The name of a controlled word, leading to its page if it has one."""
        known = self._words.get((vocabulary, word))
        if known is None:
            term = self.charter.taxonomy.vocabulary(vocabulary)[word]
            folder = SHELF_ADDRESSES.get(vocabulary)
            known = Chip(term.name.get(self.lang), f"{folder}/{word}/" if folder else "")
            self._words[vocabulary, word] = known
        return known

    def name(self, vocabulary: str, word: str) -> str:
        """The name of a controlled word; an empty string for an empty word."""
        return self.word(vocabulary, word).label if word else ""

    def kind(self, kind: Kind) -> str:
        """What one entry of a kind is called."""
        return self.say(f"kinds.{kind.value}")

    def kinds(self, kind: Kind) -> str:
        """What the entries of a kind are called together."""
        return self.say(f"kinds.{kind.folder}")

    def entry(self, card: Card) -> Chip:
        """An entry by its short name, leading to its page."""
        return Chip(card.label(self.lang), f"{card.key}/")

    def year(self, year: str) -> Chip:
        """A year, leading to its page."""
        return Chip(year, f"years/{year}/")
