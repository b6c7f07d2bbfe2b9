"""Dividing work among all processors."""

import gc
import mmap
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from vidstore.errors import VidstoreError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
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

    context = multiprocessing.get_context("fork")
    # Objects made so far are not looked at by the children's collectors: their memory stays shared.
    gc.freeze()
    take = _Counter(context.Lock())
    found: dict[int, T] = {}
    workers = []
    try:
        for _ in range(min(processors(), len(jobs))):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(jobs, take, sender), daemon=True)
            process.start()
            sender.close()
            workers.append((process, receiver))
        for process, receiver in workers:
            found |= _received(process, receiver)
    finally:
        for process, _ in workers:
            process.terminate()
            process.join()
        gc.unfreeze()
    return [found[number] for number in range(len(jobs))]


def _received(process: "BaseProcess", receiver: "Connection") -> dict[int, Any]:
    """What a process gave for each job that it took."""
    try:
        outcome = receiver.recv()
    except EOFError:
        process.join()
        outcome = RuntimeError(f"a process of the build ended with {process.exitcode}")
    if isinstance(outcome, Exception):
        raise outcome
    gave: dict[int, Any] = outcome
    return gave


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
