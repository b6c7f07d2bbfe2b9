"""Ctrl-C: noted when it comes, because what it raises can be lost on its way."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""How a command ends then: 128 and the number of the signal, as in a shell."""
_noted: list[int] = []
_holding: list[None] = []


def listen() -> None:
    """Note interruptions from now on; they raise `KeyboardInterrupt` as before."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _note)
        sys.unraisablehook = _complain


def interrupted() -> bool:
    """Whether an interruption came.

    Python drops what is raised inside a weak reference's callback, which `import` uses, and says
    only that it was ignored (docs.python.org, `sys.unraisablehook`). Pydantic takes what is raised
    while it validates for a wrong value: findings may be none, so `heed` before they are printed.
    """
    return bool(_noted)


def heed() -> None:
    """Raise `KeyboardInterrupt` when an interruption came, and its own did not arrive."""
    if interrupted():
        raise KeyboardInterrupt


@contextmanager
def held() -> Iterator[None]:
    """Let an interruption wait until something is done that must not be left half done.

    Raises:
        KeyboardInterrupt: one came, now or before.
    """
    _holding.append(None)
    try:
        yield
    finally:
        _holding.pop()
    heed()


def unheld() -> None:
    """Raise interruptions again in a process that was forked while they were held."""
    _holding.clear()


def _complain(unraisable: "sys.UnraisableHookArgs") -> None:
    if not (interrupted() and unraisable.exc_type is KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)


def _note(number: int, _frame: FrameType | None) -> None:
    _noted.append(number)
    if not _holding:
        raise KeyboardInterrupt
