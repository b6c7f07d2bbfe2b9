"""Everything that a site will consist of, with digests, before anything is rendered or written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vidstore.config import Project
from vidstore.errors import ConfigurationError
from vidstore.intake.memory import code_stamp
from vidstore.model.card import digest as content_digest
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Page, fingerprint
from vidstore.site.planning import Plan
from vidstore.site.sitemap import MOST, Known, sitemaps

OWN_ASSETS = "assets/vidstore"

Files = Mapping[str, tuple[str, Callable[[], bytes]]]
"""Files by name, each with its digest and what gives its content."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Pages to render, by address, and files that are there already, by name.

    `stamp` stands for what every page depends on.
    """

    stamp: str
    pages: Mapping[str, Page]
    files: Files

    @property
    def page_digests(self) -> dict[str, str]:
        """The digest of each page, by address."""
        return {address: page.digest for address, page in self.pages.items()}

    @property
    def file_digests(self) -> dict[str, str]:
        """The digest of each file, by name."""
        return {name: digest for name, (digest, _) in self.files.items()}


def draft_of(project: Project, planned: Plan, frames: Frameset) -> Draft:
    """Put together what was planned and what the engine built.

    Raises:
        ConfigurationError: a hand-written page and one of ours want the same address.
    """
    files: dict[str, tuple[str, Callable[[], bytes]]] = {}
    guides: dict[str, tuple[Lang, ...]] = {}
    for name, digest, make in frames.guides():
        files[name] = (digest, make)
        if name.endswith("/index.html"):
            lang = Lang.EN if name.startswith(PREFIX[Lang.EN]) else Lang.ZH
            address = name.removeprefix(PREFIX[lang]).removesuffix("index.html")
            if address in planned.pages:
                raise ConfigurationError("collision", address=address, first="docs/", second=name)
            guides[address] = (*guides.get(address, ()), lang)
    files |= _assets(project, frames)
    files |= planned.data
    files |= _sitemap(planned.pages, guides, planned.studio.catalog.charter.site.url)
    return Draft(_stamp(project, planned, frames), planned.pages, files)


def _assets(project: Project, frames: Frameset) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """The engine's style sheets and scripts, and ours; a project's own replace ours by name."""
    own: dict[str, Path] = {}
    for folder in reversed(project.template_folders):
        own |= {path.name: path for path in sorted((folder / "theme" / "assets").glob("*.*"))}
    copies = {f"assets/{name}" for name in own}  # the engine takes the theme's along
    found: dict[str, tuple[str, Callable[[], bytes]]] = {
        name: (fingerprint(frames.run.digest, name), path.read_bytes)
        for name, path in frames.static_files()
        if name not in copies
    }
    for name, path in own.items():
        found[f"{OWN_ASSETS}/{name}"] = (content_digest(path.read_bytes()), path.read_bytes)
    return found


def _sitemap(
    pages: Mapping[str, Page], guides: Known, site_url: str
) -> dict[str, tuple[str, Callable[[], bytes]]]:
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
