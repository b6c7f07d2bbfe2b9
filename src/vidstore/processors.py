"""How many processors there are to work with."""

import os
import sys


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
