"""A real Chromium, and the real catalog's site on loopback for it to read."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)
from tools.chromium import NoChromiumError, find

from vidstore.config import Project
from vidstore.site.build import Order, build

ROOT = Path(__file__).resolve().parents[2]
Scheme = Literal["light", "dark"]
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
GENEROUS_MS = 30_000


@pytest.fixture(scope="session")
def chromium() -> Path:
    try:
        return find(os.environ)
    except NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    # One a module: while it lives, Playwright's event loop does, and no other can be run.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@dataclass
class Watch:
    """What a page did that it should not, and which addresses it asked for."""

    page: Page
    problems: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", self._on_failure)

    def _on_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before it had come
            self.problems.append(f"failed: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.type}: {message.text} ({message.location['url']})")


def new_context(
    browser: Browser, width: int = 1440, height: int = 900, scheme: Scheme = "light"
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", color_scheme=scheme
    )
    context.set_default_timeout(GENEROUS_MS)
    return context


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalog as a site; built from a copy, so that the checkout stays clean."""
    root = tmp_path_factory.mktemp("real") / "project"
    root.mkdir()
    for name in ("catalog", "docs", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    built = build(Order(Project.at(root), root / "site"), time.time_ns())
    assert built.diagnostics == ()
    return root / "site"


class _Pages(SimpleHTTPRequestHandler):
    """Files below the path at which the site is published, and its 404 page for the rest."""

    def __init__(self, *args: object, root: str, **kwargs: object) -> None:
        self.root = root
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.root) if path.startswith(self.root) else "no-such-file"
        return super().translate_path(f"/{inside}")

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def serving(folder: Path, root: str) -> Iterator[str]:
    """A site on loopback, below the path at which it is published; its address."""
    handler = partial(_Pages, directory=str(folder), root=root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{root}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    """The address of the site, with the same path as where it is published."""
    published = Project.at(ROOT).catalog / "site.yml"
    line = next(row for row in published.read_text("utf-8").splitlines() if row.startswith("url:"))
    with serving(site_folder, urlsplit(line.removeprefix("url:").strip()).path) as url:
        yield url
