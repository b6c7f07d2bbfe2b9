"""The command line: `vidstore COMMAND`."""

import io
import sys
from typing import Annotated

import typer

from vidstore import __version__
from vidstore.cli.catalog_commands import export, stats, validate
from vidstore.cli.options import say
from vidstore.cli.outcome import FINDINGS, FINE, command
from vidstore.cli.site_commands import build, init, readme, schema, serve
from vidstore.cli.wording import Command, Group
from vidstore.interruption import INTERRUPTED, interrupted

app = typer.Typer(
    name="vidstore",
    cls=Group,
    help=say("cli.help"),
    epilog=say("cli.epilog"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"vidstore {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help=say("cli.version"),
            is_eager=True,
            callback=lambda asked: _version(asked=asked),
        ),
    ] = False,
) -> None:
    pass


for name, function in (
    ("init", init),
    ("build", build),
    ("serve", serve),
    ("validate", validate),
    ("readme", readme),
    ("schema", schema),
    ("stats", stats),
    ("export", export),
):
    app.command(name, cls=Command, help=say(f"cli.{name}.help"), epilog=say(f"cli.{name}.epilog"))(
        command(function)
    )


def run() -> None:
    """Run the command that the arguments name.

    Raises:
        SystemExit: always, with the command's exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may be no text at all
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except SystemExit as ending:
        # Outside of a command, click ends with 1 when it is interrupted.
        if interrupted() and ending.code in {FINE, FINDINGS}:
            raise SystemExit(INTERRUPTED) from ending
        raise
