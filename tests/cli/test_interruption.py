"""An interruption that Python drops on its way is not forgotten."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOSE_ONE = """
import signal, sys, weakref
from vidstore.__main__ import run
from vidstore.cli import catalog_commands

class Thing: pass

project_of = catalog_commands.project_of

def lose_an_interruption(root):
    thing = Thing()
    reference = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    del thing
    if failing:
        raise RuntimeError("a process of ours ended without an answer")
    return project_of(root)

catalog_commands.project_of = lose_an_interruption
failing = sys.argv[2:] == ["then fail"]
sys.argv = ["vidstore", "validate", "--root", sys.argv[1]]
run()
"""

WHILE_IMPORTING = """
import signal, sys
from vidstore.__main__ import run

class Late:
    def find_spec(self, name, path, target=None):
        if name == "vidstore.cli.main":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Late())
run()
"""

AS_THE_ENGINE_STARTS = """
import signal, subprocess
from vidstore.__main__ import run

start = subprocess.Popen

def start_and_be_interrupted(*arguments, **options):
    process = start(*arguments, **options)
    print(process.pid, flush=True)
    signal.raise_signal(signal.SIGINT)
    return process

subprocess.Popen = start_and_be_interrupted
run()
"""


def test_an_interruption_before_anything_has_begun_says_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WHILE_IMPORTING, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


@pytest.mark.parametrize("then", [[], ["then fail"]], ids=["alone", "then a failure"])
def test_an_interruption_lost_in_a_callback_still_ends_with_130(
    toy: Path, then: list[str]
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOSE_ONE, str(toy), *then],
        capture_output=True,
        text=True,
        env=os.environ | {"VIDSTORE_LANG": "en"},
        check=False,
    )
    assert ended.returncode == 130
    assert (ended.stdout, ended.stderr) == ("", "Interrupted.\n")


def test_an_interruption_as_the_engine_starts_ends_the_engine(toy: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", AS_THE_ENGINE_STARTS, "build", "--root", str(toy)],
        capture_output=True,
        text=True,
        env=os.environ | {"VIDSTORE_LANG": "en"},
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (130, "Interrupted.\n")
    with pytest.raises(ProcessLookupError):
        os.kill(int(ended.stdout), 0)
