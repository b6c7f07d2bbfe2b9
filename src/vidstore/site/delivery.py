"""Bringing a draft to its place: all of it, or what differs from what lies there."""

from collections.abc import Iterable
from pathlib import Path

from vidstore.config import Project
from vidstore.site import manifest as manifests
from vidstore.site.addresses import files_of
from vidstore.site.draft import Draft
from vidstore.site.frameset import Frameset
from vidstore.site.jobs import Press
from vidstore.site.manifest import MARKER, Manifest
from vidstore.site.pages import Page, fingerprint
from vidstore.site.writing import beside, clear, move_in, remove, swap_in, write_file


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
    manifest = _manifest(draft)
    fresh = _stage(site, draft, draft.files, list(draft.pages.values()), frames, manifest)
    manifests.forget(project, site)
    swap_in(site, fresh)
    manifests.remember(project, site, manifest)
    return len(_files_of(draft.pages)) + len(draft.files)


def _update(
    project: Project, site: Path, draft: Draft, frames: Frameset, known: Manifest
) -> tuple[int, int]:
    """Write what differs, remove what is gone."""
    pages = [page for at, page in draft.pages.items() if known.pages.get(at) != page.digest]
    files = [name for name, (digest, _) in draft.files.items() if known.files.get(name) != digest]
    gone = [name for name in known.files if name not in draft.files]
    gone += _files_of(address for address in known.pages if address not in draft.pages)
    if not (pages or files or gone):
        return 0, 0
    manifest = _manifest(draft)
    fresh = _stage(site, draft, files, pages, frames, manifest)
    manifests.forget(project, site)
    written = move_in(site, fresh, [*files, *_files_of(page.address for page in pages)])
    move_in(site, fresh, [MARKER])
    remove(site, gone)
    manifests.remember(project, site, manifest)
    return written, len(gone)


def _stage(  # noqa: PLR0913, PLR0917 - all that goes into a fresh folder
    site: Path,
    draft: Draft,
    files: Iterable[str],
    pages: list[Page],
    frames: Frameset,
    manifest: Manifest,
) -> Path:
    """Write files and pages to a fresh folder beside the site."""
    fresh = beside(site, "new")
    clear(fresh)
    fresh.mkdir(parents=True)
    for name in files:
        write_file(fresh / name, draft.files[name][1]())
    Press(frames, fresh).print_all(pages)
    write_file(fresh / MARKER, manifest.token.encode())
    return fresh


def _manifest(draft: Draft) -> Manifest:
    pages, files = draft.page_digests, draft.file_digests
    token = fingerprint(draft.stamp, *pages.values(), *files.values())
    return Manifest(draft.stamp, token, pages, files)


def _files_of(addresses: Iterable[str]) -> list[str]:
    return [name for address in addresses for name in files_of(address)]
