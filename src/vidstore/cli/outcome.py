"""How a command ends: exit codes, and what is said when it cannot go on.

0 fine; 1 findings in the data, or nothing could be written; 2 wrong usage or configuration;
3 a bug in vidstore; 130 interrupted.
"""

import functools
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec

import typer

from vidstore.cli.options import say
from vidstore.config import Project
from vidstore.diagnostics import Diagnostic
from vidstore.errors import OutputError, VidstoreError
from vidstore.interruption import INTERRUPTED, heed, interrupted

P = ParamSpec("P")

FINE, FINDINGS, BUG = 0, 1, 3


def command(run: Callable[P, int]) -> Callable[P, None]:
    """Make a command of a function that returns its exit code; it takes `debug` by keyword."""

    @functools.wraps(run)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_guarded(run, bool(kwargs.get("debug")), *args, **kwargs))

    return guarded


def _guarded(
    run: Callable[P, int],
    debug: bool,
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> int:
    try:
        code = run(*args, **kwargs)
        heed()
    except VidstoreError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        # Whoever read our output has left (`vidstore validate | head`). Python would flush and
        # complain again at its end (docs.python.org, note on SIGPIPE).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:  # noqa: BLE001 - a bug of ours, whatever it is
        return _unexpected(error, debug=debug)
    return code


def _stopped() -> int:
    typer.echo(say("errors.interrupted"), err=True)
    return INTERRUPTED


def _unexpected(error: Exception, *, debug: bool) -> int:
    if interrupted():  # a process of ours heeded it and left without an answer, ours was dropped
        return _stopped()
    if isinstance(error, OSError) and error.filename is None:  # a stream: `> /dev/full`
        complain(OutputError.of(Path("stdout"), error))
        return OutputError.exit_code
    return _bug(error, debug=debug)


def tell(project: Project, found: Sequence[Diagnostic], *, err: bool = False) -> int:
    """Say what is wrong in the data; the code that a command ends with then."""
    from vidstore.cli import report  # noqa: PLC0415 - most catalogs are fine

    heed()
    for line in report.as_text(project.root, found, say):
        typer.echo(line, err=err)
    typer.echo(f"\n{report.summary(found, say)}", err=err)
    return FINDINGS


def complain(error: VidstoreError) -> None:
    """Say what made going on impossible."""
    typer.echo(f"{say('errors.label')} {say(f'errors.{error.key}', **error.params)}", err=True)


def _bug(error: Exception, *, debug: bool) -> int:
    trace = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="replace", prefix="vidstore-", suffix=".log", delete=False
    ) as log:
        log.write(trace)
    if debug:
        typer.echo(trace, err=True)
    reason = f"{type(error).__name__}: {error}"
    typer.echo(say("errors.bug", reason=reason, log=Path(log.name)), err=True)
    return BUG
