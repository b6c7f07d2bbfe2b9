"""An entry as a row of a list."""

import msgspec
from markupsafe import Markup

from vidstore.model.card import Card
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip, Lexicon

LINKS_IN_ROW = 3
"""A row shows this many of an entry's links; its page shows them all."""


class LinkView(msgspec.Struct, frozen=True, gc=False):
    """A link with what is behind it."""

    role: str
    label: str
    url: str


class RowView(msgspec.Struct, frozen=True, gc=False):
    """What a list shows of an entry."""

    address: str
    kind: str
    kind_label: str
    name: str
    title: str
    summary: Markup
    date: str
    venue: str
    byline: str
    status: str
    status_label: str
    chips: tuple[Chip, ...]
    links: tuple[LinkView, ...]


def behind(name: str, title: str) -> str:
    """What is left of a title that stands behind its short name: `TSN` and `TSN: A …` give `A …`."""
    if not name:
        return title
    return "" if title == name else title.removeprefix(f"{name}: ")


def row_of(card: Card, lexicon: Lexicon) -> RowView:
    """The row of a card in the lexicon's language."""
    say = lexicon.say
    title = card.title_in(lexicon.lang)
    name = card.name if card.name != title else ""
    return RowView(
        address=f"{card.key}/",
        kind=card.kind.value,
        kind_label=lexicon.kind(card.kind),
        name=name,
        title=behind(name, title),
        summary=inline(card.summary_in(lexicon.lang)),
        date=card.date,
        venue=lexicon.name("venues", card.venue),
        byline=card.byline,
        status=card.status,
        status_label=say(f"status.{card.status}"),
        chips=_chips(card, lexicon),
        links=links_of(card, lexicon)[:LINKS_IN_ROW],
    )


def _chips(card: Card, lexicon: Lexicon) -> tuple[Chip, ...]:
    say = lexicon.say
    chips = []
    if card.format:
        chips.append(Chip(say(f"format.{card.format}")))
    if card.language and card.language != lexicon.lang:
        chips.append(Chip(say(f"language.{card.language}")))
    if card.family:
        chips.append(lexicon.word("families", card.family))
    chips += [lexicon.word("tasks", task) for task in card.tasks]
    chips += [Chip(lexicon.name("frameworks", item)) for item in card.frameworks]
    return tuple(chips)


def links_of(card: Card, lexicon: Lexicon) -> tuple[LinkView, ...]:
    """The links of a card, the most wanted first."""
    say = lexicon.say
    return tuple(LinkView(role, say(f"roles.{role}"), url) for role, url in card.links)
