"""The frames of a build, found by language, depth and tab, and the engine's own pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlsplit

from vidstore.errors import EngineError
from vidstore.model.catalog import Charter
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX, base, depth
from vidstore.site.engine import EngineRun
from vidstore.site.frames import (
    CONTENT,
    DESCRIPTION,
    HEAD,
    TITLE,
    Frame,
    alternates,
    cut,
    head_links,
    with_active_tab,
    without_edit_button,
)
from vidstore.site.guides import settled
from vidstore.site.pages import Content, fingerprint
from vidstore.site.social import Social
from vidstore.site.workspace import DEEPEST, FRAME_FOLDER, NAVIGATION, frame_address

NEEDS = (TITLE, DESCRIPTION, CONTENT, HEAD, Lang.ZH.value, Lang.EN.value)
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz", "objects.inv")


@dataclass(slots=True)
class Frameset:
    """Cuts the engine's pages into frames when they are first asked for."""

    run: EngineRun
    charter: Charter
    _frames: dict[tuple[Lang, int, str], Frame] = field(default_factory=dict)
    _social: dict[Lang, Social] = field(init=False)

    def __post_init__(self) -> None:
        """Make what all pages of a language have in their head."""
        self._social = {lang: Social(self.charter, lang) for lang in Lang}

    @property
    def site_url(self) -> str:
        """Where the site is published."""
        return self.charter.site.url

    def stamp(self, address: str, tab: str, lang: Lang, content: Content) -> bytes:
        """The whole page for a content.

        Raises:
            EngineError: the engine's pages have no place for it.
        """
        title, description = _text(content.title), _text(content.description)
        links = head_links(address, lang, self.site_url, tuple(Lang))
        shown = self._social[lang].lines(title, description, address, content.kind)
        values = {
            TITLE: title,
            DESCRIPTION: description,
            CONTENT: content.html.encode(),
            HEAD: b"\n".join((links, shown + content.head)),
            **alternates(address, lang, tuple(Lang)),
        }
        return self._frame(lang, depth(address), tab).stamp(values)

    def _frame(self, lang: Lang, deep: int, tab: str) -> Frame:
        found = self._frames.get((lang, deep, tab))
        if found is None:
            where = frame_address(deep) if deep else ""
            html = without_edit_button(self._html(lang, where))
            if tab:
                html = with_active_tab(html, f"{base('x/' * deep)}{tab}/")
            found = cut(html, lang, where, NEEDS)
            self._frames[lang, deep, tab] = found
        return found

    @property
    def digest(self) -> str:
        """Changes with any frame; an edited guide that leaves the navigation alone changes none."""
        addresses = ["", *(frame_address(deep) for deep in range(1, DEEPEST + 1))]
        return fingerprint(*(self._html(lang, address) for lang in Lang for address in addresses))

    def _html(self, lang: Lang, address: str) -> str:
        path = self.run.workspaces[lang].site / address / "index.html"
        try:
            return path.read_text("utf-8")
        except OSError as error:
            raise EngineError("frame", page=address, slot=str(path)) from error

    def guides(self) -> Iterator[tuple[str, str, "partial[bytes]"]]:
        """File, digest and maker of each hand-written page that the engine built."""
        pages = {lang: dict(self._guide_pages(lang)) for lang in Lang}
        for lang in Lang:
            for address, path in pages[lang].items():
                known = tuple(other for other in Lang if address in pages[other])
                make = partial(self._guide, lang, address, path, known)
                name = path.relative_to(self.run.workspaces[lang].site).as_posix()
                digest = fingerprint(path.read_text("utf-8"), str(known))
                yield f"{PREFIX[lang]}{name}", digest, make

    def _guide_pages(self, lang: Lang) -> Iterator[tuple[str, Path]]:
        site = self.run.workspaces[lang].site
        ours = {"", *(f"{tab}/" for tab in NAVIGATION)}
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            address = name.removesuffix("index.html") if name.endswith("index.html") else ""
            if name.startswith(FRAME_FOLDER) or (address in ours and name != "404.html"):
                continue
            yield address or name, path

    def _guide(self, lang: Lang, address: str, path: Path, known: tuple[Lang, ...]) -> bytes:
        html = settled(path.read_text("utf-8"), address, self.charter.figures)
        if not address.endswith("/"):
            return self._missing(lang, address, html)
        title, description = _headline(html)
        links = head_links(address, lang, self.site_url, known)
        shown = self._social[lang].lines(title, description, address, "article")
        values = {HEAD: b"\n".join((links, shown))}
        return cut(html, lang, address).stamp(values | alternates(address, lang, known))

    def _missing(self, lang: Lang, name: str, html: str) -> bytes:
        """The 404 page is shown at any address, so all that it names is absolute."""
        root = urlsplit(self.site_url).path
        frame = cut(html.replace(f"{root}{PREFIX[lang]}assets/", f"{root}assets/"), lang, name)
        homes = {to.value: escape(root + PREFIX[to]).encode() for to in Lang}
        return frame.stamp({HEAD: b"", **homes})

    def static_files(self) -> Iterator[tuple[str, Path]]:
        """What else the engine made: style sheets, scripts, figures. English uses the same."""
        site = self.run.workspaces[Lang.ZH].site
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and path.suffix != ".html" and name not in _NOT_OURS:
                yield name, path


_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)"', re.S)


def _headline(html: str) -> tuple[bytes, bytes]:
    """Title and description that the engine gave a page."""
    found = (pattern.search(html) for pattern in (_TITLE, _DESCRIPTION))
    title, description = (_text(unescape(match[1])) if match else b"" for match in found)
    return title, description


def _text(text: str) -> bytes:
    """Plain text for an element or a quoted attribute."""
    return escape(" ".join(text.split())).encode()
