"""Looking at a built site from outside: its pages, and where everything in them leads."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from vidstore.model.text import Lang

LOADING = {
    "script",
    "img",
    "source",
    "iframe",
    "video",
    "audio",
    "embed",
    "object",
    "use",
    "image",
}
"""Elements whose `src`, `href` or `data` the browser fetches without being asked."""
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)")


@dataclass(frozen=True)
class Reference:
    """Something a page names: by which element and attribute, and what it says."""

    tag: str
    attribute: str
    value: str
    rel: str = ""

    @property
    def is_loaded(self) -> bool:
        """Whether the browser fetches it by itself."""
        loads = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
        return self.tag in LOADING or bool(loads & set(self.rel.split()))


@dataclass
class Page(HTMLParser):
    """What matters of one HTML file."""

    name: str
    html: str
    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    handlers: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lang: str = ""
    title: str = ""
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.handlers += [name for name in given if name.startswith("on")]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "h1":
            self.headings.append("")
        if tag == "h1" or (
            tag == "title" and "body" not in self.tags
        ):  # drawings have titles, too
            self._inside = tag
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        for attribute in ("href", "src", "data", "poster", "xlink:href", "action"):
            if attribute in given:
                rel = given.get("rel", "")
                self.references.append(Reference(tag, attribute, given[attribute], rel))
        for part in given.get("srcset", "").split(","):
            if part.strip():
                self.references.append(Reference(tag, "src", part.split()[0]))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "h1":
            self.headings[-1] += data
        if self._inside == "title":
            self.title += data

    @property
    def language(self) -> Lang:
        return Lang.EN if self.name.startswith("en/") else Lang.ZH

    @property
    def address(self) -> str:
        """The address inside its language; the file's name where it is no page of a folder."""
        return self.name.removeprefix("en/").removesuffix("index.html")

    @property
    def is_missing_page(self) -> bool:
        return self.name.endswith("404.html")

    def switches(self) -> dict[str, str]:
        """Where the language switch leads, by language."""
        found = re.findall(
            r'<a href="([^"]*)" hreflang="(\w+)" class="md-select__link"', self.html
        )
        return {lang: href for href, lang in found}

    def content(self) -> str:
        """The part that vidstore renders itself."""
        start = self.html.index('<div class="vs-page')
        return self.html[start : self.html.index("</article>", start)]


@dataclass
class Site:
    """A built site in a folder, published at `url`."""

    folder: Path
    url: str

    @cached_property
    def files(self) -> set[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        names = sorted(name for name in self.files if name.endswith(".html"))
        return {name: Page(name, self.text(name)) for name in names}

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def counterpart(self, page: Page) -> str:
        """The file of the same page in the other language, whether it is there or not."""
        other = page.name.removeprefix("en/")
        return other if page.language is Lang.EN else f"en/{page.name}"

    def target(self, page: Page, reference: str) -> str | None:
        """The file that a reference leads to; None when it leaves the site."""
        home = urljoin(self.url, page.name.removesuffix("index.html"))
        whole = urljoin(home, reference)
        parts = urlsplit(whole)
        if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(self.url).netloc:
            return None
        path = unquote(parts.path)
        root = urlsplit(self.url).path
        if not path.startswith(root):
            return None if urlsplit(reference).netloc else f"(outside) {path}"
        inside = path.removeprefix(root)
        return f"{inside}index.html" if inside == "" or inside.endswith("/") else inside

    def broken(self, page: Page, reference: Reference) -> str:
        """What is wrong with a reference of a page, or an empty string."""
        value = reference.value
        shown = f"{page.name}: <{reference.tag} {reference.attribute}={value!r}>"
        scheme = urlsplit(value).scheme
        if scheme not in {"", "http", "https", "mailto", "data"}:
            return f"{shown} has the scheme {scheme}"
        if page.is_missing_page and not scheme and not value.startswith(("/", "#")):
            return f"{shown} is relative, but this page is shown at any address"
        target = self.target(page, value)
        if target is None:
            return (
                f"{shown} is loaded from elsewhere"
                if reference.is_loaded and scheme != "data"
                else ""
            )
        if target not in self.files:
            return f"{shown} leads to {target}, which is not there"
        anchor = unquote(urlsplit(value).fragment)
        if anchor and target in self.pages and anchor not in self.pages[target].ids:
            return f"{shown} leads to a place that {target} does not have"
        return ""

    def faults(self) -> Iterator[str]:
        """Everything that leads nowhere, or elsewhere without being asked."""
        for page in self.pages.values():
            for reference in page.references:
                if fault := self.broken(page, reference):
                    yield fault
            yield from self._faults_of_script_settings(page)
        for name in sorted(self.files):
            if name.endswith(".css"):
                yield from self._faults_of_styles(name)

    def _faults_of_script_settings(self, page: Page) -> Iterator[str]:
        """The theme's scripts are told where the root and the search worker are."""
        found = re.search(r'<script id="__config"[^>]*>(.*?)</script>', page.html, re.S)
        settings = json.loads(found[1]) if found else {}
        if "search" in settings and self.target(page, settings["search"]) not in self.files:
            yield f"{page.name}: the script's search worker {settings['search']} is not there"

    def _faults_of_styles(self, name: str) -> Iterator[str]:
        home = urljoin(self.url, name)
        for groups in _CSS_URL.findall(self.text(name)):
            value = groups[0] or groups[1]
            whole = urljoin(home, value)
            if value.startswith(("data:", "#")):
                continue
            if not whole.startswith(self.url):
                yield f"{name}: {value} is loaded from elsewhere"
            elif (
                whole.removeprefix(self.url).partition("?")[0].partition("#")[0] not in self.files
            ):
                yield f"{name}: {value} is not there"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes; empty folders count too, with a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def differing(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    """The names of what is only on one side, or different: short enough to be read when a test fails."""
    return sorted(name for name in {*left, *right} if left.get(name) != right.get(name))
