"""Sections of a README, and entries as lines of it."""

from collections.abc import Iterator

import msgspec

from vidstore.derive.sections import Hall
from vidstore.model.card import Card
from vidstore.model.links import Role
from vidstore.model.sections import Manner
from vidstore.render.lexicon import Lexicon
from vidstore.render.markdown import anchor, escaped, link, numbered
from vidstore.site.addresses import PREFIX

_MAIN = tuple(role for role in Role if role not in {Role.PDF, Role.SLIDES, Role.MIRROR})
_EXTRA = (Role.SLIDES, Role.CODE, Role.MIRROR)


class ItemView(msgspec.Struct, frozen=True):
    """An entry as a line of a README."""

    date: str
    year: str
    name: str
    link: str
    named_link: str
    summary: str
    extras: str


class SectionView(msgspec.Struct, frozen=True):
    """A section of a README. `marks` is the heading's number signs."""

    marks: str
    title: str
    anchor: str
    depth: int
    intro: str
    figure: str
    figure_alt: str
    manner: str
    rows: tuple[tuple[ItemView, ...], ...]
    items: tuple[ItemView, ...]
    more: str
    closing: str


def section_views(halls: tuple[Hall, ...], lexicon: Lexicon) -> Iterator[SectionView]:
    """All sections, each before those inside it; headings of the same words get numbers."""
    flat = list(_flat(halls))
    titles = [hall.section.title.get(lexicon.lang) for hall in flat]
    anchors = numbered(anchor(title) for title in titles)
    for hall, title, place in zip(flat, titles, anchors, strict=True):
        yield _section(hall, title, place, lexicon)


def _flat(halls: tuple[Hall, ...]) -> Iterator[Hall]:
    for hall in halls:
        yield hall
        yield from _flat(hall.children)


def _section(hall: Hall, title: str, place: str, lexicon: Lexicon) -> SectionView:
    section, lang, say = hall.section, lexicon.lang, lexicon.say
    in_rows = {card.key for row in hall.rows for card in row}
    cards = [card for card in hall.cards if card.key not in in_rows]
    shown = cards[: section.readme_limit]
    url = f"{lexicon.charter.site.url}{PREFIX[lang]}sections/{section.id}/"
    return SectionView(
        marks="#" * (hall.depth + 2),
        title=escaped(title),
        anchor=place,
        depth=hall.depth,
        intro=section.intro.get(lang) if section.intro else "",
        figure=section.figure or "",
        figure_alt=say("figures.alt", name=title),
        manner=Manner.NAMED.value if section.rows else section.manner.value,
        rows=tuple(tuple(_item(card, lexicon) for card in row) for row in hall.rows),
        items=tuple(_item(card, lexicon) for card in shown),
        more=say("readme.more", number=len(cards), url=url) if len(shown) < len(cards) else "",
        closing=section.closing.get(lang) if section.closing else "",
    )


def _item(card: Card, lexicon: Lexicon) -> ItemView:
    links = dict(card.links)
    main = next((links[role] for role in _MAIN if role in links), "")
    title = card.title_in(lexicon.lang)
    extras = [
        link(_extra(role, links[role], lexicon), links[role])
        for role in _EXTRA
        if role in links and links[role] != main
    ]
    return ItemView(
        date=card.date,
        year=card.year,
        name=escaped(card.name),
        link=link(title, main),
        named_link=link(card.label(lexicon.lang), main),
        summary=escaped(card.summary_in(lexicon.lang)),
        extras=lexicon.say("punctuation.comma").join(extras),
    )


def _extra(role: Role, url: str, lexicon: Lexicon) -> str:
    is_pdf = role is Role.MIRROR and url.lower().endswith(".pdf")
    return lexicon.say("readme.pdf_mirror" if is_pdf else f"readme.{role}")
