"""The preview's pages: files of the site, with a script that reloads them and shows findings."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from vidstore.locale import Locale

LIVE = b'<script type="module" src="/.vidstore/live.js"></script></body>'
_HEARTBEAT_S = 1.0
"""How often an idle stream looks whether the server wants to end."""


@dataclass(slots=True)
class Preview:
    """What the pages in the browser must know: how often the site changed, and what is wrong."""

    site: Path
    live_script: Path
    say: Locale
    version: int = 0
    problem: tuple[str, ...] = ()
    ending: bool = False
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def tell(self, *, changed: bool, problem: tuple[str, ...]) -> None:
        """Tell all open pages."""
        self.version += changed
        self.problem = problem
        async with self._news:
            self._news.notify_all()

    def state(self) -> str:
        """The state as one event of a stream (WHATWG server-sent events)."""
        title = self.say("cli.serve.overlay_title") if self.problem else ""
        state = {"version": self.version, "title": title, "problem": "\n".join(self.problem)}
        return f"data: {json.dumps(state, ensure_ascii=False)}\n\n"

    async def events(self) -> AsyncIterator[str]:
        """The state now and after every change, until the server ends."""
        last = ""
        while not self.ending:
            state = self.state()
            yield state if state != last else ": still here\n\n"
            last = state
            async with self._news:
                try:
                    await asyncio.wait_for(self._news.wait(), _HEARTBEAT_S)
                except TimeoutError:
                    continue


def application(preview: Preview) -> Starlette:
    """The ASGI application."""

    async def events(_: Request) -> Response:
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(preview.events(), media_type="text/event-stream", headers=headers)

    async def live(_: Request) -> Response:
        return FileResponse(preview.live_script, media_type="text/javascript")

    async def page(request: Request) -> Response:
        path = request.path_params["path"]
        try:
            return _file(preview, path)
        except (OSError, ValueError):  # no file can have such a name
            return _missing(preview, path)

    return Starlette(
        routes=[
            Route("/.vidstore/events", events),
            Route("/.vidstore/live.js", live),
            Route("/{path:path}", page),
        ]
    )


def _file(preview: Preview, path: str) -> Response:
    target = (preview.site / path).resolve()
    if not target.is_relative_to(preview.site) or any(
        part.startswith(".") for part in Path(path).parts
    ):
        return _missing(preview, path)
    if target.is_dir():
        if path and not path.endswith("/"):
            return RedirectResponse(f"/{path}/")
        target /= "index.html"
    if not target.is_file():
        return _missing(preview, path)
    return _html(target.read_bytes()) if target.suffix == ".html" else _asset(target)


def _asset(target: Path) -> Response:
    return FileResponse(target, headers={"Cache-Control": "no-cache"})


def _html(content: bytes, status: int = 200) -> Response:
    head, end, tail = content.rpartition(b"</body>")
    live = head + LIVE + tail if end else content + LIVE
    return HTMLResponse(live, status, headers={"Cache-Control": "no-cache"})


def _missing(preview: Preview, path: str) -> Response:
    if not (preview.site / "index.html").is_file():
        return _html(_plain(preview, "cli.serve.not_yet"), 503)
    own = preview.site / ("en/404.html" if path.startswith("en/") else "404.html")
    if own.is_file():
        return _html(_at_root(own.read_bytes()), 404)
    return _html(_plain(preview, "cli.serve.not_found"), 404)


def _at_root(page: bytes) -> bytes:
    """The 404 page names everything from where the site is published; here that is the root."""
    published = re.search(rb'(?:href|src)="(/[^"]+/)assets/', page)
    return page.replace(b'="' + published[1], b'="/') if published else page


def _plain(preview: Preview, key: str) -> bytes:
    text = escape(preview.say(key))
    title = f'<!doctype html><html lang="{preview.say.lang}"><meta charset="utf-8"><title>vidstore</title>'
    return f"{title}<body><p>{text}</p></body></html>".encode()
