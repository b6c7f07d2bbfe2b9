"""How long an edit takes to be seen in a running preview (`vidstore serve`)."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.measure import CommandError, Sample, memory_of_tree, tree
from bench.operations import edit
from bench.trial import Outcome, median

PREVIEWED = "one summary edited, seen in a preview"
LOOK = 0.02
"""Seconds between two looks at the page."""
PATIENCE = 120.0
"""Seconds after which a preview is given up."""


def previewed(project: Path, runs: int) -> Outcome:
    """From the moment an entry's file is written until the server gives the new page.

    Raises:
        CommandError: the preview does not start, or never shows the edit.
    """
    papers = sorted((project / "catalog" / "papers").glob("*.yml"))
    with _preview(project) as preview:
        # The first edit loads what later ones find loaded.
        samples = [preview.sample(papers[turn], 1000 + turn) for turn in range(runs + 1)]
    return median(PREVIEWED, samples[1:])


@dataclass(frozen=True, slots=True)
class _Preview:
    """A running preview at an address."""

    pid: int
    url: str

    def sample(self, path: Path, turn: int) -> Sample:
        """What one edit takes until it is seen."""
        mark, page = f"Edited {turn} ", f"{self.url}en/papers/{path.stem}/"
        before = _processor_seconds(self.pid)
        start = time.perf_counter()
        edit(path, "  en", turn)
        with httpx.Client() as client:
            while mark not in client.get(page).text:
                if time.perf_counter() - start > PATIENCE:
                    raise CommandError(f"{page} does not show {mark!r}")
                time.sleep(LOOK)
        wall = time.perf_counter() - start
        time.sleep(1)  # what is done after the page is there belongs to the edit, too
        cpu, memory = _processor_seconds(self.pid) - before, memory_of_tree(self.pid)
        return Sample(wall, cpu, memory, memory)


@contextmanager
def _preview(project: Path) -> Iterator[_Preview]:
    command = [sys.executable, "-m", "vidstore", "serve", "--root", str(project), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout
    try:
        found = next(
            filter(None, (re.search(r"http://\S+", line) for line in process.stdout)), None
        )
        if found is None:
            raise CommandError("the preview did not start")
        yield _Preview(process.pid, found[0])
    finally:
        process.terminate()
        process.communicate()


def _processor_seconds(root: int) -> float:
    """What a tree of processes has used, those that ended included (`proc(5)`, `/proc/pid/stat`)."""
    stats = (Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2] for pid in tree(root))
    ticks = sum(sum(map(int, stat.split()[11:15])) for stat in stats)
    return ticks / os.sysconf("SC_CLK_TCK")
