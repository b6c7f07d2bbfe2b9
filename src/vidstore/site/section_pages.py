"""A page for each section of the list, and for each section inside a section."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from vidstore.derive.sections import Hall
from vidstore.model.text import Lang, Localized
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip
from vidstore.site.data_files import bib_name, has_citable
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio


class HallView(msgspec.Struct, frozen=True):
    """A section as its page shows it."""

    id: str
    title: str
    intro: Markup | str
    figure: str
    figure_alt: str
    rows: Markup
    closing: Markup | str


def section_pages(
    studio: Studio, halls: tuple[Hall, ...], parents: tuple[Hall, ...] = ()
) -> Iterator[Page]:
    """The pages of sections, at any depth."""
    for hall in halls:
        yield _section(studio, hall, parents)
        yield from section_pages(studio, hall.children, (*parents, hall))


def _section(studio: Studio, hall: Hall, parents: tuple[Hall, ...]) -> Page:
    address = f"sections/{hall.section.id}/"

    def render(lang: Lang) -> Content:
        views = [_view(studio, item, address, lang) for item in _unfolded(hall)]
        title = hall.section.title.get(lang)
        html = studio.page(
            "pages/section.html.j2",
            address,
            lang,
            trail=_trail(studio, parents, lang),
            halls=views,
            bib=bib_name(address) if has_citable(hall.all_cards()) else "",
        )
        first = Markup(views[0].intro).striptags()  # noqa: S704 - made by `inline`
        number = studio.count(len(hall.all_cards()), lang)
        return Content(title, " ".join(part for part in (first, number) if part), html)

    return Page(
        address, "sections", fingerprint(*(card.digest for card in hall.all_cards())), render
    )


def _unfolded(hall: Hall) -> Iterator[Hall]:
    yield hall
    for child in hall.children:
        yield from _unfolded(child)


def _trail(studio: Studio, parents: tuple[Hall, ...], lang: Lang) -> list[Chip]:
    say = studio.lexicons[lang].say
    trail = [Chip(say("ui.home"), "./"), Chip(say("ui.sections"), "sections/")]
    trail += [Chip(p.section.title.get(lang), f"sections/{p.section.id}/") for p in parents]
    return trail


def _view(studio: Studio, hall: Hall, address: str, lang: Lang) -> HallView:
    section, say = hall.section, studio.lexicons[lang].say
    title = section.title.get(lang)
    return HallView(
        id=section.id,
        title=title,
        intro=_inline(section.intro, lang),
        figure=section.figure or "",
        figure_alt=say("figures.alt", name=title) if section.figure else "",
        rows=studio.rows(hall.cards, address, lang),
        closing=_inline(section.closing, lang),
    )


def _inline(text: Localized | None, lang: Lang) -> Markup | str:
    return inline(text.get(lang)) if text else ""
