"""Pictures of the website for the READMEs, in both languages, light and dark.

`make screenshots` builds the site to a temporary folder, serves it on loopback and has Chromium
write `docs/screenshots/<page>.<lang>.<scheme>.webp`.
"""

import base64
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import time_ns

from playwright.sync_api import Browser, sync_playwright
from tools.chromium import NoChromiumError, find

from vidstore.config import Project
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX
from vidstore.site.build import Order, build

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "screenshots"
PAGES = {"home": "", "entry": "papers/videomae/", "results": "results/kinetics-400/"}
SCHEMES = ("light", "dark")
SIZE = {"width": 1280, "height": 800}
QUALITY = 72
"""WebP at this quality keeps small type readable at some 40 KB a picture."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def take(browser: Browser, url: str, scheme: str) -> bytes:
    """A picture of the window at an address, as WebP."""
    context = browser.new_context(
        viewport=SIZE,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    answer = page.goto(url)
    if answer is None or not answer.ok:
        sys.exit(f"There is no page {url}.")
    page.wait_for_load_state("networkidle")
    picture = context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
    )
    context.close()
    return base64.b64decode(picture["data"])


def main() -> int:
    """Write all pictures."""
    try:
        chromium = find(os.environ)
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if build(Order(Project.at(ROOT), site), time_ns()).diagnostics:
            print("The catalog has findings; run `vidstore validate` first.", file=sys.stderr)
            return 1
        with served(site) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            for name, address in PAGES.items():
                for lang in Lang:
                    for scheme in SCHEMES:
                        path = TARGET / f"{name}.{lang}.{scheme}.webp"
                        path.write_bytes(take(browser, f"{url}{PREFIX[lang]}{address}", scheme))
                        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
