"""Pages that lead on: home, and the overviews of sections, tasks, families, tags and years."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
from markupsafe import Markup

from vidstore.derive.counts import count, latest
from vidstore.derive.sections import Hall
from vidstore.derive.shelves import Library, Shelves
from vidstore.model.taxonomy import Family, Term
from vidstore.model.text import Lang, Localized
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip
from vidstore.site.feed_files import feed_links
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.path_pages import path_views
from vidstore.site.studio import Studio


class Door(msgspec.Struct, frozen=True):
    """Where one can go from an overview."""

    address: str
    label: str
    count: int
    summary: Markup | str = ""


class DoorGroup(msgspec.Struct, frozen=True):
    """Doors under one heading."""

    label: str
    summary: Markup | str
    cards: tuple[Door, ...]


def index_pages(studio: Studio, library: Library, halls: tuple[Hall, ...]) -> Iterator[Page]:
    """Home and all overviews."""
    yield home_page(studio, library, halls)
    yield _index(studio, "sections", lambda lang: _section_doors(halls, lang))
    yield _index(
        studio, "tasks", lambda lang: _plain(_terms(studio, library.tasks, "tasks", lang))
    )
    yield _index(studio, "families", lambda lang: _family_doors(studio, library, lang))
    yield _index(studio, "tags", lambda lang: _plain(_terms(studio, library.tags, "tags", lang)))
    yield _index(studio, "years", lambda _: _plain(_years(library.years)))


def _index(studio: Studio, name: str, groups: Callable[[Lang], Iterable[DoorGroup]]) -> Page:
    address = f"{name}/"

    def render(lang: Lang) -> Content:
        say = studio.lexicons[lang].say
        title, lead = say(f"ui.{name}"), say(f"ui.{name}_lead")
        html = studio.page(
            "pages/index.html.j2",
            address,
            lang,
            trail=[Chip(say("ui.home"), "./")],
            title=title,
            lead=lead,
            groups=list(groups(lang)),
        )
        return Content(title, lead, html)

    return Page(address, name, fingerprint(*_shown(groups(Lang.ZH))), render)


def _shown(groups: Iterable[DoorGroup]) -> Iterator[str]:
    """What of the entries an overview depends on: its doors and their counts."""
    for group in groups:
        for card in group.cards:
            yield f"{card.address}:{card.count}"


def _plain(doors: Iterable[Door]) -> list[DoorGroup]:
    return [DoorGroup("", "", tuple(doors))]


def _terms(studio: Studio, shelves: Shelves, vocabulary: str, lang: Lang) -> Iterator[Door]:
    for word, term in studio.catalog.charter.taxonomy.vocabulary(vocabulary).items():
        yield _door(term, vocabulary, len(shelves.get(word, ())), lang)


def _door(term: Term, vocabulary: str, number: int, lang: Lang) -> Door:
    return Door(f"{vocabulary}/{term.id}/", term.name.get(lang), number, _text(term.summary, lang))


def _text(text: Localized | None, lang: Lang) -> Markup | str:
    # A card is a link as a whole; a link inside its text would end it.
    return Markup(inline(text.get(lang)).striptags()) if text else ""  # noqa: S704 - cleaned


def _family_doors(studio: Studio, library: Library, lang: Lang) -> Iterator[DoorGroup]:
    taxonomy = studio.catalog.charter.taxonomy
    for group in taxonomy.groups.values():
        members: list[Family] = [f for f in taxonomy.families.values() if f.group == group.id]
        doors = tuple(
            _door(family, "families", len(library.families.get(family.id, ())), lang)
            for family in members
        )
        if doors:
            yield DoorGroup(group.name.get(lang), _text(group.summary, lang), doors)


def _section_doors(halls: Iterable[Hall], lang: Lang) -> list[DoorGroup]:
    return _plain(_section_door(hall, lang) for hall in halls)


def _section_door(hall: Hall, lang: Lang) -> Door:
    section = hall.section
    summary = _text(section.intro, lang) or " · ".join(
        child.section.title.get(lang) for child in hall.children
    )
    return Door(f"sections/{section.id}/", section.title.get(lang), len(hall.all_cards()), summary)


def _years(shelves: Shelves) -> Iterator[Door]:
    for year, shelf in shelves.items():
        yield Door(f"years/{year}/", year, len(shelf))


def home_page(studio: Studio, library: Library, halls: tuple[Hall, ...]) -> Page:
    """What this is, where to start, what is new, how much there is."""
    numbers = count(studio.catalog)
    new = latest(studio.catalog)
    shown = [
        *(f"{kind}:{number}" for kind, number in numbers.kinds),
        *_shown(_section_doors(halls, Lang.ZH)),
        *(f"{word}:{len(shelf)}" for word, shelf in library.tasks.items()),
        *(f"{word}:{len(shelf)}" for word, shelf in library.families.items()),
        *(card.digest for card in new),
        *(path.digest for path in studio.catalog.paths),
    ]

    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        site = studio.catalog.charter.site
        html = studio.page(
            "pages/home.html.j2",
            "",
            lang,
            title=site.name.get(lang),
            tagline=site.tagline.get(lang),
            about=site.description.get(lang),
            counts=[Door(f"{k.folder}/", lexicon.kinds(k), n) for k, n in numbers.kinds],
            figure_name=site.figure or "",
            figure_alt=lexicon.say("figures.alt_paradigm"),
            paths=path_views(studio, lang),
            sections=[_section_door(hall, lang) for hall in halls],
            tasks=[door for door in _terms(studio, library.tasks, "tasks", lang) if door.count],
            families=[d for d in _terms(studio, library.families, "families", lang) if d.count],
            latest=studio.rows(new, "", lang),
        )
        head = feed_links(("",), lexicon) if new else b""
        return Content(site.name.get(lang), site.description.get(lang), html, head)

    return Page("", "", fingerprint(*shown), render)
