"""Rendering pages and writing them, in pieces that several processes can take."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from vidstore.errors import OutputError
from vidstore.interruption import heed
from vidstore.jobs import Job
from vidstore.model.text import Lang
from vidstore.site.addresses import api_of, file_of
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Page
from vidstore.site.writing import write_file

_SHEAF = 200
"""Pages of entries a job: some 0.1 s of work."""


class Press(msgspec.Struct, frozen=True):
    """Renders pages into frames and writes them below `target`."""

    frames: Frameset
    target: Path

    def jobs(self, pages: Sequence[Page]) -> Iterator[Job[None]]:
        """The work of printing these pages, the longest jobs first.

        Lists are printed by one job a language, so that a row is rendered once. An entry's page is
        printed in both languages by the same: most of the work before the words is the same.
        """
        entries = [page for page in pages if page.data]
        lists = [page for page in pages if not page.data]
        yield from (partial(self.print, lists, (lang,)) for lang in Lang)
        for start in range(0, len(entries), _SHEAF):
            yield partial(self.print, entries[start : start + _SHEAF])

    def print(self, pages: Sequence[Page], langs: Sequence[Lang] = tuple(Lang)) -> None:
        """Write the pages in these languages.

        Raises:
            OutputError: a page cannot be written.
            VidstoreError: a template or a frame does not work.
            KeyboardInterrupt: an interruption was dropped on its way here.
        """
        for page in pages:
            heed()
            for lang in langs:
                html = self.frames.stamp(page.address, page.tab, lang, page.render(lang))
                self.write(file_of(page.address, lang), html)
            if page.data and Lang.ZH in langs:
                self.write(api_of(page.address), page.data())

    def write(self, name: str, content: bytes) -> None:
        """Write a file.

        Raises:
            OutputError: it cannot be written.
        """
        path = f"{self.target}/{name}"
        try:
            write_file(path, content)
        except OSError as error:
            raise OutputError.of(Path(path), error) from error
