"""Dividing work among all processors."""

import gc
import mmap
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from vidstore.errors import VidstoreError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Lock

T = TypeVar("T")
Job = Callable[[], T]
"""Work that needs nothing of other jobs; what it gives is sent between processes."""


def processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_divide() -> bool:
    """Whether work can be divided: several processors, and a `fork` that may be used.

    macOS has one, but its system libraries do not survive it (bugs.python.org/issue33725).
    """
    return processors() > 1 and hasattr(os, "fork") and sys.platform != "darwin"


def done(jobs: Sequence[Job[T]], *, divided: bool) -> list[T]:
    """Do all jobs, and give what each gave.

    `divided` does them in as many processes as there are processors; each takes the next job when
    it is done with one, so the longest had best come first. What a job raises is raised here, and
    the other processes are ended.
    """
    if not divided or len(jobs) < 2 or not can_divide():  # noqa: PLR2004
        return [job() for job in jobs]
    return _in_processes(jobs)


class _Counter:
    """Gives numbers to several processes, each once. It leaves nothing behind, however they end."""

    def __init__(self, lock: "Lock") -> None:
        self._lock = lock
        self._memory = mmap.mmap(-1, mmap.PAGESIZE)  # shared with forked processes

    def __call__(self) -> int:
        """The next number."""
        with self._lock:
            number = int.from_bytes(self._memory[:8])
            self._memory[:8] = (number + 1).to_bytes(8)
        return number


def _in_processes(jobs: Sequence[Job[T]]) -> list[T]:
    import multiprocessing  # noqa: PLC0415 - a small build does without

    take = _Counter(multiprocessing.get_context("fork").Lock())
    found: dict[int, T] = {}
    workers: list[_Worker[T]] = []
    # Objects made so far are not looked at by the children's collectors: their memory stays shared.
    gc.freeze()
    try:
        for _ in range(min(processors(), len(jobs))):
            workers.append(_Worker(jobs, take))
        for worker in workers:
            found |= worker.gave()
    finally:
        for worker in workers:
            worker.end()
        gc.unfreeze()
    return [found[number] for number in range(len(jobs))]


@contextmanager
def meanwhile(job: Job[T], *, divided: bool) -> Iterator[Callable[[], T]]:
    """Let another process do a job; the function that is given waits for what the job gives.

    Without `divided` the job is done when it is asked for.
    """
    if not divided or not can_divide():
        yield job
        return
    import multiprocessing  # noqa: PLC0415 - as above

    worker = _Worker([job], _Counter(multiprocessing.get_context("fork").Lock()))
    try:
        yield lambda: worker.gave()[0]
    finally:
        worker.end()


class _Worker(Generic[T]):
    """A process that does jobs until none is left."""

    def __init__(self, jobs: Sequence[Job[T]], take: _Counter) -> None:
        import multiprocessing  # noqa: PLC0415 - as above

        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(jobs, take, sender), daemon=True)
        self._process.start()
        sender.close()

    def gave(self) -> dict[int, T]:
        """What the process gave for each job that it took; what it raised is raised."""
        try:
            outcome: dict[int, T] | Exception = self._receiver.recv()
        except EOFError:
            self._process.join()
            code = self._process.exitcode
            outcome = RuntimeError(f"a process of the build ended with {code}")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def end(self) -> None:
        """End the process, if it has not ended."""
        self._process.terminate()
        self._process.join()


def _run(jobs: Sequence[Job[T]], take: _Counter, sender: "Connection") -> None:
    outcome: dict[int, T] | Exception = {}
    try:
        outcome = _taken(jobs, take)
    except KeyboardInterrupt:
        return  # the parent was interrupted, too, and says so
    except VidstoreError as error:
        outcome = error
    except Exception as error:  # noqa: BLE001 - a bug of ours travels to the parent, which reports it
        outcome = RuntimeError("".join(traceback.format_exception(error)))
    sender.send(outcome)
    sender.close()


def _taken(jobs: Sequence[Job[T]], take: _Counter) -> dict[int, T]:
    gave: dict[int, T] = {}
    while (number := take()) < len(jobs):
        gave[number] = jobs[number]()
    return gave
