"""`vidstore serve`: build, serve, watch, rebuild."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
import uvicorn
from watchfiles import DefaultFilter, awatch

from vidstore.config import Project
from vidstore.errors import UsageError
from vidstore.locale import Locale
from vidstore.serve.app import Preview, application
from vidstore.serve.builder import AsText, Builder, Outcome
from vidstore.site.build import Order

Echo = Callable[[str], object]
SETTLE_MS = 60
"""An editor may write a file in several steps; a pause this long ends a change."""


class Session(msgspec.Struct, frozen=True):
    """What is served, and how findings are worded."""

    order: Order
    say: Locale
    as_text: AsText


def serve(session: Session, host: str, port: int, echo: Echo) -> None:
    """Serve until interrupted.

    Raises:
        UsageError: the port cannot be had.
        VidstoreError: the first build cannot even start.
    """
    listener = _listen(host, port)
    builder = Builder(session.order, session.say, session.as_text)
    try:
        asyncio.run(_run(session, builder, listener, echo))
    finally:
        listener.close()
        builder.stop()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # from now on who asks is kept waiting, not turned away
    except OSError as error:
        listener.close()
        raise UsageError("port", host=host, port=port, reason=error.strerror or error) from error
    return listener


async def _run(session: Session, builder: Builder, listener: socket.socket, echo: Echo) -> None:
    project = session.order.project
    preview = Preview(session.order.site, project.template("serve/live.js"), session.say)
    # Watching starts before the first build reads: no edit falls in between.
    first = asyncio.Event()
    watching = asyncio.create_task(_watch(session, builder, preview, echo, first))
    await _rebuild(session, builder, preview, echo, changed=session.say("cli.serve.start"))
    first.set()
    config = uvicorn.Config(application(preview), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    host, port = listener.getsockname()[:2]
    echo(session.say("cli.serve.listening", url=f"http://{host}:{port}/"))
    ending = asyncio.create_task(_announce_end(server, preview))
    try:
        await server.serve(sockets=[listener])
    finally:
        preview.ending = True
        for task in (watching, ending):
            task.cancel()
        await asyncio.gather(watching, ending, return_exceptions=True)


async def _announce_end(server: uvicorn.Server, preview: Preview) -> None:
    """Open streams would keep the server waiting; they end when the preview says so."""
    while not server.should_exit:
        await asyncio.sleep(0.1)
    preview.ending = True


async def _watch(
    session: Session, builder: Builder, preview: Preview, echo: Echo, first: asyncio.Event
) -> None:
    async for changed in _changes(session.order.project):
        await first.wait()
        await _rebuild(session, builder, preview, echo, changed=changed)


async def _changes(project: Project) -> AsyncIterator[str]:
    """Names of what changed below the sources, once for each batch of changes."""
    sources = (project.catalog, project.docs, project.root / "templates")
    paths = [path for path in sources if path.is_dir()]
    config = project.root / "mkdocs.yml"
    if config.is_file():
        paths.append(config)
    async for batch in awatch(*paths, watch_filter=DefaultFilter(), step=SETTLE_MS, debounce=400):
        names = sorted({project.relative(Path(path)) for _, path in batch})
        yield ", ".join(names[:3]) + ("…" if len(names) > 3 else "")  # noqa: PLR2004 - three will do


async def _rebuild(
    session: Session, builder: Builder, preview: Preview, echo: Echo, *, changed: str
) -> None:
    outcome: Outcome = await asyncio.to_thread(builder.build)
    say = session.say
    if outcome.problem:
        echo(say("cli.serve.broken"))
        for line in outcome.problem:
            echo(line)
    else:
        seconds = f"{outcome.seconds:.2f}"
        echo(say("cli.serve.rebuilt", changed=changed, written=outcome.written, seconds=seconds))
    await preview.tell(changed=bool(outcome.written), problem=outcome.problem)
