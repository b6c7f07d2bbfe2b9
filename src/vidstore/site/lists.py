"""Pages that list entries: of a kind, a task, a family, a tag, a year."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import msgspec
from markupsafe import Markup

from vidstore.derive.boards import Board
from vidstore.derive.shelves import Library, Shelf
from vidstore.model.ids import Kind
from vidstore.model.taxonomy import Task, Term
from vidstore.model.text import Lang
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip
from vidstore.render.new_entry import new_entry_url
from vidstore.site.data_files import bib_name, has_citable
from vidstore.site.drawings import Drawings
from vidstore.site.feed_files import feed_links, feed_name, has_feed
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio
from vidstore.site.task_boards import boards_named, boards_of_task

PAGE_SIZE = 100
"""Entries on one page of a list: some 90 KB of HTML, still quick on a phone."""


class Heading(msgspec.Struct, frozen=True):
    """What stands above a list, in one language; `ways` lead to other views of the same.

    `add` is where an entry for this list can be written.
    """

    title: str
    lead: Markup | str
    parent: Chip | None = None
    figure: str = ""
    figure_alt: str = ""
    ways: tuple[Chip, ...] = ()
    add: str = ""


class Group(msgspec.Struct, frozen=True):
    """Rows under a heading of their own; without a label, just rows."""

    label: str
    count: int
    rows: Markup


def list_pages(studio: Studio, library: Library, drawings: Drawings) -> Iterator[Page]:
    """The lists of a whole catalog."""
    for kind in Kind:
        shelf = library.kinds.get(kind.value, ())
        yield from _list(studio, f"{kind.folder}/", kind.folder, shelf, _of_kind(studio, kind))
    taxonomy = studio.catalog.charter.taxonomy
    for vocabulary, shelves in (
        ("tasks", library.tasks),
        ("families", library.families),
        ("tags", library.tags),
    ):
        for word, term in taxonomy.vocabulary(vocabulary).items():
            heading = _of_term(studio, vocabulary, term)
            address = f"{vocabulary}/{word}/"
            lines = None if vocabulary == "tags" else drawings
            boards = boards_of_task(studio, word) if vocabulary == "tasks" else ()
            shelf = shelves.get(word, ())
            yield from _list(studio, address, vocabulary, shelf, heading, lines, boards)
    for year, shelf in library.years.items():
        yield from _list(studio, f"years/{year}/", "years", shelf, _of_year(studio, year))


def _of_kind(studio: Studio, kind: Kind) -> Callable[[Lang], Heading]:
    def heading(lang: Lang) -> Heading:
        lexicon = studio.lexicons[lang]
        return Heading(
            lexicon.kinds(kind),
            lexicon.say(f"ui.lead_{kind}"),
            ways=(Chip(lexicon.say("ui.prices_title"), "prices/"),)
            if kind is Kind.PLATFORM
            else (),
            add=new_entry_url(kind, lexicon),
        )

    return heading


def _of_term(studio: Studio, vocabulary: str, term: Term) -> Callable[[Lang], Heading]:
    def heading(lang: Lang) -> Heading:
        say = studio.lexicons[lang].say
        figure = term.figure or "" if isinstance(term, Task) else ""
        return Heading(
            title=term.name.get(lang),
            lead=inline(term.summary.get(lang)) if term.summary else "",
            parent=Chip(say(f"ui.{vocabulary}"), f"{vocabulary}/"),
            figure=figure,
            figure_alt=say("figures.alt", name=term.name.get(lang)) if figure else "",
        )

    return heading


def _of_year(studio: Studio, year: str) -> Callable[[Lang], Heading]:
    def heading(lang: Lang) -> Heading:
        return Heading(year, "", Chip(studio.lexicons[lang].say("ui.years"), "years/"))

    return heading


def _list(  # noqa: PLR0913, PLR0917 - what makes one list differ from another
    studio: Studio,
    address: str,
    tab: str,
    shelf: Shelf,
    heading: Callable[[Lang], Heading],
    drawings: Drawings | None = None,
    boards: Sequence[Board] = (),
) -> Iterator[Page]:
    """A list in pages; where it holds several kinds, they are grouped.

    The first page has a drawing, and leads to the boards.
    """
    totals = Counter(map(attrgetter("kind"), shelf))
    bib = bib_name(address) if has_citable(shelf) else ""
    feeds = (address,) if shelf and has_feed(address) else ()
    pages = max(1, -(-len(shelf) // PAGE_SIZE))
    for number in range(1, pages + 1):
        part = shelf[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        where = address if number == 1 else f"{address}page/{number}/"
        shown = [card.digest for card in part]
        lines = drawings if number == 1 else None
        drawn = lines.digest_of(shelf) if lines else ""
        named = repr(boards_named(boards)) if number == 1 else ""
        counted = f"{pages} {sorted(totals.items())}"
        digest = fingerprint(address, bib, counted, drawn, named, *shown)

        def render(
            lang: Lang,
            part: Shelf = part,
            where: str = where,
            number: int = number,
            lines: Drawings | None = lines,
        ) -> Content:
            top = heading(lang)
            html = studio.page(
                "pages/list.html.j2",
                where,
                lang,
                trail=_trail(studio, lang, top.parent),
                title=top.title,
                lead=top.lead if number == 1 else "",
                ways=top.ways,
                add=top.add,
                count=studio.count(len(shelf), lang),
                figure_name=top.figure if number == 1 else "",
                figure_alt=top.figure_alt,
                boards=boards_named(boards)[lang] if number == 1 else (),
                lineage=lines.of_shelf(shelf, where, lang) if lines else None,
                groups=list(_groups(studio, part, where, lang, totals)),
                page=number,
                pages=pages,
                first_page=address,
                bib=bib,
                feed=feed_name(address) if feeds else "",
            )
            head = feed_links(feeds, studio.lexicons[lang])
            return Content(top.title, _description(studio, top, len(shelf), lang), html, head)

        yield Page(where, tab, digest, render)


def _trail(studio: Studio, lang: Lang, parent: Chip | None) -> list[Chip]:
    home = Chip(studio.lexicons[lang].say("ui.home"), "./")
    return [home, parent] if parent else [home]


def _groups(
    studio: Studio, part: Shelf, where: str, lang: Lang, totals: Mapping[Kind, int]
) -> Iterator[Group]:
    for kind, cards in groupby(part, key=lambda card: card.kind):
        label = studio.lexicons[lang].kinds(kind) if len(totals) > 1 else ""
        yield Group(label, totals[kind], studio.rows(cards, where, lang))


def _description(studio: Studio, top: Heading, number: int, lang: Lang) -> str:
    lead = Markup(top.lead).striptags()  # noqa: S704 - made by `inline`
    return " ".join(part for part in (lead, studio.count(number, lang)) if part)
