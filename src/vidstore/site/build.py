"""Building a site: read, check, plan, render what differs, put it in place."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vidstore.config import Project
from vidstore.diagnostics import Diagnostic
from vidstore.errors import ConfigurationError, OutputError
from vidstore.intake.catalog import Intake, take_in
from vidstore.intake.memory import code_stamp
from vidstore.load.charter import load_charter
from vidstore.load.entry import load_entry
from vidstore.model.card import digest as content_digest
from vidstore.model.catalog import Catalog, Charter
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.site import manifest as manifests
from vidstore.site.addresses import PREFIX, file_of
from vidstore.site.engine import Engine, EngineRun, start
from vidstore.site.frameset import Frameset
from vidstore.site.jobs import Press
from vidstore.site.manifest import MARKER, Manifest
from vidstore.site.pages import Page, fingerprint
from vidstore.site.planning import Plan, lexicons_of, plan
from vidstore.site.sitemap import MOST, Known, sitemaps
from vidstore.site.writing import beside, clear, mend, move_in, remove, swap_in, write_file

OWN_ASSETS = "assets/vidstore"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where."""

    project: Project
    site: Path
    engine: Engine = Engine.MKDOCS
    full: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. With `diagnostics`, nothing was written."""

    diagnostics: tuple[Diagnostic, ...] = ()
    entries: int = 0
    pages: int = 0
    written: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that a site consists of: pages to render, and files that are there already."""

    stamp: str
    pages: Mapping[str, Page]
    files: Mapping[str, tuple[str, Callable[[], bytes]]]

    def digests(self) -> dict[str, str]:
        """The digest of each page (by address) and file (by name)."""
        found = {f"{address}*": page.digest for address, page in self.pages.items()}
        return found | {name: digest for name, (digest, _) in self.files.items()}


def build(order: Order, now_ns: int) -> Built:
    """Build a site, or bring it up to date.

    Raises:
        ConfigurationError: the site's folder is not ours to replace, or the project is not usable.
        EngineError: the engine is missing or failed.
        OutputError: something cannot be written; the old site is untouched.
    """
    _refuse_foreign(order)
    opened = load_charter(order.project)
    run = _start(order, opened[0])
    try:
        intake = take_in(order.project, now_ns, fresh=order.full, opened=opened)
        if intake.catalog is None or run is None:
            return Built(intake.diagnostics)
        order.site.parent.mkdir(parents=True, exist_ok=True)
        mend(order.site)
        return _build(order, intake, intake.catalog, run)
    except OSError as error:
        raise OutputError.of(Path(error.filename or order.site), error) from error
    finally:
        if run:
            run.stop()
        _tidy_up(order.site)


def _start(order: Order, charter: Charter | None) -> EngineRun | None:
    """Start the engine before the entries are read: it needs only the charter."""
    if charter is None:
        return None
    lexicons = lexicons_of(order.project, charter)
    return start(order.project, charter, lexicons, order.engine, fresh=order.full)


def _refuse_foreign(order: Order) -> None:
    site, project = order.site, order.project
    sources = (project.root, project.catalog, project.docs, project.root / "src", project.cache)
    if site in sources or project.catalog in site.parents or site in project.root.parents:
        raise ConfigurationError("site_dir_inside", path=site)
    if not manifests.is_ours(site):
        raise ConfigurationError("site_dir", path=site)


def _tidy_up(site: Path) -> None:
    shutil.rmtree(beside(site, "new"), ignore_errors=True)


def _build(order: Order, intake: Intake, catalog: Catalog, run: EngineRun) -> Built:
    project = order.project
    planned = plan(project, catalog, lexicons_of(project, catalog.charter), _fetcher(intake))
    run.wait()
    frames = Frameset(run, catalog.charter.site.url)
    draft = _draft(project, planned, frames, run)
    known = None if order.full else manifests.recall(project, order.site)
    if known is None or known.stamp != draft.stamp:
        written, removed = _replace(order, draft, frames), 0
    else:
        written, removed = _update(order, draft, frames, known)
    return Built((), len(catalog.cards), 2 * len(draft.pages), written, removed)


def _fetcher(intake: Intake) -> Callable[[str], Entry]:
    """Whole entries: from the reading just done, else from their files, which are known to be fine."""

    def fetch(key: str) -> Entry:
        found = intake.entries.get(key)
        if found is None:
            file = intake.files[key]
            found = load_entry(file.read(), file.kind, file.id, file.file).entry
        if found is None:
            raise ConfigurationError("unreadable", path=intake.files[key].path, reason="changed")
        return found

    return fetch


