"""A page for each entry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from vidstore.derive.paths import paths_through
from vidstore.model.card import Card
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.render.board_plots import year_plot
from vidstore.render.entry_view import Surroundings, view_of
from vidstore.render.inline import plain
from vidstore.render.linked_data import linked_data
from vidstore.site.addresses import PREFIX, base
from vidstore.site.api_files import entry_file
from vidstore.site.drawings import Drawings
from vidstore.site.pages import Content, Page
from vidstore.site.pieces import Pieces
from vidstore.site.studio import Studio

Fetch = Callable[[str], Entry]
"""Gives the whole entry of a key; only called for pages that are rendered."""


def entry_pages(
    studio: Studio, drawings: Drawings, fetch: Fetch, pieces: Pieces
) -> Iterator[Page]:
    """The pages of all entries. There are many: what all share is made once."""
    paths = paths_through(studio.catalog)
    surroundings = Surroundings(studio.catalog.cards, studio.relations, studio.boards, paths)
    desk = _Desk(studio, surroundings, drawings, fetch, pieces)
    write = partial(entry_file, studio.relations, pieces)
    numbers, shared = studio.relations.numbers(), studio.citations.shared
    for key, card in studio.catalog.cards.items():
        alone, on = card.citation not in shared, paths.get(key, ())
        seen = (numbers[key], drawings.number_around(key), alone, *[int(p.digest, 16) for p in on])
        # A tuple of numbers is hashed in a tenth of the time that texts take.
        digest = f"{hash(seen):x}"
        render = partial(desk.render, card)
        yield Page(f"{key}/", card.kind.folder, digest, render, partial(write, key))


@dataclass(slots=True)
class _Desk:
    """Where entries are rendered; the last one that was fetched serves both languages."""

    studio: Studio
    around: Surroundings
    drawings: Drawings
    fetch: Fetch
    pieces: Pieces
    _last: tuple[str, Entry] | None = None

    def render(self, card: Card, lang: Lang) -> Content:
        """An entry's page in one language."""
        entry, lexicon = self._entry(card.key), self.studio.lexicons[lang]
        record = self.pieces.binder.record(card, self.pieces[card.key]).decode()
        view = view_of(entry, card, self.around, lexicon, record)
        address = f"{card.key}/"
        board = self.around.boards.get(card.key)
        html = self.studio.page(
            "entries/entry.html.j2",
            address,
            lang,
            entry=view,
            lineage=self.drawings.around(card.key, lang),
            progress=year_plot(board, lexicon, base(address)) if board else None,
        )
        title = (
            f"{view.name}: {view.rest_of_title}"
            if view.name and view.rest_of_title
            else view.title
        )
        url = f"{lexicon.charter.site.url}{PREFIX[lang]}{address}"
        head = linked_data(entry, card, lexicon, url)
        return Content(title, plain(card.summary_in(lang)), html, head, "article")

    def _entry(self, key: str) -> Entry:
        if self._last is None or self._last[0] != key:
            self._last = (key, self.fetch(key))
        return self._last[1]
