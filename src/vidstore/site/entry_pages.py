"""A page for each entry."""

from collections.abc import Callable, Iterator

from vidstore.derive.bibtex import bibtex
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
    neighbours = [other.digest for other in studio.relations.around(card.key)]
    record: list[str] = []  # made once for both languages

    def render(lang: Lang) -> Content:
        entry = fetch(card.key)
        if not record:
            record.append(bibtex(entry, studio.catalog.charter.taxonomy))
        view = view_of(entry, card, around, studio.lexicons[lang], record[0])
        html = studio.page("entries/entry.html.j2", address, lang, entry=view)
        title = f"{view.name}: {view.title}" if view.name else view.title
        return Content(title, plain(card.summary_in(lang)), html)

    return Page(address, card.kind.folder, fingerprint(card.digest, *neighbours), render)
