"""Everything that a site will consist of, with digests, before anything is rendered or written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from vidstore.config import Project
from vidstore.errors import ConfigurationError
from vidstore.intake.memory import code_stamp
from vidstore.model.card import digest as content_digest
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX
from vidstore.site.assets import assets
from vidstore.site.former import Former
from vidstore.site.frameset import Frameset
from vidstore.site.pages import File, Page, fingerprint
from vidstore.site.planning import Plan
from vidstore.site.search_files import search_files
from vidstore.site.sitemap import MOST, Known, sitemaps

Files = Mapping[str, File]
"""Files by name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Pages to render, by address, and files by name.

    `stamp` stands for what every page depends on. `index` makes the files of the search index, which
    have their digests only once they are made.
    """

    stamp: str
    pages: Mapping[str, Page]
    files: Files
    index: Callable[[], Files]


def draft_of(project: Project, planned: Plan, frames: Frameset, former: Former | None) -> Draft:
    """Put together what was planned and what the engine built.

    `former` is the site as it lies there, from which the index for search is brought up to date.

    Raises:
        ConfigurationError: a hand-written page and one of ours want the same address.
    """
    files: dict[str, File] = {}
    guides: dict[str, tuple[Lang, ...]] = {}
    for name, digest, make in frames.guides():
        files[name] = (digest, make)
        if name.endswith("/index.html"):
            lang = Lang.EN if name.startswith(PREFIX[Lang.EN]) else Lang.ZH
            address = name.removeprefix(PREFIX[lang]).removesuffix("index.html")
            if address in planned.pages:
                raise ConfigurationError("collision", address=address, first="docs/", second=name)
            guides[address] = (*guides.get(address, ()), lang)
    files |= assets(project, frames)
    for name in planned.files.keys() & files.keys():
        raise ConfigurationError("collision", address=name, first="docs/", second="vidstore")
    files |= planned.files
    catalog, lexicons = planned.studio.catalog, planned.studio.lexicons
    files |= _sitemap(planned.pages, guides, catalog.charter.site.url)
    stamp = _stamp(project, planned, frames)
    patched = former if former and former.stamp == stamp else None
    index = partial(search_files, project, catalog, lexicons, patched)
    return Draft(stamp, planned.pages, files, index)


def _sitemap(pages: Mapping[str, Page], guides: Known, site_url: str) -> dict[str, File]:
    """The sitemap's files; made only if the set of addresses differs."""
    digest = fingerprint(site_url, repr(sorted(guides.items())), *sorted(pages))
    made: dict[str, bytes] = {}

    def make(name: str) -> bytes:
        if not made:
            made.update(sitemaps(dict.fromkeys(pages, tuple(Lang)) | dict(guides), site_url))
        return made[name]

    if len(pages) + len(guides) > MOST:
        make("sitemap.xml")
    return {name: (digest, partial(make, name)) for name in made or ("sitemap.xml",)}


def _stamp(project: Project, planned: Plan, frames: Frameset) -> str:
    """What every page depends on: code, templates, words, frames."""
    templates = [
        content_digest(path.read_bytes())
        for folder in project.template_folders
        for path in sorted(folder.rglob("*.j2"))
    ]
    words = [repr(sorted(words.say.texts.items())) for words in planned.studio.lexicons.values()]
    charter = planned.studio.catalog.charter
    return fingerprint(code_stamp(), frames.digest, charter.digest, *templates, *words)
