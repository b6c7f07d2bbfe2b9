"""An interruption that Python drops on its way is not forgotten."""

import os
import subprocess
import sys
from pathlib import Path

LOSE_ONE = """
import signal, sys, weakref
from vidstore.cli import main, outcome

class Thing: pass

def lose_an_interruption():
    thing = Thing()
    reference = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    del thing

outcome.gc.disable = lose_an_interruption
sys.argv = ["vidstore", "validate", "--root", sys.argv[1]]
main.run()
"""


def test_an_interruption_lost_in_a_callback_still_ends_with_130(toy: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOSE_ONE, str(toy)],
        capture_output=True,
        text=True,
        env=os.environ | {"VIDSTORE_LANG": "en"},
        check=False,
    )
    assert ended.returncode == 130
    assert (ended.stdout, ended.stderr) == ("", "Interrupted.\n")
