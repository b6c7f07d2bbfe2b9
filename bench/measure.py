"""Measuring a command as a tree of processes: time, processor time, memory.

`python bench/measure.py REPORT COMMAND…` runs one command from a process of its own, which has
nothing else to do and little memory, so that neither counts towards the command: the kernel hands
a child the peak of the process that started it (`getrusage(2)`, `ru_maxrss`).
"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

INTERVAL = 0.05
"""Seconds between two looks at the memory; longer where looking itself takes long."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run of a command took.

    `peak` is the most that all its processes held at one time, each page shared between them
    counted once (`Pss` of `proc(5)`); `largest` the most that a single one held (`ru_maxrss`).
    """

    wall: float
    cpu: float
    peak: int
    largest: int

    @classmethod
    def read(cls, path: Path) -> Self:
        """The sample in a report."""
        return cls(**json.loads(path.read_text("utf-8")))


class CommandError(Exception):
    """A command that was to be measured failed."""


def measure(command: Sequence[str], folder: Path, scratch: Path) -> Sample:
    """Run a command in `folder`; its output goes to a file in `scratch`.

    Raises:
        CommandError: it failed.
    """
    report, log = scratch / "report.json", scratch / "output.log"
    report.unlink(missing_ok=True)
    runner = [sys.executable, "-I", str(Path(__file__).resolve()), str(report), *command]
    with log.open("wb") as output:
        done = subprocess.run(runner, cwd=folder, stdout=output, stderr=output, check=False)
    if done.returncode or not report.exists():
        raise CommandError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Sample.read(report)


def run(command: Sequence[str]) -> tuple[int, Sample]:
    """Run a command to its end: its exit code, and what it took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    peak, pause = 0, INTERVAL
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        looked = time.perf_counter()
        peak = max(peak, memory_of_tree(process.pid))
        spent = time.perf_counter() - looked
        pause = max(INTERVAL, 20 * spent)
        _wait(process.pid, pause)
    wall = time.perf_counter() - start
    status, usage = ended[1], ended[2]
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = usage.ru_maxrss * 1024
    sample = Sample(wall, usage.ru_utime + usage.ru_stime, peak or largest, largest)
    return process.returncode, sample


def _wait(pid: int, seconds: float) -> None:
    """Sleep until the process ends, but no longer than this."""
    descriptor = os.pidfd_open(pid)
    try:
        select.select([descriptor], [], [], seconds)
    finally:
        os.close(descriptor)


def memory_of_tree(root: int) -> int:
    """Bytes that a process and all below it hold now."""
    return sum(_memory(pid) for pid in tree(root))


def tree(root: int) -> list[int]:
    """The process and all its descendants."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for task in _names(f"/proc/{pid}/task"):
            waiting += map(int, _text(f"/proc/{pid}/task/{task}/children").split())
    return found


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - paths of /proc are made some 1,000 times a second
    except OSError:
        return []


def _text(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:  # noqa: PTH123 - likewise
            return file.read()
    except OSError:
        return ""


def _memory(pid: int) -> int:
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        for line in _text(f"/proc/{pid}/{name}").splitlines():
            if line.startswith(key):
                return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    code, taken = run(sys.argv[2:])
    Path(sys.argv[1]).write_text(json.dumps(asdict(taken)), "utf-8")
    sys.exit(code)
