"""Rendering and writing many pages with all processors."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vidstore.errors import OutputError, VidstoreError
from vidstore.model.text import Lang
from vidstore.site.addresses import file_of
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Page
from vidstore.site.writing import write_file

WORTH_IT = 600
"""Below this many pages one process is done before others have started."""


@dataclass(frozen=True, slots=True)
class Press:
    """Renders pages into frames and writes them below `target`."""

    frames: Frameset
    target: Path

    def print(self, pages: Sequence[Page]) -> None:
        """Write the pages in both languages.

        Raises:
            OutputError: a page cannot be written.
            VidstoreError: a template or a frame does not work.
        """
        for page in pages:
            for lang in Lang:
                html = self.frames.stamp(page.address, page.tab, lang, page.render(lang))
                path = f"{self.target}/{file_of(page.address, lang)}"
                try:
                    write_file(path, html)
                except OSError as error:
                    raise OutputError.of(Path(path), error) from error

    def print_all(self, pages: Sequence[Page]) -> None:
        """Like `print`, with as many processes as there are processors."""
        processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        if len(pages) < WORTH_IT or processors == 1:
            self.print(pages)
            return
        # Interleaved, because neighbours are alike: long lists stand together.
        shares = [pages[start::processors] for start in range(processors)]
        _in_parallel([_share(self, share) for share in shares])


def _share(press: Press, pages: Sequence[Page]) -> Callable[[], None]:
    return lambda: press.print(pages)


def _in_parallel(jobs: Sequence[Callable[[], None]]) -> None:
    """Run jobs in forked processes; what one raises is raised here."""
    context = multiprocessing.get_context("fork")
    # Objects made so far are not looked at by the children's collectors, so their memory stays shared.
    gc.freeze()
    children = []
    for job in jobs:
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=_run, args=(job, sender), daemon=True)
        child.start()
        sender.close()
        children.append((child, receiver))
    failures = []
    for child, receiver in children:
        try:
            failures.append(receiver.recv())
        except EOFError:
            failures.append(RuntimeError(f"a rendering process ended with {child.exitcode}"))
        child.join()
    gc.unfreeze()
    for failure in failures:
        if failure is not None:
            raise failure


def _run(job: Callable[[], None], sender: "multiprocessing.connection.Connection") -> None:
    try:
        job()
        outcome: BaseException | None = None
    except VidstoreError as error:
        outcome = error
    except Exception as error:  # noqa: BLE001 - a bug of ours travels to the parent, which reports it
        outcome = RuntimeError(f"{type(error).__name__}: {error}")
    sender.send(outcome)
    sender.close()
