"""A page for each entry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from vidstore.derive.bibtex import bibtex
from vidstore.derive.paths import paths_through
from vidstore.model.card import Card
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.render.board_plots import year_plot
from vidstore.render.entry_view import Surroundings, view_of
from vidstore.render.inline import plain
from vidstore.site.addresses import base
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio

Fetch = Callable[[str], Entry]
"""Gives the whole entry of a key; only called for pages that are rendered."""


def entry_pages(studio: Studio, fetch: Fetch) -> Iterator[Page]:
    """The pages of all entries. There are many: what all share is made once."""
    paths = paths_through(studio.catalog)
    nearby = Surroundings(studio.catalog.cards, studio.relations, studio.boards, paths)
    desk = _Desk(studio, nearby, fetch)
    around = studio.relations.around
    for key, card in studio.catalog.cards.items():
        others = [other.digest for other in around(key)]
        others += [path.digest for path in paths.get(key, ())]
        digest = fingerprint(card.digest, *others)
        yield Page(f"{key}/", card.kind.folder, digest, partial(desk.render, card))


@dataclass(slots=True)
class _Desk:
    """Where entries are rendered; the BibTeX of the last one serves both languages."""

    studio: Studio
    around: Surroundings
    fetch: Fetch
    _last: tuple[str, Entry, str] | None = None

    def render(self, card: Card, lang: Lang) -> Content:
        """An entry's page in one language."""
        entry, record = self._entry(card.key)
        address, lexicon = f"{card.key}/", self.studio.lexicons[lang]
        view = view_of(entry, card, self.around, lexicon, record)
        board = self.around.boards.get(card.key)
        progress = year_plot(board, lexicon, base(address)) if board else None
        html = self.studio.page(
            "entries/entry.html.j2", address, lang, entry=view, progress=progress
        )
        title = (
            f"{view.name}: {view.rest_of_title}"
            if view.name and view.rest_of_title
            else view.title
        )
        return Content(title, plain(card.summary_in(lang)), html)

    def _entry(self, key: str) -> tuple[Entry, str]:
        if self._last is None or self._last[0] != key:
            entry = self.fetch(key)
            self._last = (key, entry, bibtex(entry, self.studio.catalog.charter.taxonomy))
        return self._last[1:]
