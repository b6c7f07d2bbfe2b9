"""A process that builds on request.

Building forks processes of its own when there is much to render, which is only safe where no
threads run; the server has threads. So the builder is a process, started before the server.
"""

import gc
import multiprocessing
import time
import traceback
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from vidstore.diagnostics import Diagnostic
from vidstore.errors import VidstoreError
from vidstore.locale import Locale
from vidstore.site.build import Built, Order, build

AsText = Callable[[Path, Iterable[Diagnostic], Locale], Iterable[str]]


class Outcome(msgspec.Struct, frozen=True):
    """What came of a build: how many files were written, or why none was, as lines to show."""

    written: int = 0
    seconds: float = 0.0
    problem: tuple[str, ...] = ()


class Builder:
    """Builds an order again and again, in a process of its own."""

    def __init__(self, order: Order, say: Locale, as_text: AsText) -> None:
        """Start the process."""
        self._ours, theirs = multiprocessing.Pipe()
        job = (self._ours, theirs, order, say, as_text)
        self._process = multiprocessing.Process(target=_work, args=job, daemon=False)
        self._process.start()
        theirs.close()

    def build(self) -> Outcome:
        """Build once; waits for the outcome."""
        self._ours.send(True)
        outcome: Outcome = self._ours.recv()
        return outcome

    def stop(self) -> None:
        """End the process, after the build that may be under way."""
        self._ours.close()
        self._process.join(timeout=10)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(
    parents_end: Connection, requests: Connection, order: Order, say: Locale, as_text: AsText
) -> None:
    parents_end.close()  # our copy of it: with it open we would never see the parent go
    gc.disable()  # looking for cycles is a third of a build's time: it is done between builds
    try:
        while requests.recv():
            requests.send(_outcome(order, say, as_text))
            gc.collect()
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _outcome(order: Order, say: Locale, as_text: AsText) -> Outcome:
    started = time.monotonic()
    try:
        built: Built = build(order, time.time_ns())
    except VidstoreError as error:
        return Outcome(problem=(say(f"errors.{error.key}", **error.params),))
    except Exception:  # noqa: BLE001 - a bug of ours must not end the preview
        return Outcome(problem=tuple(traceback.format_exc().splitlines()))
    if built.diagnostics:
        return Outcome(problem=tuple(as_text(order.project.root, built.diagnostics, say)))
    return Outcome(built.written + built.removed, time.monotonic() - started)
