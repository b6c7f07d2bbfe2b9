"""The page that says what data there is to take away, how large it is, and how to use it."""

from collections.abc import Iterator

import msgspec

from vidstore.derive.data_format import DataFormat
from vidstore.derive.shelves import Library
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.site.api_files import INDEX
from vidstore.site.data_files import DataFiles, formats
from vidstore.site.feed_files import ALL, feed_links, feed_name
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.pieces import file_name
from vidstore.site.studio import Studio

ADDRESS = "data/"


class FileView(msgspec.Struct, frozen=True):
    """A file of the whole catalog as the page shows it."""

    name: str
    address: str
    size: str
    about: str


def data_page(studio: Studio, library: Library, data: DataFiles) -> Page:
    """The page; it shows sizes, so it changes when the files do."""
    catalog = studio.catalog
    example = next(iter(catalog.cards), "")

    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        say, site = lexicon.say, catalog.charter.site
        html = studio.page(
            "pages/data.html.j2",
            ADDRESS,
            lang,
            trail=[Chip(say("ui.home"), "./")],
            name=site.name.get(lang),
            files=[_view(form, data, lexicon) for form in formats(catalog)],
            database=file_name(DataFormat.SQLITE) if site.database else "",
            index=INDEX,
            example=f"api/{example}.json",
            feeds=[Chip(say("data.feed_all"), ALL), *_feeds(library, lexicon)],
            licence=site.licence,
            root=site.url,
        )
        head = feed_links(("",), lexicon)
        return Content(say("ui.data"), say("ui.data_lead"), html, head)

    return Page(ADDRESS, "", fingerprint(ADDRESS, data.digest), render, with_files=True)


def _view(form: DataFormat, data: DataFiles, lexicon: Lexicon) -> FileView:
    address = file_name(form)
    name = address.rpartition("/")[2]
    return FileView(name, address, human(data.size(form)), lexicon.say(f"data.about_{form}"))


def _feeds(library: Library, lexicon: Lexicon) -> Iterator[Chip]:
    for kind in Kind:
        if kind in library.kinds:
            yield Chip(lexicon.kinds(kind), feed_name(f"{kind.folder}/"))
    for task in library.tasks:
        yield Chip(lexicon.name("tasks", task), feed_name(f"tasks/{task}/"))


def human(size: int) -> str:
    """A size as people say it: `980 B`, `1.2 MB` (thousands, as file managers count)."""
    if size < 1000:  # noqa: PLR2004
        return f"{size} B"
    value, unit = (size / 1000, "kB") if size < 1_000_000 else (size / 1_000_000, "MB")  # noqa: PLR2004
    return f"{value:.1f} {unit}"
