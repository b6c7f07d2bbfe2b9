"""Runs MkDocs over several configurations: `python mkdocs_runner.py CONFIG…`.

MkDocs and its theme take longer to import than to build our few pages, so they are imported once,
and a forked process builds each configuration. This file is run as a script, apart from vidstore.
"""

import logging
import os
import sys
import threading
import time
from collections.abc import Sequence

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

_LOOK = 0.1
"""Seconds between two looks at whether the parent is still there."""


def build(config_file: str) -> int:
    """Build one site; 0 when it worked, else what was wrong is on standard error."""
    try:
        build_site(load_config(config_file))
    except MkDocsException as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except SystemExit as end:
        return int(bool(end.code))
    return 0


def main(configs: Sequence[str]) -> int:
    """Build every configuration, at the same time where processes can be forked."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(message)s")
    if not hasattr(os, "fork"):
        return max(build(config) for config in configs)
    children = [_forked(config) for config in configs[1:]]  # where no threads run yet
    _end_with(int(os.environ.get("VIDSTORE_PID", os.getppid())))
    codes = [build(configs[0])]
    codes += [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return int(any(codes))


def _forked(config: str) -> int:
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        _end_with(parent)
        os._exit(build(config))
    return child


def _end_with(parent: int) -> None:
    """End this process when its parent has gone: it would write where the next engine writes."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
