"""`vidstore serve` as a process of its own, and what its pages get to hear."""

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import httpx

from vidstore.config import PACKAGE

GENEROUS = 60.0


@dataclass(frozen=True)
class State:
    """One event of the stream."""

    version: int
    title: str
    problem: str


@dataclass
class Server:
    """A running preview. What it prints is gathered as it comes."""

    process: "subprocess.Popen[str]"
    lines: "queue.Queue[str]" = field(default_factory=queue.Queue)
    printed: list[str] = field(default_factory=list)
    url: str = ""

    def gather(self, stream: IO[str]) -> None:
        for line in stream:
            self.lines.put(line.rstrip("\n"))

    def until_printed(self, pattern: str) -> "re.Match[str]":
        """Wait for a line, and give what was found in it."""
        while True:
            try:
                line = self.lines.get(timeout=GENEROUS)
            except queue.Empty:
                raise AssertionError(f"no {pattern!r} in {self.printed}") from None
            self.printed.append(line)
            if found := re.search(pattern, line):
                return found

    def get(self, path: str) -> httpx.Response:
        return httpx.get(self.url + path.removeprefix("/"), timeout=GENEROUS)

    @contextmanager
    def events(self) -> Iterator[Callable[[Callable[[State], bool]], State]]:
        """Listen like a page does; gives a function that waits for a state."""
        address = f"{self.url}.vidstore/events"
        with httpx.stream("GET", address, timeout=GENEROUS) as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            lines = response.iter_lines()

            def until(wanted: Callable[[State], bool]) -> State:
                seen: list[State] = []
                deadline = time.monotonic() + GENEROUS
                for line in lines:  # a line comes every second, if only to say "still here"
                    if time.monotonic() > deadline:
                        raise AssertionError(f"not seen in time, only {seen}")
                    if line.startswith("data: "):
                        seen.append(State(**json.loads(line.removeprefix("data: "))))
                        if wanted(seen[-1]):
                            return seen[-1]
                raise AssertionError(f"the stream ended after {seen}")

            yield until

    def interrupt(self) -> int:
        """Like Ctrl-C in a terminal: everything in the group hears it. Gives the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(GENEROUS)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "vidstore", "serve", *arguments]


def environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "VIDSTORE_LANG": "en"}


@contextmanager
def serving(root: Path, *arguments: str) -> Iterator[Server]:
    """Start a preview of a project on a free port; end it in the end."""
    process = subprocess.Popen(
        command("--port", "0", *arguments),
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout
    server = Server(process)
    reader = threading.Thread(target=server.gather, args=(process.stdout,), daemon=True)
    reader.start()
    try:
        server.url = server.until_printed(r"Serving on (http://\S+/)")[1]
        yield server
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(GENEROUS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        for left in members(process.pid):  # what the server should have ended itself
            os.kill(left, signal.SIGKILL)
        reader.join(GENEROUS)
        process.stdout.close()


def members(group: int) -> list[int]:
    """The processes of a process group that are alive (Linux)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, own_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(own_group) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found
