"""Everything that the page of an entry shows, in one language."""

from collections.abc import Mapping

import msgspec
from markupsafe import Markup

from vidstore.derive.boards import Board, Boards
from vidstore.derive.relations import Relations
from vidstore.model.card import Card
from vidstore.model.entry import Entry, Status
from vidstore.model.links import in_order
from vidstore.model.paper import Publication
from vidstore.model.path import ReadingPath
from vidstore.model.resources import Platform, Price
from vidstore.render.evidence_view import (
    ResultView,
    RunView,
    results_of,
    runs_of,
    sources_of,
)
from vidstore.render.facts import Fact, facts_of
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip, Lexicon, board_address
from vidstore.render.rows import LinkView, behind

RELATION_ORDER = ("builds_on", "implementations", "results", "works", "replaced_by", "related")
_IN_TABLES = {"implementations", "results"}
"""Fields that the page shows as tables of their own."""


class RelationView(msgspec.Struct, frozen=True, gc=False):
    """Entries that this one names in a field, or that name this one; each with its title."""

    label: str
    chips: tuple[tuple[Chip, str], ...]


class EntryView(msgspec.Struct, frozen=True, gc=False):
    """What the template of entries knows."""

    folder: str
    kinds_label: str
    title: str
    rest_of_title: str
    original_title: str
    name: str
    kicker: tuple[Chip, ...]
    authors: tuple[Chip, ...]
    summary: Markup
    note: Markup | str
    status_label: str
    replaced_by: Chip | None
    facts: tuple[Fact, ...]
    links: tuple[LinkView, ...]
    runs: tuple[RunView, ...]
    results: tuple[ResultView, ...]
    boards: tuple[Chip, ...]
    board: Chip | None
    prices: tuple[Price, ...]
    relations: tuple[RelationView, ...]
    bibtex: str
    sources: tuple[tuple[str, Chip], ...]
    edit_url: str


class Surroundings(msgspec.Struct, frozen=True):
    """What the view of one entry needs to know of the others; `paths` are those it stands on."""

    cards: Mapping[str, Card]
    relations: Relations
    boards: Boards = {}
    paths: Mapping[str, tuple[ReadingPath, ...]] = {}


def view_of(
    entry: Entry, card: Card, around: Surroundings, lexicon: Lexicon, record: str
) -> EntryView:
    """The view of an entry in the lexicon's language; `record` is its BibTeX."""
    lang, board = lexicon.lang, around.boards.get(entry.key)
    title, original = entry.title.get(lang), entry.title.get(lang.other)
    name = entry.name if entry.name and entry.name != title else ""
    active = entry.status is Status.ACTIVE
    return EntryView(
        folder=entry.kind.folder,
        kinds_label=lexicon.kinds(entry.kind),
        title=title,
        rest_of_title=behind(name, title),
        original_title=original if original != title else "",
        name=name,
        kicker=_kicker(card, lexicon),
        authors=_authors(entry, around.relations),
        summary=inline(entry.summary.get(lang)),
        note=inline(entry.note.get(lang)) if entry.note else "",
        status_label="" if active else lexicon.say(f"status.{entry.status}"),
        replaced_by=lexicon.entry(around.cards[entry.replaced_by]) if entry.replaced_by else None,
        facts=facts_of(entry, lexicon),
        links=_links(entry, lexicon),
        runs=runs_of(entry, around.cards, lexicon),
        results=results_of(entry, around.cards, lexicon),
        boards=_boards(card, around, lexicon),
        board=_board(board, lexicon) if board else None,
        prices=entry.prices if isinstance(entry, Platform) else (),
        relations=(
            *_relations(entry.key, around.relations, lexicon),
            *_on_paths(around.paths.get(entry.key, ()), lexicon),
        ),
        bibtex=record,
        sources=sources_of(entry, lexicon),
        edit_url=_edit_url(lexicon, entry),
    )


def _kicker(card: Card, lexicon: Lexicon) -> tuple[Chip, ...]:
    chips = []
    if card.venue:
        chips.append(lexicon.word("venues", card.venue))
    if card.year:
        chips.append(lexicon.year(card.year))
    return tuple(chips)


def _authors(entry: Entry, relations: Relations) -> tuple[Chip, ...]:
    """The authors; those who are in the catalog and claim the work lead to their pages."""
    names: tuple[str, ...] = entry.authors if isinstance(entry, Publication) else ()
    people = relations.inward(entry.key).get("works", ())
    pages = {
        name: f"{card.key}/" for card in people for name in (card.name, *card.title, *card.aliases)
    }
    return tuple(Chip(name, pages.get(name, "")) for name in names)


def _boards(card: Card, around: Surroundings, lexicon: Lexicon) -> tuple[Chip, ...]:
    """The boards that a paper is on."""
    found = dict.fromkeys(record.dataset for record in card.results)
    cards = (around.cards[f"datasets/{name}"] for name in found)
    return tuple(Chip(item.label(lexicon.lang), board_address(item)) for item in cards)


def _board(board: Board, lexicon: Lexicon) -> Chip:
    """The results on a dataset, and how many there are."""
    say, papers = lexicon.say, board.papers
    count = say("ui.board_count", papers=papers, trials=len(board.trials))
    name = f"{say('ui.all_results')}{say('punctuation.colon')}{count}"
    return Chip(name, board_address(board.dataset))


def _links(entry: Entry, lexicon: Lexicon) -> tuple[LinkView, ...]:
    """All links in the order of roles; the second and third of a role are numbered."""
    found = []
    for role, urls in in_order(entry.links):
        label = lexicon.say(f"roles.{role}")
        for number, url in enumerate(urls, 1):
            text = f"{label} {number}" if number > 1 else label
            found.append(LinkView(role.value, text, url))
    return tuple(found)


def _relations(key: str, relations: Relations, lexicon: Lexicon) -> tuple[RelationView, ...]:
    found = []
    for direction, named in (
        ("outward", relations.outward(key)),
        ("inward", relations.inward(key)),
    ):
        for field in sorted(named, key=_rank):
            if direction == "inward" or field not in _IN_TABLES:
                label = lexicon.say(f"relations.{direction}.{field}")
                found.append(RelationView(label, _titled(named[field], lexicon)))
    return tuple(found)


def _on_paths(paths: tuple[ReadingPath, ...], lexicon: Lexicon) -> tuple[RelationView, ...]:
    chips = tuple((Chip(p.title.get(lexicon.lang), f"paths/{p.id}/"), "") for p in paths)
    return (RelationView(lexicon.say("ui.on_paths"), chips),) if chips else ()


def _rank(field: str) -> tuple[int, str]:
    known = RELATION_ORDER.index(field) if field in RELATION_ORDER else len(RELATION_ORDER)
    return known, field


def _titled(cards: tuple[Card, ...], lexicon: Lexicon) -> tuple[tuple[Chip, str], ...]:
    lang = lexicon.lang
    chips = ((lexicon.entry(card), card.title_in(lang)) for card in cards)
    return tuple((chip, behind(chip.label, title)) for chip, title in chips)


def _edit_url(lexicon: Lexicon, entry: Entry) -> str:
    site = lexicon.charter.site
    return f"{site.repository.rstrip('/')}/edit/{site.branch}/catalog/{entry.key}.yml"
