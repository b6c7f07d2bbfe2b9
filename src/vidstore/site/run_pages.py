"""What can be run: one table of all implementations, across libraries."""

from collections.abc import Iterable, Iterator, Sequence

from vidstore.derive.boards import Board
from vidstore.derive.runnables import Runnable, runnables_of, yardstick_of
from vidstore.model.card import Card
from vidstore.model.text import Lang
from vidstore.render.lexicon import Chip, board_address
from vidstore.render.results_view import first_end
from vidstore.render.runs_view import run_filters, runnable_view
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio

ROWS = 250
"""Implementations on one page: some 180 KB of HTML."""


def run_pages(studio: Studio, ordered: Iterable[Card]) -> Iterator[Page]:
    """The table in pages; one page for any catalog that was written by hand."""
    yardstick = yardstick_of(studio.boards)
    found = runnables_of(studio.catalog, ordered, yardstick)
    parts = [found[at : at + ROWS] for at in range(0, len(found), ROWS)] or [()]
    for number, part in enumerate(parts, 1):
        yield _page(studio, yardstick, part, (number, len(parts), len(found)))


def _page(
    studio: Studio,
    yardstick: Board | None,
    part: Sequence[Runnable],
    numbers: tuple[int, int, int],
) -> Page:
    number, pages, total = numbers
    address = "run/" if number == 1 else f"run/page/{number}/"

    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        say = lexicon.say
        rows = [runnable_view(item, yardstick, studio.catalog.cards, lexicon) for item in part]
        html = studio.page(
            "pages/run.html.j2",
            address,
            lang,
            trail=[Chip(say("ui.home"), "./")],
            title=say("ui.run_title"),
            lead=say("ui.run_lead") if number == 1 else "",
            count=say("ui.run_count", total=total),
            yardstick=_column(studio, yardstick, lang),
            first=first_end("" if yardstick is None or yardstick.higher else "lower"),
            filters=run_filters(rows, lexicon),
            rows=rows,
            page=number,
            pages=pages,
            first_page="run/",
        )
        return Content(say("ui.run_title"), say("ui.run_lead"), html)

    digest = fingerprint(address, repr(numbers), *_shown(studio, yardstick, part))
    return Page(address, "run", digest, render)


def _shown(studio: Studio, yardstick: Board | None, part: Sequence[Runnable]) -> Iterator[str]:
    """What of the entries a page depends on."""
    cards = studio.catalog.cards
    if yardstick:
        yield from (yardstick.dataset.digest, yardstick.metric)
    named = {f"repos/{item.implementation.repo}" for item in part}
    named |= {f"datasets/{item.result.dataset}" for item in part if item.result}
    yield from (cards[key].digest for key in sorted(named))
    yield repr([item.paper.evidence for item in part])


def _column(studio: Studio, yardstick: Board | None, lang: Lang) -> Chip:
    """What the figures of the table are, leading to all of them."""
    lexicon = studio.lexicons[lang]
    if yardstick is None:
        return Chip(lexicon.say("ui.value"))
    metric = lexicon.name("metrics", yardstick.metric)
    label = f"{yardstick.dataset.label(lang)} {metric}"
    return Chip(label, board_address(yardstick.dataset))
