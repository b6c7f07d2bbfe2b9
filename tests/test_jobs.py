"""Work divided among processes gives what one process gives."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from vidstore.errors import OutputError
from vidstore.jobs import can_divide, done

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
