"""The plan of a site: every page that it will have, before any is rendered."""

from collections.abc import Callable, Iterable

import msgspec

from vidstore.config import Project
from vidstore.derive.boards import boards_of
from vidstore.derive.relations import relate
from vidstore.derive.sections import arrange
from vidstore.derive.shelves import in_order, stock
from vidstore.errors import ConfigurationError
from vidstore.load.guides import guide_titles
from vidstore.locale import load_locale
from vidstore.model.catalog import Charter
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.render.environment import html_environment
from vidstore.render.lexicon import Lexicon
from vidstore.site.api_files import path_files
from vidstore.site.browse_data import browse_data
from vidstore.site.browse_pages import browse_pages
from vidstore.site.data_files import DataFiles
from vidstore.site.data_page import data_page
from vidstore.site.drawings import drawings_of
from vidstore.site.entry_pages import entry_pages
from vidstore.site.feed_files import feed_files
from vidstore.site.indexes import index_pages
from vidstore.site.lists import list_pages
from vidstore.site.llms import llms_files
from vidstore.site.pages import File, Page
from vidstore.site.path_pages import path_pages
from vidstore.site.price_page import price_pages
from vidstore.site.result_pages import result_pages
from vidstore.site.run_pages import run_pages
from vidstore.site.section_pages import section_pages
from vidstore.site.studio import Studio


class Plan(msgspec.Struct, frozen=True):
    """The pages by address, files of data by name, and what renders them."""

    pages: dict[str, Page]
    files: dict[str, File]
    studio: Studio


def lexicons_of(project: Project, charter: Charter) -> dict[Lang, Lexicon]:
    """The words of both languages."""
    folders = project.template_folders
    return {lang: Lexicon(lang, load_locale(lang, folders), charter) for lang in Lang}


def plan(
    project: Project,
    lexicons: dict[Lang, Lexicon],
    fetch: Callable[[str], Entry],
    data: DataFiles,
) -> Plan:
    """Plan all pages and files of a catalog.

    Raises:
        ConfigurationError: two pages want the same address.
    """
    pieces = data.pieces
    catalog, citations = pieces.binder.catalog, pieces.binder.citations
    environments = {lang: html_environment(project, lexicons[lang].say) for lang in Lang}
    guides = {lang: guide_titles(project, lang) for lang in Lang}
    boards, relations = boards_of(catalog), relate(catalog.cards)
    studio = Studio(catalog, relations, citations, lexicons, environments, guides, boards)
    ordered = in_order(catalog)
    library = stock(catalog, ordered)
    halls = arrange(catalog, ordered)
    drawings = drawings_of(studio, project)
    pages: dict[str, Page] = {}
    _add(pages, index_pages(studio, library, halls))
    _add(pages, browse_pages(studio, library))
    _add(pages, path_pages(studio))
    _add(pages, result_pages(studio))
    _add(pages, run_pages(studio, ordered))
    _add(pages, section_pages(studio, halls))
    _add(pages, list_pages(studio, library, drawings))
    _add(pages, price_pages(studio, fetch))
    _add(pages, entry_pages(studio, drawings, fetch, pieces))
    _add(pages, [data_page(studio, library, data)])
    files = dict(data.of_lists(library, halls, pages))
    files |= dict(feed_files(catalog, library, lexicons)) | dict(
        llms_files(studio, library, halls)
    )
    files |= dict(path_files(catalog))
    files |= browse_data(studio, ordered)
    return Plan(pages, files, studio)


def _add(pages: dict[str, Page], more: Iterable[Page]) -> None:
    for page in more:
        if page.address in pages:
            raise ConfigurationError(
                "collision",
                address=page.address,
                first=pages[page.address].tab,
                second=page.tab,
            )
        pages[page.address] = page
