"""Bringing a draft to its place: all of it, or what differs from what lies there."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from vidstore.config import Project
from vidstore.jobs import Job, done
from vidstore.site import manifest as manifests
from vidstore.site.addresses import files_of
from vidstore.site.draft import Draft, Files
from vidstore.site.frameset import Frameset
from vidstore.site.manifest import MARKER, Manifest
from vidstore.site.pages import Page, fingerprint
from vidstore.site.press import Press
from vidstore.site.writing import beside, clear, move_in, remove, swap_in, write_file

WORTH_IT = 600
"""Below this many pages one process is done before others have started."""


def deliver(
    project: Project, site: Path, draft: Draft, frames: Frameset, known: Manifest | None
) -> tuple[int, int]:
    """Make the site what the draft says; how many files were written and removed.

    `known` is the manifest of the site as it lies there, if it may be believed.

    Raises:
        OSError: something cannot be written; the old site is untouched.
        VidstoreError: a template or a frame does not work; likewise.
    """
    if known is None or known.stamp != draft.stamp:
        return _replace(project, site, draft, frames), 0
    return _update(project, site, draft, frames, known)


def _replace(project: Project, site: Path, draft: Draft, frames: Frameset) -> int:
    """Write everything to a fresh folder and swap it in."""
    fresh = _fresh(site)
    digests, written = _print(Press(frames, fresh), draft)
    manifest = _manifest(draft, digests)
    write_file(fresh / MARKER, manifest.token.encode())
    manifests.forget(project, site)
    swap_in(site, fresh)
    manifests.remember(project, site, manifest)
    return written


def _print(press: Press, draft: Draft) -> tuple[dict[str, str], int]:
    """Write all there is: the digests of the files, and how many files were written with pages."""
    pages = list(draft.pages.values())
    jobs: list[Job[Any]] = [
        partial(_write_files, press, draft.index),
        *_jobs(press, draft.files, pages),
    ]
    index, files, *_ = done(jobs, divided=len(pages) >= WORTH_IT)
    return files | index, len(files) + len(index) + len(_files_of(draft.pages))


def _jobs(press: Press, files: Files, pages: Sequence[Page]) -> list[Job[Any]]:
    """The work of writing files and pages; pages that show files are written by who writes those."""
    showing = [page for page in pages if page.with_files]
    rest = [page for page in pages if not page.with_files]
    return [partial(_write_files, press, lambda: files, showing), *press.jobs(rest)]


def _write_files(
    press: Press, files: Callable[[], Files], pages: Sequence[Page] = ()
) -> dict[str, str]:
    """Write files, and pages that show them; the digests of the files."""
    found = files()
    for name, (_, content) in found.items():
        press.write(name, content())
    press.print(pages)
    return {name: digest for name, (digest, _) in found.items()}


def _update(
    project: Project, site: Path, draft: Draft, frames: Frameset, known: Manifest
) -> tuple[int, int]:
    """Write what differs, remove what is gone."""
    every = {**draft.files, **draft.index()}
    pages = [page for at, page in draft.pages.items() if known.pages.get(at) != page.digest]
    files = [name for name, (digest, _) in every.items() if known.files.get(name) != digest]
    gone = [name for name in known.files if name not in every]
    gone += _files_of(address for address in known.pages if address not in draft.pages)
    if not (pages or files or gone):
        return 0, 0
    fresh = _fresh(site)
    press = Press(frames, fresh)
    jobs = _jobs(press, {name: every[name] for name in files}, pages)
    # The files of a large catalog take as long as the few pages that an edit changes.
    done(jobs, divided=len(pages) >= WORTH_IT)
    manifest = _manifest(draft, {name: digest for name, (digest, _) in every.items()})
    write_file(fresh / MARKER, manifest.token.encode())
    manifests.forget(project, site)
    written = move_in(site, fresh, [*files, *_files_of(page.address for page in pages)])
    move_in(site, fresh, [MARKER])
    remove(site, gone)
    manifests.remember(project, site, manifest)
    return written, len(gone)


def _fresh(site: Path) -> Path:
    """An empty folder beside the site."""
    fresh = beside(site, "new")
    clear(fresh)
    fresh.mkdir(parents=True)
    return fresh


def _manifest(draft: Draft, files: dict[str, str]) -> Manifest:
    pages = {address: page.digest for address, page in draft.pages.items()}
    token = fingerprint(draft.stamp, *pages.values(), *files.values())
    return Manifest(draft.stamp, token, pages, files)


def _files_of(addresses: Iterable[str]) -> list[str]:
    return [name for address in addresses for name in files_of(address)]
