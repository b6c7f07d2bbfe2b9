"""Ctrl-C: noted when it comes, because what it raises can be lost on its way."""

import signal
import sys
from types import FrameType

INTERRUPTED = 130
"""How a command ends then: 128 and the number of the signal, as in a shell."""
_noted: list[int] = []


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


def _complain(unraisable: "sys.UnraisableHookArgs") -> None:
    if not (interrupted() and unraisable.exc_type is KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)


def _note(number: int, _frame: FrameType | None) -> None:
    _noted.append(number)
    raise KeyboardInterrupt
