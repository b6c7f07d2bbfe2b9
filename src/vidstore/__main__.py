"""`vidstore`, and `python -m vidstore`."""

import contextlib
import gc
import os
import sys

from vidstore.interruption import INTERRUPTED, listen


def run() -> None:
    """Entry point of the `vidstore` command."""
    # A command reads, writes and ends. Looking for cycles among its hundreds of thousands of
    # objects took a third of the time of a full build and freed next to nothing.
    gc.disable()
    listen()
    try:
        from vidstore.cli.main import run as run_command  # noqa: PLC0415 - takes a moment

        run_command()
    except SystemExit as ending:
        _leave(ending)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _leave(ending: SystemExit) -> None:
    """End without taking apart what the command made: after a rebuild that takes a tenth of it.

    Raises:
        SystemExit: there is still something to say, and Python says it.
    """
    if not isinstance(ending.code, int):
        raise ending
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ending.code)
    raise ending


if __name__ == "__main__":
    run()
