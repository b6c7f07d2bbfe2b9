"""Bringing a site to its place: all of it, or what differs from what lies there."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from vidstore.config import Project
from vidstore.jobs import Job, done, meanwhile
from vidstore.site import manifest as manifests
from vidstore.site.addresses import files_of
from vidstore.site.draft import Draft
from vidstore.site.early import Early
from vidstore.site.frameset import Frameset
from vidstore.site.manifest import MARKER, Manifest
from vidstore.site.pages import Files, Page, fingerprint
from vidstore.site.press import Press
from vidstore.site.writing import beside, clear, move_in, remove, swap_in, write_file

WORTH_IT = 600
"""Below this many pages one process is done before others have started."""


class Delivered(NamedTuple):
    """How many pages a site has, and how many files were written and removed."""

    pages: int
    written: int
    removed: int


class _Renewed(NamedTuple):
    """An early file: its digest, and its size if it was written."""

    digest: str
    size: int | None


class Delivery(msgspec.Struct, frozen=True):
    """All that is needed to make a site what it should be.

    `stamp` stands for what every page depends on. `known` is the manifest of the site as it lies
    there, if it may be believed. `draft` gives all but the `early` files.
    """

    project: Project
    site: Path
    stamp: str
    known: Manifest | None
    early: Early
    draft: Callable[[], Draft]
    frames: Frameset

    def make(self) -> Delivered:
        """Make the site what it should be.

        Raises:
            OSError: something cannot be written; the old site is untouched.
            VidstoreError: a template or a frame does not work; likewise.
        """
        fresh = beside(self.site, "new")
        clear(fresh)
        fresh.mkdir(parents=True)
        press = Press(self.frames, fresh)
        if self.known is None or self.known.stamp != self.stamp:
            return self._replace(press)
        return self._update(press, self.known)

    def _replace(self, press: Press) -> Delivered:
        """Write everything to a fresh folder and swap it in."""
        search = partial(_write_files, press, self.early.search)
        with meanwhile(search, divided=self.early.entries >= WORTH_IT) as index:
            draft = self.draft()
            files = {**draft.files, **self.early.at_hand()}
            showing, rest = _parted(draft.pages.values())
            # The longest first.
            jobs: list[Job[Any]] = [
                partial(_write_files, press, lambda: files, showing),
                *press.jobs(rest),
            ]
            others, *_ = done(jobs, divided=len(rest) >= WORTH_IT)
            manifest = self._manifest(draft, others | index())
        write_file(press.target / MARKER, manifest.token.encode())
        manifests.forget(self.project, self.site)
        swap_in(self.site, press.target)
        manifests.remember(self.project, self.site, manifest)
        written = len(manifest.files) + len(_files_of(draft.pages))
        return Delivered(2 * len(draft.pages), written, 0)

    def _update(self, press: Press, known: Manifest) -> Delivered:
        """Write what differs, remove what is gone."""
        ahead = partial(_renew, press, self.early, known)
        # With 10,000 entries there are 47 MB of data: as much work as planning.
        large = len(known.pages) >= WORTH_IT and self.early.is_stale(known)
        with meanwhile(ahead, divided=large) as renewed:
            draft = self.draft()
            pages = [
                page for at, page in draft.pages.items() if known.pages.get(at) != page.digest
            ]
            files = {n: file for n, file in draft.files.items() if known.files.get(n) != file[0]}
            showing, rest = _parted(pages)
            jobs: list[Job[Any]] = [partial(_write_files, press, lambda: files)]
            jobs += press.jobs(rest)
            done(jobs, divided=len(rest) >= WORTH_IT)
            early = renewed()
        sizes = {name: size for name, (_, size) in early.items() if size is not None}
        self.early.data.learn(sizes)
        press.print(showing)
        digests = {name: digest for name, (digest, _) in (*draft.files.items(), *early.items())}
        gone = [name for name in known.files if name not in digests]
        gone += _files_of(address for address in known.pages if address not in draft.pages)
        moved = [*files, *sizes, *_files_of(page.address for page in pages)]
        if not (moved or gone):
            return Delivered(2 * len(draft.pages), 0, 0)
        manifest = self._manifest(draft, digests)
        write_file(press.target / MARKER, manifest.token.encode())
        manifests.forget(self.project, self.site)
        written = move_in(self.site, press.target, moved)
        move_in(self.site, press.target, [MARKER])
        remove(self.site, gone)
        manifests.remember(self.project, self.site, manifest)
        return Delivered(2 * len(draft.pages), written, len(gone))

    def _manifest(self, draft: Draft, files: dict[str, str]) -> Manifest:
        pages = {address: page.digest for address, page in draft.pages.items()}
        token = fingerprint(self.stamp, *pages.values(), *files.values())
        return Manifest(self.stamp, token, pages, files)


def _parted(pages: Iterable[Page]) -> tuple[list[Page], list[Page]]:
    """Pages that show files, which are printed when those are there, and all others."""
    found = list(pages)
    return [page for page in found if page.with_files], [p for p in found if not p.with_files]


def _write_files(
    press: Press, files: Callable[[], Files], pages: Sequence[Page] = ()
) -> dict[str, str]:
    """Write files, and pages that show them; the digests of the files."""
    found = files()
    for name, (_, content) in found.items():
        press.write(name, content())
    press.print(pages)
    return {name: digest for name, (digest, _) in found.items()}


def _renew(press: Press, early: Early, known: Manifest) -> dict[str, _Renewed]:
    """Write the early files that differ."""
    found: dict[str, _Renewed] = {}
    for name, (digest, content) in early.files().items():
        size = None
        if known.files.get(name) != digest:
            made = content()
            press.write(name, made)
            size = len(made)
        found[name] = _Renewed(digest, size)
    return found


def _files_of(addresses: Iterable[str]) -> list[str]:
    return [name for address in addresses for name in files_of(address)]
