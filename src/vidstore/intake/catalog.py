"""Reading a whole catalog: charter, entries, and the rules between them."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.intake import memory
from vidstore.intake.entries import Entries, Make, Taken, take
from vidstore.intake.memory import Fine
from vidstore.intake.parallel import WORTH_IT, take_in_parallel
from vidstore.jobs import meanwhile
from vidstore.load.charter import load_charter
from vidstore.load.discover import EntryFile, discover
from vidstore.load.guides import guide_links, guide_names
from vidstore.load.paths import OpenedPath, load_paths
from vidstore.load.positions import located
from vidstore.model.card import Card, Reference
from vidstore.model.catalog import Catalog, Charter
from vidstore.model.entry import Entry
from vidstore.model.path import ReadingPath
from vidstore.validate.crossref import duplicate_findings, reference_findings
from vidstore.validate.guides import guide_findings, listed_guides
from vidstore.validate.paths import listed_paths, path_findings
from vidstore.validate.words import charter_findings

Opened = tuple[Charter | None, tuple[Diagnostic, ...]]
"""A charter, or what is wrong with it."""


class Intake(msgspec.Struct, frozen=True):
    """What a catalog holds. `catalog` is None when anything was found wrong.

    `entries` are those that were parsed on the way; the others can be read when they are needed.
    `made` is what was made of these.
    """

    catalog: Catalog | None
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, EntryFile] = msgspec.field(default_factory=dict)
    entries: Mapping[str, Entry] = msgspec.field(default_factory=Entries)
    made: Mapping[str, bytes] = msgspec.field(default_factory=dict)


def take_in(
    project: Project,
    now_ns: int,
    *,
    fresh: bool = False,
    opened: Opened | None = None,
    make: Make | None = None,
) -> Intake:
    """Read the catalog of a project and check all of it.

    `now_ns` is the time, in nanoseconds since the epoch; only files older than that are remembered.
    `fresh` reads every file even if it is remembered. `opened` is what `load_charter` gave,
    where that was needed before. `make` is called with each entry that is read.

    Raises:
        ConfigurationError: `catalog/` cannot be read.
    """
    charter, wrong = opened or load_charter(project)
    discovery = discover(project)
    if charter is None:
        return _without_charter(project, discovery.files, (*wrong, *discovery.diagnostics))
    stamp = f"{memory.code_stamp()}:{charter.digest}"
    known = {} if fresh else memory.recall(project, stamp)
    changed = memory.changed(discovery.files, known)
    taken = list(take_in_parallel(changed, charter.taxonomy, make))
    cards = _cards(discovery.files, known, taken)
    diagnostics = [*discovery.diagnostics, *charter_findings(charter)]
    diagnostics += [item for one in taken for item in one.diagnostics]
    paths = tuple(load_paths(project))
    catalog = Catalog(charter, cards, tuple(_in_order(paths, charter.site.paths)))
    keep = partial(_remember, project, stamp, discovery.files, known, taken, now_ns)
    with meanwhile(keep, divided=len(taken) >= WORTH_IT) as remembered:
        diagnostics += _between(project, stamp, catalog, taken)
        diagnostics += _beside(project, catalog, paths, taken)
        if not discovery.files:
            diagnostics.append(Diagnostic(Code.NO_ENTRIES, "catalog/"))
        remembered()
    return Intake(
        None if diagnostics else catalog,
        tuple(located(project, diagnostics)),
        {file.key: file for file in discovery.files},
        Entries(taken),
        {one.file.key: one.made for one in taken if one.made},
    )


def _in_order(paths: tuple[OpenedPath, ...], order: tuple[str, ...]) -> Iterator[ReadingPath]:
    """The paths that the site names, in its order, then the others."""
    found = {one.path.id: one.path for one in paths if one.path}
    yield from (found[name] for name in order if name in found)
    yield from (path for name, path in found.items() if name not in order)


def _between(
    project: Project, stamp: str, catalog: Catalog, taken: list[Taken]
) -> list[Diagnostic]:
    """What is wrong between entries. Most edits touch nothing that this depends on."""
    cards, broken = catalog.cards.values(), _broken(taken)
    now = Fine(
        stamp,
        hash(tuple([card.ties for card in cards])),
        hash(tuple([card.identity for card in cards])),
    )
    known = memory.known_fine(project)
    found: list[Diagnostic] = []
    if broken or (known.stamp, known.ties) != (now.stamp, now.ties):
        found += reference_findings(catalog, broken)
    if (known.stamp, known.identities) != (now.stamp, now.identities):
        found += duplicate_findings(catalog.cards)
    if not (found or broken) and known != now:
        memory.note_fine(project, now)
    return found


def _broken(taken: list[Taken]) -> dict[str, tuple[Reference, ...]]:
    """Entries that cannot be read; what names them is right, for they are there."""
    return {one.file.key: one.references for one in taken if one.card is None}


def _beside(
    project: Project, catalog: Catalog, paths: tuple[OpenedPath, ...], taken: list[Taken]
) -> Iterator[Diagnostic]:
    """What is wrong between entries and what else names them."""
    broken = _broken(taken)
    yield from guide_findings(guide_links(project), catalog, broken)
    guides = guide_names(project)
    yield from listed_guides(catalog.charter.site, guides)
    entries = catalog.cards.keys() | broken.keys()
    yield from listed_paths(catalog.charter.site, {Path(one.file).stem for one in paths})
    for one in paths:
        yield from one.diagnostics
        if one.path:
            taxonomy = catalog.charter.taxonomy
            yield from path_findings(one.path, one.file, taxonomy, entries, guides)


def _cards(
    files: tuple[EntryFile, ...], known: memory.Remembered, taken: list[Taken]
) -> dict[str, Card]:
    new = {one.file.key: one.card for one in taken}
    found = ((key, new[key] if key in new else known[key][2]) for key in (f.key for f in files))
    return {key: card for key, card in found if card}


def _remember(  # noqa: PLR0913, PLR0917 - all that a memory is made of
    project: Project,
    stamp: str,
    files: tuple[EntryFile, ...],
    known: memory.Remembered,
    taken: list[Taken],
    now_ns: int,
) -> None:
    fresh = memory.worth_remembering(taken, now_ns)
    changed = {one.file.key for one in taken}
    kept = {f.key: known[f.key] for f in files if f.key not in changed}
    # Writing all cards takes as long as reading a hundredth of the files again.
    if len(fresh) > len(known) // 100 or len(kept) < len(known) // 2:
        memory.remember(project, stamp, kept | fresh)


def _without_charter(
    project: Project, files: tuple[EntryFile, ...], wrong: tuple[Diagnostic, ...]
) -> Intake:
    """Still say what can be said: the shape of every entry and reading path."""
    diagnostics = [*wrong, *(item for file in files for item in take(file, None).diagnostics)]
    diagnostics += [item for path in load_paths(project) for item in path.diagnostics]
    return Intake(None, tuple(located(project, diagnostics)), {file.key: file for file in files})
