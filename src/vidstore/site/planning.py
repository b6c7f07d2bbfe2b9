"""The plan of a site: every page that it will have, before any is rendered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vidstore.config import Project
from vidstore.derive.relations import relate
from vidstore.derive.sections import arrange
from vidstore.derive.shelves import in_order, stock
from vidstore.errors import ConfigurationError
from vidstore.load.guides import guide_titles
from vidstore.locale import load_locale
from vidstore.model.catalog import Catalog, Charter
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.render.environment import html_environment
from vidstore.render.lexicon import Lexicon
from vidstore.site.browse_data import Data, browse_data
from vidstore.site.browse_pages import browse_pages
from vidstore.site.drawings import drawings_of
from vidstore.site.entry_pages import entry_pages
from vidstore.site.indexes import index_pages
from vidstore.site.lists import list_pages
from vidstore.site.pages import Page
from vidstore.site.path_pages import path_pages
from vidstore.site.section_pages import section_pages
from vidstore.site.studio import Studio


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages by address, what renders them, and the data that pages ask for."""

    pages: dict[str, Page]
    studio: Studio
    data: Data


def lexicons_of(project: Project, charter: Charter) -> dict[Lang, Lexicon]:
    """The words of both languages."""
    folders = project.template_folders
    return {lang: Lexicon(lang, load_locale(lang, folders), charter) for lang in Lang}


def plan(
    project: Project,
    catalog: Catalog,
    lexicons: dict[Lang, Lexicon],
    fetch: Callable[[str], Entry],
) -> Plan:
    """Plan all pages of a catalog.

    Raises:
        ConfigurationError: two pages want the same address.
    """
    environments = {lang: html_environment(project, lexicons[lang].say) for lang in Lang}
    guides = {lang: guide_titles(project, lang) for lang in Lang}
    studio = Studio(catalog, relate(catalog.cards), lexicons, environments, guides)
    ordered = in_order(catalog)
    library = stock(catalog, ordered)
    halls = arrange(catalog, ordered)
    drawings = drawings_of(studio, project)
    pages: dict[str, Page] = {}
    _add(pages, index_pages(studio, library, halls))
    _add(pages, browse_pages(studio, library))
    _add(pages, path_pages(studio))
    _add(pages, section_pages(studio, halls))
    _add(pages, list_pages(studio, library, drawings))
    _add(pages, entry_pages(studio, drawings, fetch))
    return Plan(pages, studio, browse_data(studio, ordered))


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
