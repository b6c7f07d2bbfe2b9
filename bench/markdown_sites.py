"""The same pages built by MkDocs Material and by Zensical from Markdown, a project a language.

Both read the configuration that vidstore gives its engine for the frames, so theme, navigation and
extensions are the same; both languages are built at the same time, as vidstore builds them.
"""

import importlib.util
import json
import shlex
import shutil
import sys
from pathlib import Path

from bench.contender import Contender, PeerMissingError
from bench.hugo import LANGUAGES
from bench.markdown import markdown_of
from bench.pages import pages

MATERIAL = "MkDocs Material"
_FRONT = "hide: [navigation, toc]\nsearch: {exclude: true}"
_QUIET = "\nvalidation: {nav: {omitted_files: ignore, not_found: ignore}}\n"


def write_sources(project: Path, folder: Path) -> None:
    """Write both languages' projects, from a project that vidstore has built."""
    site = project / "site"
    for lang in LANGUAGES:
        engine = project / ".vidstore" / "mkdocs" / lang
        own = folder / lang
        shutil.copytree(project / "docs" / lang, own / "docs")
        shutil.copytree(site / "assets" / "vidstore", own / "docs" / "assets" / "vidstore")
        text = (engine / "mkdocs.yml").read_text("utf-8")
        (own / "mkdocs.yml").write_text(text + _QUIET, "utf-8")
    for page in pages(site):
        place = folder / page.lang / "docs" / page.address / "index.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        front = {"title": page.title, "description": page.description}
        lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in front.items()]
        head = "\n".join(("---", *lines, _FRONT, "---", "", ""))
        place.write_text(head + markdown_of(page.html, page.address), "utf-8")


def material(folder: Path) -> Contender:
    """MkDocs with Material on these sources."""
    _needed("mkdocs", "material")
    options = ("--quiet", "--clean")
    return _contender(MATERIAL, "mkdocs", folder, options)


def zensical(folder: Path) -> Contender:
    """Zensical on these sources."""
    _needed("zensical")
    return _contender("Zensical", "zensical", folder, ("--clean",))


def _needed(*modules: str) -> None:
    for module in modules:
        if importlib.util.find_spec(module) is None:
            raise PeerMissingError(module)


def _contender(name: str, module: str, folder: Path, options: tuple[str, ...]) -> Contender:
    builds = [
        shlex.join((sys.executable, "-m", module, "build", "-f", f"{lang}/mkdocs.yml", *options))
        for lang in LANGUAGES
    ]
    script = f"{builds[0]} & first=$!; {builds[1]}; second=$?; wait $first && exit $second"
    outputs = tuple(folder / lang / "site" for lang in LANGUAGES)
    caches = tuple(folder / lang / ".cache" for lang in LANGUAGES)
    return Contender(name, ("sh", "-c", script), folder, outputs, caches)
