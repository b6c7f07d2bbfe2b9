"""The commands: each unpacks its options, calls the part that does the work, and reports."""

import gc
import json
import os
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from vidstore.cli import report
from vidstore.cli.options import Debug, Root, project_of, say
from vidstore.cli.outcome import FINDINGS, FINE, command
from vidstore.config import Project
from vidstore.derive.data_format import DataFormat
from vidstore.diagnostics import Diagnostic
from vidstore.errors import UsageError
from vidstore.interruption import heed
from vidstore.model.ids import Kind
from vidstore.site.engine import Engine


class OutputFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


SiteDir = Annotated[
    Path | None,
    typer.Option("--site-dir", metavar="DIR", help=say("cli.site_dir"), show_default=False),
]
EngineName = Annotated[Engine, typer.Option("--engine", help=say("cli.engine"))]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for name, function in (
        ("build", build),
        ("serve", serve),
        ("validate", validate),
        ("readme", readme),
        ("stats", stats),
        ("export", export),
    ):
        app.command(name, help=say(f"cli.{name}.help"), epilog=say(f"cli.{name}.epilog"))(
            command(function)
        )


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
        typer.echo(report.as_json(found, say))
    else:
        _print_findings(project, found)
        if not found:
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


def _print_findings(project: Project, found: list[Diagnostic], *, err: bool = False) -> None:
    heed()
    for line in report.as_text(project.root, found, say):
        typer.echo(line, err=err)
    if found:
        typer.echo(f"\n{report.summary(found, say)}", err=err)


def build(
    site_dir: SiteDir = None,
    engine: EngineName = Engine.MKDOCS,
    full: Annotated[bool, typer.Option("--full", help=say("cli.build.full"))] = False,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Build the website."""
    from vidstore.site.build import Order
    from vidstore.site.build import build as build_site

    project = project_of(root)
    site = (site_dir or project.root / "site").resolve()
    started = time.monotonic()
    built = build_site(Order(project, site, engine, full), time.time_ns())
    if built.diagnostics:
        _print_findings(project, list(built.diagnostics), err=True)
        return FINDINGS
    seconds = f"{time.monotonic() - started:.2f}"
    typer.echo(
        say(
            "cli.build.done",
            site=project.relative(site),
            entries=built.entries,
            pages=built.pages,
            written=built.written,
            seconds=seconds,
        )
    )
    return FINE


def readme(
    check: Annotated[bool, typer.Option("--check", help=say("cli.readme.check"))] = False,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Write both READMEs, or say how they differ from what they should be."""
    from vidstore.intake.catalog import take_in
    from vidstore.site.readme import differences, readmes, write

    project = project_of(root)
    intake = take_in(project, time.time_ns())
    if intake.catalog is None:
        _print_findings(project, list(intake.diagnostics), err=True)
        typer.echo(say("errors.readme_broken"), err=True)
        return FINDINGS
    texts = readmes(project, intake.catalog)
    if check:
        lines = list(differences(project, texts))
        for line in lines:
            typer.echo(line)
        typer.echo(say("cli.readme.differs" if lines else "cli.readme.current"))
        return FINDINGS if lines else FINE
    for name in write(project, texts):
        typer.echo(say("cli.readme.written", name=name))
    return FINE


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
        _print_findings(project, list(intake.diagnostics), err=True)
        return FINDINGS
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
        _print_findings(project, list(diagnostics), err=True)
        return FINDINGS
    content = exporting.marked(content, bom=bom)
    if output is None:
        typer.echo(content, nl=False)
    else:
        exporting.write(output, content)
    return FINE


def serve(  # noqa: PLR0913, PLR0917 - one parameter an option
    host: Annotated[str, typer.Option("--host", help=say("cli.serve.host"))] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=say("cli.serve.port"))
    ] = 8000,
    site_dir: SiteDir = None,
    engine: EngineName = Engine.MKDOCS,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Build, serve and rebuild on every change."""
    from vidstore.serve.session import Session
    from vidstore.serve.session import serve as serve_site
    from vidstore.site.build import Order

    project = project_of(root)
    site = (site_dir or project.root / "site").resolve()
    gc.enable()  # a preview lives long
    session = Session(Order(project, site, engine), say, report.as_text)
    serve_site(session, host, port, typer.echo)
    return FINE
