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
from vidstore.interruption import held, unheld

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Lock

T = TypeVar("T")
Job = Callable[[], T]
"""Work that needs nothing of other jobs; what it gives is sent between processes."""
_Answer = tuple[int, T] | Exception | None
"""What a process says: the number of a job and what it gave, what was raised, or the end."""


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
    """Do all jobs, and give what each gave, in the order of the jobs; see `as_done`."""
    found = dict(as_done(jobs, divided=divided))
    return [found[number] for number in range(len(jobs))]


def as_done(jobs: Sequence[Job[T]], *, divided: bool) -> Iterator[tuple[int, T]]:
    """Do all jobs, and give the number of each and what it gave as soon as it is done.

    `divided` does them in as many processes as there are processors; each takes the next job when
    it is done with one, so the longest had best come first. What a job raises is raised here, and
    the other processes are ended.
    """
    if not divided or len(jobs) < 2 or not can_divide():  # noqa: PLR2004
        yield from ((number, job()) for number, job in enumerate(jobs))
    else:
        yield from _in_processes(jobs)


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


def _in_processes(jobs: Sequence[Job[T]]) -> Iterator[tuple[int, T]]:
    from multiprocessing import connection, get_context  # noqa: PLC0415 - a small build does without

    take = _Counter(get_context("fork").Lock())
    workers: list[_Worker[T]] = []
    # Objects made so far are not looked at by the children's collectors: their memory stays shared.
    gc.freeze()
    try:
        for _ in range(min(processors(), len(jobs))):
            with held():  # a worker that nobody knows of would not be ended
                workers.append(_Worker(jobs, take))
        working = list(workers)
        while working:
            ready = connection.wait([worker.answers for worker in working])
            for worker in [worker for worker in working if worker.answers in ready]:
                gave = worker.next()
                if gave:
                    yield gave
                else:
                    working.remove(worker)
    finally:
        for worker in workers:
            worker.end()
        gc.unfreeze()


@contextmanager
def meanwhile(job: Job[T], *, divided: bool) -> Iterator[Callable[[], T]]:
    """Let another process do a job; the function that is given waits for what the job gives.

    Without `divided` the job is done when it is asked for.
    """
    if not divided or not can_divide():
        yield job
        return
    import multiprocessing  # noqa: PLC0415 - as above

    take = _Counter(multiprocessing.get_context("fork").Lock())
    workers: list[_Worker[T]] = []
    try:
        with held():
            workers.append(_Worker([job], take))
        yield workers[0].only
    finally:
        for worker in workers:
            worker.end()


class _Worker(Generic[T]):
    """A process that does jobs until none is left, and says of each what it gave."""

    def __init__(self, jobs: Sequence[Job[T]], take: _Counter) -> None:
        import multiprocessing  # noqa: PLC0415 - as above

        context = multiprocessing.get_context("fork")
        self.answers, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(jobs, take, sender), daemon=True)
        self._process.start()
        sender.close()

    def next(self) -> tuple[int, T] | None:
        """The number of the next job done, and what it gave; None after the last.

        What a job raised is raised.
        """
        try:
            answer: _Answer[T] = self.answers.recv()
        except EOFError:
            self._process.join()
            code = self._process.exitcode
            answer = RuntimeError(f"a process of the build ended with {code}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def only(self) -> T:
        """What the only job gave."""
        gave = self.next()
        if gave is None:
            raise RuntimeError("a process of the build had nothing to do")
        return gave[1]

    def end(self) -> None:
        """End the process, if it has not ended."""
        self._process.terminate()
        self._process.join()


def _run(jobs: Sequence[Job[T]], take: _Counter, sender: "Connection") -> None:
    unheld()
    answer: _Answer[T] = None
    try:
        while (number := take()) < len(jobs):
            sender.send((number, jobs[number]()))
    except KeyboardInterrupt:
        return  # the parent was interrupted, too, and says so
    except VidstoreError as error:
        answer = error
    except Exception as error:  # noqa: BLE001 - a bug of ours travels to the parent, which reports it
        answer = RuntimeError("".join(traceback.format_exception(error)))
    sender.send(answer)
    sender.close()
