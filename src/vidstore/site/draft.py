"""Everything that a site will consist of, with digests, before anything is rendered or written."""

from collections.abc import Collection, Mapping
from functools import partial

import msgspec

from vidstore.config import Project
from vidstore.errors import ConfigurationError
from vidstore.intake.memory import code_stamp
from vidstore.model.card import digest as content_digest
from vidstore.model.catalog import Charter
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.site.addresses import PREFIX
from vidstore.site.assets import assets
from vidstore.site.frameset import Frameset
from vidstore.site.pages import File, Files, Page, fingerprint
from vidstore.site.planning import Plan
from vidstore.site.sitemap import MOST, Known, sitemaps


class Draft(msgspec.Struct, frozen=True):
    """Pages to render, by address, and files by name."""

    pages: Mapping[str, Page]
    files: Files


def draft_of(
    project: Project, planned: Plan, frames: Frameset, elsewhere: Collection[str] = ()
) -> Draft:
    """Put together what was planned and what the engine built; `elsewhere` are files made apart.

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
    for name in files.keys() & {*planned.files, *elsewhere}:
        raise ConfigurationError("collision", address=name, first="docs/", second="vidstore")
    files |= planned.files
    files |= _sitemap(planned.pages, guides, planned.studio.catalog.charter.site.url)
    return Draft(planned.pages, files)


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


def stamp_of(
    project: Project, charter: Charter, lexicons: Mapping[Lang, Lexicon], frames: Frameset
) -> str:
    """What every page depends on: code, templates, words, frames."""
    templates = [
        content_digest(path.read_bytes())
        for folder in project.template_folders
        for path in sorted(folder.rglob("*.j2"))
    ]
    words = [repr(sorted(words.say.texts.items())) for words in lexicons.values()]
    return fingerprint(code_stamp(), frames.digest, charter.digest, *templates, *words)
