"""Rendering and writing many pages with all processors."""

import gc
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vidstore.errors import OutputError, VidstoreError
from vidstore.model.text import Lang
from vidstore.processors import can_divide, processors
from vidstore.site.addresses import api_of, file_of
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Page
from vidstore.site.writing import write_file

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

WORTH_IT = 600
"""Below this many pages one process is done before others have started."""


@dataclass(frozen=True, slots=True)
class Press:
    """Renders pages into frames and writes them below `target`."""

    frames: Frameset
    target: Path

    def print(self, pages: Sequence[Page], langs: Sequence[Lang] = tuple(Lang)) -> None:
        """Write the pages in these languages.

        Raises:
            OutputError: a page cannot be written.
            VidstoreError: a template or a frame does not work.
        """
        for page in pages:
            for lang in langs:
                html = self.frames.stamp(page.address, page.tab, lang, page.render(lang))
                self._write(file_of(page.address, lang), html)
            if page.data and Lang.ZH in langs:
                self._write(api_of(page.address), page.data())

    def _write(self, name: str, content: bytes) -> None:
        path = f"{self.target}/{name}"
        try:
            write_file(path, content)
        except OSError as error:
            raise OutputError.of(Path(path), error) from error

    def print_all(self, pages: Sequence[Page]) -> None:
        """Like `print`, with as many processes as there are processors."""
        if len(pages) < WORTH_IT or not can_divide():
            self.print(pages)
            return
        # Each process takes one language, so that a row is rendered by one of them only; pages are
        # dealt out in turn, because neighbours are alike: long lists stand together.
        hands = max(1, processors() // len(Lang))
        jobs = [
            partial(self.print, pages[i::hands], (lang,)) for lang in Lang for i in range(hands)
        ]
        _in_parallel(jobs)


def _in_parallel(jobs: Sequence[Callable[[], None]]) -> None:
    """Run jobs in forked processes; what one raises is raised here, and the others are ended."""
    import multiprocessing  # noqa: PLC0415 - a small build does without

    context = multiprocessing.get_context("fork")
    # Objects made so far are not looked at by the children's collectors: their memory stays shared.
    gc.freeze()
    workers = []
    try:
        for job in jobs:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(job, sender), daemon=True)
            process.start()
            sender.close()
            workers.append((process, receiver))
        for process, receiver in workers:
            _raise_failure(process, receiver)
    finally:
        for process, _ in workers:
            process.terminate()
            process.join()
        gc.unfreeze()


def _raise_failure(process: "BaseProcess", receiver: "Connection") -> None:
    try:
        failure = receiver.recv()
    except EOFError:
        process.join()
        failure = RuntimeError(f"a rendering process ended with {process.exitcode}")
    if failure is not None:
        raise failure


def _run(job: Callable[[], None], sender: "Connection") -> None:
    outcome: Exception | None = None
    try:
        job()
    except KeyboardInterrupt:
        return  # the parent was interrupted, too, and says so
    except VidstoreError as error:
        outcome = error
    except Exception as error:  # noqa: BLE001 - a bug of ours travels to the parent, which reports it
        outcome = RuntimeError("".join(traceback.format_exception(error)))
    sender.send(outcome)
    sender.close()
