"""What the files of the catalog and a zoo's report should be, and how they differ from that."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from . import (
    mmaction2,
    opentad,
    paddlevideo,
    pyskl,
    pyslowfast,
    pytorchvideo,
    torchvision,
    transformers,
)
from .git import Checkout, opened
from .judge import Verdict, judge
from .model import Reading, Runnable, ZooError
from .names import Names, Zoo
from .report import report
from .rows import implementation, result, rewritten

READERS: dict[str, Callable[[Checkout, Names, Zoo], Reading]] = {
    "mmaction2": mmaction2.read,
    "pyslowfast": pyslowfast.read,
    "pytorchvideo": pytorchvideo.read,
    "paddlevideo": paddlevideo.read,
    "opentad": opentad.read,
    "pyskl": pyskl.read,
    "torchvision": torchvision.read,
    "transformers": transformers.read,
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the catalog and the reports are, and the date that rows are given, if any."""

    catalog: Path
    reports: Path
    read: str = ""


def papers(
    catalog: Path, zoo: Zoo, reading: Reading, verdict: Verdict, stamp: tuple[str, str]
) -> tuple[dict[Path, str], set[str]]:
    """Entries as they should be, and papers that have none."""
    texts = _texts(zoo, reading, verdict, stamp)
    files = {path.stem: path for path in sorted((catalog / "papers").glob("*.yml"))}
    planned: dict[Path, str] = {}
    for paper, path in files.items():
        content = _content(path)
        if paper in texts or f"repo: {zoo.repo}" in content:
            own = texts.get(paper, ([], []))
            planned[path] = rewritten(content, path.name, zoo, own)
    return planned, set(texts) - set(files)


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ZooError(f"{path}: not UTF-8") from error


def _texts(
    zoo: Zoo, reading: Reading, verdict: Verdict, stamp: tuple[str, str]
) -> dict[str, tuple[list[str], list[str]]]:
    """Implementations and results of each paper, as lines."""
    commit, read = stamp
    found: dict[str, tuple[list[str], list[str]]] = {}
    for run in sorted({run for run in reading.runnables if isinstance(run, Runnable)}):
        found.setdefault(run.paper, ([], []))[0].append(implementation(run, zoo))
    for row in verdict.rows:
        found.setdefault(row.paper, ([], []))[1].append(result(row, zoo, commit, read))
    return found


def plan(name: str, folder: Path, places: Places, names: Names) -> dict[Path, str]:
    """All files of a zoo, as they should be."""
    if name not in READERS or name not in names.zoos:
        raise ZooError(f"{name}: no such zoo; there are {', '.join(sorted(READERS))}")
    checkout, zoo = opened(folder), names.zoos[name]
    reading = READERS[name](checkout, names, zoo)
    verdict = judge(reading, names, zoo)
    stamp = (checkout.commit, places.read)
    planned, waiting = papers(places.catalog, zoo, reading, verdict, stamp)
    page = report(zoo, checkout.commit, reading, verdict, waiting)
    return planned | {places.reports / f"{name}.md": page}


def changes(planned: dict[Path, str]) -> dict[Path, str]:
    """What differs from what is there."""
    return {
        path: content
        for path, content in planned.items()
        if not path.exists() or path.read_bytes() != content.encode()
    }


def differences(path: Path, content: str) -> Iterable[str]:
    """The lines of a file that would change."""
    there = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return difflib.unified_diff(
        there, content.splitlines(), path.name, path.name, lineterm="", n=1
    )
