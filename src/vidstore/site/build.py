"""Building a site: read, check, plan, render what differs, put it in place."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from vidstore.config import Project
from vidstore.derive.binder import Binder
from vidstore.derive.citations import cite
from vidstore.derive.extract import packed
from vidstore.diagnostics import Diagnostic
from vidstore.errors import ConfigurationError, OutputError
from vidstore.intake.catalog import Intake, take_in
from vidstore.load.charter import load_charter
from vidstore.load.entry import load_entry
from vidstore.model.catalog import Catalog, Charter
from vidstore.model.entry import Entry
from vidstore.site import manifest as manifests
from vidstore.site.data_files import DataFiles
from vidstore.site.delivery import Delivery
from vidstore.site.draft import Draft, draft_of, stamp_of
from vidstore.site.early import Early
from vidstore.site.engine import Engine, EngineRun, start
from vidstore.site.former import Former
from vidstore.site.frameset import Frameset
from vidstore.site.manifest import is_ours
from vidstore.site.pieces import Pieces
from vidstore.site.planning import lexicons_of, plan
from vidstore.site.search_files import search_files
from vidstore.site.writing import beside, mend


class Order(msgspec.Struct, frozen=True):
    """What is to be built, and where."""

    project: Project
    site: Path
    engine: Engine = Engine.MKDOCS
    full: bool = False


class Built(msgspec.Struct, frozen=True):
    """What a build did. With `diagnostics`, nothing was written."""

    diagnostics: tuple[Diagnostic, ...] = ()
    entries: int = 0
    pages: int = 0
    written: int = 0
    removed: int = 0


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
        intake = take_in(order.project, now_ns, fresh=order.full, opened=opened, make=packed)
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
    if not is_ours(site):
        raise ConfigurationError("site_dir", path=site)


def _tidy_up(site: Path) -> None:
    shutil.rmtree(beside(site, "new"), ignore_errors=True)


def _build(order: Order, intake: Intake, catalog: Catalog, run: EngineRun) -> Built:
    project, site, fetch = order.project, order.site, _fetcher(intake)
    lexicons = lexicons_of(project, catalog.charter)
    run.wait()
    frames = Frameset(run, catalog.charter)
    stamp = stamp_of(project, catalog.charter, lexicons, frames)
    known = None if order.full else manifests.recall(project, site)
    former = Former(known.files, site) if known else None
    binder = Binder(catalog, cite(catalog.cards))
    pieces = Pieces(binder, fetch, intake.made, former, project.cache_of("data", site))
    data = DataFiles(pieces)
    patched = former if known and known.stamp == stamp else None
    early = Early(data, partial(search_files, project, catalog, lexicons, patched))

    def draft() -> Draft:
        return draft_of(project, plan(project, lexicons, fetch, data), frames, early.at_hand())

    made = Delivery(project, site, stamp, known, early, draft, frames).make()
    return Built((), len(catalog.cards), *made)


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
