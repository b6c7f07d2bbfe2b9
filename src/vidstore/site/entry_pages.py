"""A page for each entry."""

from collections.abc import Callable, Iterator

from vidstore.model.card import Card
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.render.entry_view import Surroundings, view_of
from vidstore.render.inline import plain
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio

Fetch = Callable[[str], Entry]
"""Gives the whole entry of a key; only called for pages that are rendered."""


def entry_pages(studio: Studio, fetch: Fetch) -> Iterator[Page]:
    """The pages of all entries."""
    around = Surroundings(studio.catalog.cards, studio.relations)
    for card in studio.catalog.cards.values():
        yield _entry(studio, card, around, fetch)


def _entry(studio: Studio, card: Card, around: Surroundings, fetch: Fetch) -> Page:
    address = f"{card.key}/"
    neighbours = (other.digest for other in studio.relations.around(card.key))

    def render(lang: Lang) -> Content:
        view = view_of(fetch(card.key), card, around, studio.lexicons[lang])
        html = studio.page("entries/entry.html.j2", address, lang, entry=view)
        title = f"{view.name}: {view.title}" if view.name else view.title
        return Content(title, plain(card.summary_in(lang)), html)

    return Page(address, card.kind.folder, fingerprint(card.digest, *neighbours), render)
