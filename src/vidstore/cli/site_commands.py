"""Commands that write: the website, its preview, the READMEs, the schemas for editors, a new project."""

import gc
import shlex
import time
from pathlib import Path
from typing import Annotated

import typer

from vidstore.cli.options import Debug, Root, project_of, say
from vidstore.cli.outcome import FINDINGS, FINE, tell
from vidstore.config import Project
from vidstore.errors import UsageError
from vidstore.site.engine import Engine

SiteDir = Annotated[
    Path | None,
    typer.Option("--site-dir", metavar="DIR", help=say("cli.site_dir"), show_default=False),
]
EngineName = Annotated[Engine, typer.Option("--engine", help=say("cli.engine"))]


def init(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help=say("cli.init.folder"), show_default=False),
    ] = None,
    root: Annotated[
        Path | None,
        typer.Option("--root", metavar="DIR", help=say("cli.init.root"), show_default=False),
    ] = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Begin a catalog of one's own."""
    from vidstore.site.beginning import begin

    if folder and root:
        raise UsageError("two_folders", folder=folder, root=root)
    place = folder or root or Path()
    for name in begin(place):
        typer.echo(say("cli.written", name=(place / name).as_posix()))
    typer.echo(say("cli.init.next", folder=shlex.quote(str(place))))
    return FINE


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
        return tell(project, built.diagnostics, err=True)
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
    from vidstore.cli.report import as_text
    from vidstore.serve.session import Session
    from vidstore.serve.session import serve as serve_site
    from vidstore.site.build import Order

    project = project_of(root)
    site = (site_dir or project.root / "site").resolve()
    gc.enable()  # a preview lives long
    session = Session(Order(project, site, engine), say, as_text)
    serve_site(session, host, port, typer.echo)
    return FINE


def readme(
    check: Annotated[bool, typer.Option("--check", help=say("cli.readme.check"))] = False,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Write both READMEs, or say how they differ from what they should be."""
    from vidstore.intake.catalog import take_in
    from vidstore.site.readme import readmes

    project = project_of(root)
    intake = take_in(project, time.time_ns())
    if intake.catalog is None:
        tell(project, intake.diagnostics, err=True)
        typer.echo(say("errors.readme_broken"), err=True)
        return FINDINGS
    return _committed(project, readmes(project, intake.catalog), "readme", check=check)


def schema(
    check: Annotated[bool, typer.Option("--check", help=say("cli.schema.check"))] = False,
    root: Root = None,
    debug: Debug = False,  # noqa: ARG001 - read by `command`
) -> int:
    """Write schemas for editors and forms for GitHub, or say how they differ."""
    from vidstore.load.charter import load_charter
    from vidstore.site.issue_forms import issue_forms
    from vidstore.site.planning import lexicons_of
    from vidstore.site.schema_files import schema_files

    project = project_of(root)
    charter, diagnostics = load_charter(project)
    if charter is None:
        return tell(project, diagnostics, err=True)
    lexicons = lexicons_of(project, charter)
    texts = schema_files(charter.taxonomy, lexicons)
    if charter.site.is_on_github:
        texts |= issue_forms(lexicons)
    return _committed(project, texts, "schema", check=check)


def _committed(project: Project, texts: dict[str, str], name: str, *, check: bool) -> int:
    """Write files that are committed, or say what differs; `name` is the command's."""
    from vidstore.site.committed import differences, write

    if check:
        lines = list(differences(project, texts, f"vidstore {name}"))
        for line in lines:
            typer.echo(line)
        typer.echo(say(f"cli.{name}.differs" if lines else f"cli.{name}.current"))
        return FINDINGS if lines else FINE
    for written in write(project, texts):
        typer.echo(say("cli.written", name=written))
    return FINE
