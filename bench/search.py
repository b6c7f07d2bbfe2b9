"""How much search loads and how long it takes, in Chromium: `python -m bench.search --help`.

Chromium is driven as by the browser tests, over Playwright, which comes with the dependency group
`test`; the site is served by Python's own plain server, which compresses nothing.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Page, Response, sync_playwright
from tools.chromium import find

from bench.operations import full_build
from bench.synthetic import make
from vidstore.search.folding import is_cjk, parts

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
ASK = """async (query) => {
  const field = document.querySelector(".vs-search input");
  const body = document.querySelector(".vs-search__body");
  const start = performance.now();
  const shown = new Promise((done) => new MutationObserver(done).observe(body, { childList: true }));
  field.value = query;
  field.dispatchEvent(new InputEvent("input"));
  await shown;
  return [performance.now() - start, document.querySelectorAll(".vs-result").length];
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def queries(site: Path, number: int, seed: int) -> list[str]:
    """Rows of two to four characters out of the texts of the catalog, by chance."""
    chance = Random(seed)
    chunks = sorted((site / "assets/search/records").glob("*.json"))
    found: list[str] = []
    while len(found) < number:
        record = chance.choice(json.loads(chance.choice(chunks).read_bytes()))
        rows = [
            row for text in record[2:7] for row in parts(text)[1] if len(row) > 1 and is_cjk(row)
        ]
        if rows:
            row, size = chance.choice(rows), chance.randint(2, 4)
            start = chance.randrange(max(1, len(row) - size + 1))
            found.append(row[start : start + size])
    return found


def first_answer(browser: Browser, url: str, query: str) -> tuple[int, float]:
    """Bytes and milliseconds until the first answer to somebody who has not been here before."""
    loaded: list[Response] = []

    def take(answer: Response) -> None:
        loaded.append(answer)

    page = _ready(browser, url)
    page.on("response", take)
    _open(page)
    took, _ = page.evaluate(ASK, query)
    size = sum(len(answer.body()) for answer in loaded)
    page.close()
    return size, took


def later_answers(browser: Browser, url: str, asked: Sequence[str]) -> list[tuple[float, int]]:
    """Milliseconds and results of one query after the other, on one page."""
    page = _ready(browser, url)
    _open(page)
    found = [tuple(page.evaluate(ASK, query)) for query in asked]
    page.close()
    return found[1:]


def _ready(browser: Browser, url: str) -> Page:
    page = browser.new_page()
    page.goto(url, wait_until="networkidle")
    page.wait_for_selector("button.vs-find")
    return page


def _open(page: Page) -> None:
    page.keyboard.press("/")
    page.wait_for_selector(".vs-search[open]")


def main(arguments: Sequence[str]) -> int:
    """Build a synthetic catalog, ask its site, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="a folder with room (default: a temporary one)")
    parser.add_argument("--site", type=Path, help="ask this site instead of building one")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="vidstore-bench-", dir=options.work) as folder:
        site = options.site or _built(Path(folder) / "project", options)
        _report(site, queries(site, options.queries, options.seed))
    return 0


def _built(project: Path, options: argparse.Namespace) -> Path:
    make(project, options.entries, options.seed)
    command = full_build(project).command
    if os.spawnv(os.P_WAIT, command[0], command):
        raise SystemExit(1)
    return project / "site"


def _report(site: Path, asked: Sequence[str]) -> None:
    files = [path.stat().st_size for path in (site / "assets/search").rglob("*") if path.is_file()]
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(os.environ), args=list(ARGUMENTS)
        )
        firsts = [first_answer(browser, url, query) for query in asked[:20]]
        later = later_answers(browser, url, asked)
        browser.close()
    loaded, times = [size for size, _ in firsts], [took for took, _ in later]
    print(f"index: {len(files)} files, {sum(files) / 1e6:.1f} MB")
    print(f"first answer: {_spread(loaded, 1000)} KB, {_spread([t for _, t in firsts], 1)} ms")
    print(
        f"later answers: {_spread(times, 1)} ms; {_spread([n for _, n in later], 1)} results shown"
    )


def _spread(values: Sequence[float], unit: float) -> str:
    """The median, and the largest."""
    return f"{statistics.median(values) / unit:.0f} (at most {max(values) / unit:.0f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
