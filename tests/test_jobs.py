"""Work divided among processes gives what one process gives."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from vidstore.errors import OutputError
from vidstore.jobs import can_divide, done, meanwhile

two_processors = pytest.mark.skipif(not can_divide(), reason="needs fork and two processors")


def note(folder: Path, number: int) -> int:
    """Leave a file, and say who did it."""
    (folder / f"{number}").touch(exist_ok=False)
    return number


@pytest.mark.parametrize("divided", [False, True])
def test_each_job_is_done_once_and_answers_in_its_place(tmp_path: Path, divided: bool) -> None:
    found = done([partial(note, tmp_path, number) for number in range(50)], divided=divided)
    assert found == list(range(50))
    assert len(list(tmp_path.iterdir())) == 50


@two_processors
def test_jobs_are_divided_among_processes() -> None:
    found = set(done([os.getpid] * 4, divided=True))
    assert os.getpid() not in found
    assert os.getpid() in done([os.getpid] * 4, divided=False)


def refuse() -> None:
    raise OutputError("output", path="/somewhere", reason="no room")


@pytest.mark.parametrize("divided", [False, True])
def test_an_error_of_ours_arrives_as_it_was_raised(divided: bool) -> None:
    with pytest.raises(OutputError) as caught:
        done([os.getpid, refuse, os.getpid], divided=divided)
    assert caught.value.params["reason"] == "no room"


@two_processors
def test_a_bug_in_a_process_arrives_with_its_trace() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        done([os.getpid, lambda: 1 / 0], divided=True)


@two_processors
def test_a_process_that_is_killed_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="ended with -9"):
        done([lambda: os.kill(os.getpid(), signal.SIGKILL)] * 2, divided=True)


@pytest.mark.parametrize("divided", [False, pytest.param(True, marks=two_processors)])
def test_another_process_does_a_job_meanwhile(divided: bool) -> None:
    with meanwhile(os.getpid, divided=divided) as who:
        assert (who() == os.getpid()) is not divided


@pytest.mark.parametrize("divided", [False, True])
def test_what_a_job_meanwhile_raises_arrives_where_it_is_asked_for(divided: bool) -> None:
    with meanwhile(refuse, divided=divided) as gave, pytest.raises(OutputError):
        gave()


@two_processors
def test_a_job_that_nobody_waits_for_is_ended(tmp_path: Path) -> None:
    def wait() -> None:
        (tmp_path / "pid").write_text(str(os.getpid()))
        time.sleep(600)

    with pytest.raises(ZeroDivisionError), meanwhile(wait, divided=True):
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)
        raise ZeroDivisionError
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


INTERRUPTED_AS_ONE_STARTS = """
import multiprocessing.context, signal, time
from vidstore.interruption import listen
from vidstore.jobs import done

process = multiprocessing.context.ForkProcess
start = process.start

def start_and_be_interrupted(self):
    start(self)
    print(self.pid, flush=True)
    signal.raise_signal(signal.SIGINT)

process.start = start_and_be_interrupted
listen()
try:
    done([lambda: time.sleep(600)] * 2, divided=True)
finally:
    import os
    os._exit(130)  # as our command line ends: nothing of Python's own tidies up
"""


@two_processors
def test_an_interruption_as_a_process_starts_ends_it() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AS_ONE_STARTS],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int(ended.stdout), 0)
