"""What was measured: the overview of datasets with results, and the board of each."""

from collections.abc import Iterator, Sequence

from vidstore.derive.boards import Board, Trial
from vidstore.model.text import Lang
from vidstore.render.board_plots import plots_of, with_unit
from vidstore.render.inline import inline, plain
from vidstore.render.lexicon import Chip, board_address
from vidstore.render.results_view import columns_of, filters_of, trial_views
from vidstore.site.addresses import base
from vidstore.site.indexes import Door, DoorGroup
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio

ROWS = 200
"""Trials on one page of a board: some 120 KB of HTML."""


def result_pages(studio: Studio) -> Iterator[Page]:
    """The overview and the pages of all boards."""
    yield _overview(studio)
    for board in studio.boards.values():
        # Fewer figures than rows: one page, and no need to rank them now.
        pages = 1 if board.figures <= ROWS else -(-len(board.trials) // ROWS)
        for number in range(1, pages + 1):
            yield _page(studio, board, number, pages)


def _overview(studio: Studio) -> Page:
    def render(lang: Lang) -> Content:
        say = studio.lexicons[lang].say
        title, lead = say("ui.results"), say("ui.results_lead")
        html = studio.page(
            "pages/results.html.j2",
            "results/",
            lang,
            trail=[Chip(say("ui.home"), "./")],
            title=title,
            lead=lead,
            groups=list(_door_groups(studio, lang)),
        )
        return Content(title, lead, html)

    shown = (text for board in studio.boards.values() for text in _gist(board))
    return Page("results/", "results", fingerprint(*shown), render)


def _gist(board: Board) -> tuple[str, ...]:
    """What of the entries the overview depends on for a board."""
    dataset = board.dataset
    labels = (dataset.label(lang) for lang in Lang)
    evidence = repr([card.evidence for card in board.cards])
    return (dataset.key, *dataset.tasks[:1], *dataset.metrics, *labels, evidence)


def _door_groups(studio: Studio, lang: Lang) -> Iterator[DoorGroup]:
    """The boards by the first task of their dataset, those with most methods first."""
    lexicon = studio.lexicons[lang]
    groups: dict[str, list[Board]] = {task: [] for task in lexicon.charter.taxonomy.tasks}
    for board in studio.boards.values():
        groups.setdefault(next(iter(board.dataset.tasks), ""), []).append(board)
    for task, boards in groups.items():
        boards.sort(key=lambda b: (-b.papers, b.dataset.key))
        label = lexicon.name("tasks", task) or lexicon.say("ui.group_others")
        if boards:
            yield DoorGroup(label, "", tuple(_door(studio, board, lang) for board in boards))


def _door(studio: Studio, board: Board, lang: Lang) -> Door:
    lexicon, best = studio.lexicons[lang], board.best
    gist = lexicon.say(
        "ui.board_gist",
        metric=lexicon.name("metrics", board.metric),
        value=with_unit(best.values[board.metric], board.metric, lexicon),
        paper=best.paper.label(lang),
    )
    return Door(board_address(board.dataset), board.dataset.label(lang), board.papers, gist)


def _page(studio: Studio, board: Board, number: int, pages: int) -> Page:
    first = board_address(board.dataset)
    address = first if number == 1 else f"{first}page/{number}/"

    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        label = board.dataset.label(lang)
        rows = trial_views(board, _part(board, number), studio.catalog.cards, lexicon)
        html = studio.page(
            "pages/board.html.j2",
            address,
            lang,
            trail=_trail(studio, lang),
            title=lexicon.say("ui.results_on", dataset=label),
            lead=inline(board.dataset.summary_in(lang)) if number == 1 else "",
            dataset=lexicon.entry(board.dataset),
            tasks=tuple(lexicon.word("tasks", task) for task in board.dataset.tasks),
            count=_count(studio, board, lang),
            plots=plots_of(board, lexicon, base(address)) if number == 1 else (),
            columns=columns_of(board, lexicon),
            filters=filters_of(board, rows, lexicon),
            rows=rows,
            page=number,
            pages=pages,
            first_page=first,
        )
        about = plain(board.dataset.summary_in(lang))
        return Content(lexicon.say("ui.results_on", dataset=label), about, html)

    digest = fingerprint(address, str(pages), *_shown(studio, board, number))
    return Page(address, "results", digest, render)


def _part(board: Board, number: int) -> Sequence[Trial]:
    return board.trials[(number - 1) * ROWS : number * ROWS]


def _shown(studio: Studio, board: Board, number: int) -> Iterator[str]:
    """What of the entries a page depends on. Plots stand on the first and show every trial."""
    cards = studio.catalog.cards
    shown = board.cards if number == 1 else [trial.paper for trial in _part(board, number)]
    yield from (board.dataset.digest, str(board.papers), str(board.figures))
    yield from (cards[key].digest for key in board.sources)
    yield repr([card.evidence for card in shown])


def _count(studio: Studio, board: Board, lang: Lang) -> str:
    say = studio.lexicons[lang].say
    return say("ui.board_count", papers=board.papers, trials=len(board.trials))


def _trail(studio: Studio, lang: Lang) -> list[Chip]:
    say = studio.lexicons[lang].say
    return [Chip(say("ui.home"), "./"), Chip(say("ui.results"), "results/")]
