"""Dividing the work of a build among all processors."""

import gc
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from vidstore.errors import VidstoreError
from vidstore.processors import can_divide, processors

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Job = Callable[[], object]
"""Work that needs nothing of other jobs; what it gives is small enough to be sent."""


def done(jobs: Sequence[Job], *, divided: bool) -> list[Any]:
    """Do all jobs, and give what each gave.

    `divided` does them in as many processes as there are processors; each takes the next job when
    it is done with one, so the longest had best come first. What a job raises is raised here, and
    the other processes are ended.
    """
    if not divided or len(jobs) < 2 or not can_divide():  # noqa: PLR2004
        return [job() for job in jobs]
    return _in_processes(jobs)


def _in_processes(jobs: Sequence[Job]) -> list[Any]:
    import multiprocessing  # noqa: PLC0415 - a small build does without

    context = multiprocessing.get_context("fork")
    # Objects made so far are not looked at by the children's collectors: their memory stays shared.
    gc.freeze()
    taken = context.Value("i", 0)
    found: dict[int, Any] = {}
    workers = []
    try:
        for _ in range(min(processors(), len(jobs))):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(jobs, taken, sender), daemon=True)
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


def _run(jobs: Sequence[Job], taken: Any, sender: "Connection") -> None:
    outcome: dict[int, Any] | Exception = {}
    try:
        outcome = _taken(jobs, taken)
    except KeyboardInterrupt:
        return  # the parent was interrupted, too, and says so
    except VidstoreError as error:
        outcome = error
    except Exception as error:  # noqa: BLE001 - a bug of ours travels to the parent, which reports it
        outcome = RuntimeError("".join(traceback.format_exception(error)))
    sender.send(outcome)
    sender.close()


def _taken(jobs: Sequence[Job], taken: Any) -> dict[int, Any]:
    gave: dict[int, Any] = {}
    while True:
        with taken.get_lock():
            number = taken.value
            taken.value = number + 1
        if number >= len(jobs):
            return gave
        gave[number] = jobs[number]()
