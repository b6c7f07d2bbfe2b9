"""Commands that look at the catalog. Each unpacks its options, has the work done, and reports."""

import json
import os
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from vidstore.cli.options import Debug, Root, project_of, say
from vidstore.cli.outcome import FINDINGS, FINE, tell
from vidstore.config import Project
from vidstore.derive.data_format import DataFormat
from vidstore.diagnostics import Diagnostic
from vidstore.errors import UsageError
from vidstore.interruption import heed
from vidstore.model.ids import Kind


class OutputFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help=say("cli.validate.paths"), show_default=False),
    ] = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", help=say("cli.validate.format"))
    ] = OutputFormat.TEXT,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Check the catalog."""
    from vidstore.intake.catalog import take_in

    project = project_of(root)
    asked = [_inside(project, path) for path in paths or ()]
    intake = take_in(project, time.time_ns(), fresh=True)
    found = [item for item in intake.diagnostics if _is_asked(item, asked)]
    heed()
    if output is OutputFormat.JSON:
        from vidstore.cli.report import as_json

        typer.echo(as_json(found, say))
    elif found:
        return tell(project, found)
    else:
        number = len(intake.files)
        key = "clean_one" if number == 1 else "clean"
        typer.echo(say(f"diagnostics.{key}", entries=number))
    return FINDINGS if found else FINE


def _inside(project: Project, path: Path) -> str:
    """The asked path as findings name their files.

    Raises:
        UsageError: it is not there, or not part of the catalog.
    """
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for names that are too long
        raise UsageError("no_path", path=path)
    whole = path.resolve()
    if not whole.is_relative_to(project.catalog):
        raise UsageError("outside", path=path, root=project.root)
    return project.relative(whole)


def _is_asked(item: Diagnostic, asked: list[str]) -> bool:
    return not asked or any(
        item.file == path or item.file.startswith(f"{path}/") for path in asked
    )


def stats(
    output: Annotated[
        OutputFormat, typer.Option("--format", help=say("cli.stats.format"))
    ] = OutputFormat.TEXT,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Print how much the catalog covers."""
    from vidstore.cli.stats import coverage_tables
    from vidstore.derive.coverage import coverage
    from vidstore.derive.shelves import in_order, stock
    from vidstore.intake.catalog import take_in

    project = project_of(root)
    intake = take_in(project, time.time_ns(), fresh=True)
    if intake.catalog is None:
        return tell(project, intake.diagnostics, err=True)
    catalog = intake.catalog
    found = coverage(catalog, stock(catalog, in_order(catalog)), intake.entries.values())
    if output is OutputFormat.JSON:
        typer.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=2))
    else:
        for line in coverage_tables(found, catalog.charter.taxonomy, say):
            typer.echo(line)
    return FINE


def export(  # noqa: PLR0913, PLR0917 - one parameter an option
    form: Annotated[
        DataFormat, typer.Option("--format", help=say("cli.export.format"), show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help=say("cli.export.output"), show_default=False
        ),
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option("--kind", help=say("cli.export.kind"), show_default=False)
    ] = None,
    task: Annotated[
        str | None,
        typer.Option("--task", metavar="TASK", help=say("cli.export.task"), show_default=False),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help=say("cli.export.bom"))] = False,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Write the catalog as data."""
    from vidstore.cli import export as exporting

    exporting.check(form, output, bom=bom)
    project = project_of(root)
    content, diagnostics = exporting.exported(project, form, kind, task)
    if diagnostics:
        return tell(project, diagnostics, err=True)
    content = exporting.marked(content, bom=bom)
    if output is None:
        typer.echo(content, nl=False)
    else:
        exporting.write(output, content)
    return FINE