def _draft(project: Project, planned: Plan, frames: Frameset, run: EngineRun) -> Draft:
    files: dict[str, tuple[str, Callable[[], bytes]]] = {}
    guides: dict[str, tuple[Lang, ...]] = {}
    for name, digest, make in frames.guides():
        files[name] = (digest, make)
        if name.endswith("/index.html"):
            lang = Lang.EN if name.startswith(PREFIX[Lang.EN]) else Lang.ZH
            address = name.removeprefix(PREFIX[lang]).removesuffix("index.html")
            guides[address] = (*guides.get(address, ()), lang)
    assets = _own_assets(project)
    copies = {f"assets/{path.name}" for path in assets}  # the engine takes the theme's along
    for name, path in frames.static_files():
        if name not in copies:
            files[name] = (fingerprint(run.digest, name), path.read_bytes)
    for path in assets:
        files[f"{OWN_ASSETS}/{path.name}"] = (content_digest(path.read_bytes()), path.read_bytes)
    for address in planned.pages:
        for name in (file_of(address, lang) for lang in Lang):
            if name in files:
                raise ConfigurationError("collision", address=address, first=name, second="docs/")
    site_url = planned.studio.catalog.charter.site.url
    files |= _sitemap(guides | dict.fromkeys(planned.pages, tuple(Lang)), site_url)
    return Draft(_stamp(project, planned, run), planned.pages, files)


def _sitemap(pages: Known, site_url: str) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """The sitemap's files; made only if the set of addresses differs."""
    listed = (f"{address} {' '.join(langs)}" for address, langs in sorted(pages.items()))
    digest = fingerprint(site_url, *listed)
    made: dict[str, bytes] = {}

    def make(name: str) -> bytes:
        if not made:
            made.update(sitemaps(pages, site_url))
        return made[name]

    names = ["sitemap.xml"] if len(pages) <= MOST else list(sitemaps(pages, site_url))
    return {name: (digest, partial(make, name)) for name in names}


def _own_assets(project: Project) -> list[Path]:
    """Style sheets and scripts of vidstore; a project's own replace them by name."""
    found: dict[str, Path] = {}
    for folder in reversed(project.template_folders):
        for path in sorted((folder / "theme" / "assets").glob("*.*")):
            found[path.name] = path
    return [found[name] for name in sorted(found)]


def _stamp(project: Project, planned: Plan, run: EngineRun) -> str:
    """What every page depends on: code, templates, words, frames."""
    templates = [
        content_digest(path.read_bytes())
        for folder in project.template_folders
        for path in sorted(folder.rglob("*.j2"))
    ]
    return fingerprint(code_stamp(), run.digest, planned.studio.catalog.charter.digest, *templates)


def _replace(order: Order, draft: Draft, frames: Frameset) -> int:
    """Write everything to a fresh folder and swap it in."""
    fresh = beside(order.site, "new")
    clear(fresh)
    fresh.mkdir(parents=True)
    digests = draft.digests()
    for name, (_, make) in draft.files.items():
        write_file(fresh / name, make())
    Press(frames, fresh).print_all(list(draft.pages.values()))
    token = fingerprint(draft.stamp, *digests.values())
    write_file(fresh / MARKER, token.encode())
    manifests.forget(order.project, order.site)
    swap_in(order.site, fresh)
    manifests.remember(order.project, order.site, Manifest(draft.stamp, token, digests))
    return 2 * len(draft.pages) + len(draft.files)


def _update(order: Order, draft: Draft, frames: Frameset, known: Manifest) -> tuple[int, int]:
    """Write what differs, remove what is gone."""
    digests = draft.digests()
    pages = [p for address, p in draft.pages.items() if known.digests.get(f"{address}*") != p.digest]
    files = [name for name, (digest, _) in draft.files.items() if known.digests.get(name) != digest]
    gone = [name for name in known.digests if name not in digests]
    if not (pages or files or gone):
        return 0, 0
    fresh = beside(order.site, "new")
    clear(fresh)
    fresh.mkdir(parents=True)
    for name in files:
        write_file(fresh / name, draft.files[name][1]())
    Press(frames, fresh).print_all(pages)
    names = files + [file_of(page.address, lang) for page in pages for lang in Lang]
    token = fingerprint(draft.stamp, *digests.values())
    write_file(fresh / MARKER, token.encode())
    manifests.forget(order.project, order.site)
    written = move_in(order.site, fresh, names)
    move_in(order.site, fresh, [MARKER])
    remove(order.site, _names_of(gone))
    manifests.remember(order.project, order.site, Manifest(draft.stamp, token, digests))
    return written, len(gone)


def _names_of(gone: list[str]) -> list[str]:
    names = []
    for item in gone:
        address = item.removesuffix("*")
        names += [file_of(address, lang) for lang in Lang] if item.endswith("*") else [item]
    return names
