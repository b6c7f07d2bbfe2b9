"""Pages that a script fills: choosing among all entries, and entries side by side.

Without a script, the first leads to the plain lists, and the second says what it would do.
"""

from collections.abc import Iterator

from vidstore.derive.data_format import DataFormat
from vidstore.derive.shelves import Library, Shelves
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.lexicon import Chip
from vidstore.site.indexes import Door, DoorGroup
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.pieces import file_name
from vidstore.site.studio import Studio

FACETS = (
    "kind",
    "task",
    "family",
    "year",
    "venue",
    "has",
    "framework",
    "dataset",
    "tag",
    "language",
    "level",
)
"""What entries are chosen by, in the order of the page; `has` is code and weights."""
SORTS = ("newest", "oldest", "name", "added")


def browse_pages(studio: Studio, library: Library) -> Iterator[Page]:
    """Both pages."""
    yield _browse(studio, library)
    yield _compare(studio)


def _browse(studio: Studio, library: Library) -> Page:
    def render(lang: Lang) -> Content:
        say = studio.lexicons[lang].say
        title, lead = say("ui.browse"), say("browse.lead")
        html = studio.page(
            "pages/browse.html.j2",
            "browse/",
            lang,
            trail=[Chip(say("ui.home"), "./")],
            title=title,
            lead=lead,
            facets=[(name, say(f"browse.{name}")) for name in FACETS],
            sorts=[(name, say(f"browse.sort_{name}")) for name in SORTS],
            groups=list(_doors(studio, library, lang)),
            bibtex=file_name(DataFormat.BIBTEX),
        )
        return Content(title, lead, html)

    shown = (f"{d.address}:{d.count}" for g in _doors(studio, library, Lang.ZH) for d in g.cards)
    return Page("browse/", "browse", fingerprint(*shown), render)


def _doors(studio: Studio, library: Library, lang: Lang) -> Iterator[DoorGroup]:
    """The plain lists, as the page has them for who runs no script."""
    lexicon = studio.lexicons[lang]
    kinds = {kind: library.kinds.get(kind.value, ()) for kind in Kind}
    doors = (Door(f"{k.folder}/", lexicon.kinds(k), len(v)) for k, v in kinds.items() if v)
    yield DoorGroup(lexicon.say("browse.kind"), "", tuple(doors))
    named: tuple[tuple[str, Shelves], ...] = (
        ("tasks", library.tasks),
        ("families", library.families),
        ("years", library.years),
        ("tags", library.tags),
    )
    for name, shelves in named:
        doors = (
            Door(f"{name}/{word}/", word if name == "years" else lexicon.name(name, word), len(v))
            for word, v in shelves.items()
        )
        yield DoorGroup(lexicon.say(f"ui.{name}"), "", tuple(doors))


def _compare(studio: Studio) -> Page:
    def render(lang: Lang) -> Content:
        say = studio.lexicons[lang].say
        title, lead = say("compare.title"), say("compare.lead")
        html = studio.page(
            "pages/compare.html.j2",
            "compare/",
            lang,
            trail=[Chip(say("ui.home"), "./"), Chip(say("ui.browse"), "browse/")],
            title=title,
            lead=lead,
        )
        return Content(title, lead, html)

    return Page("compare/", "browse", fingerprint("compare"), render)
