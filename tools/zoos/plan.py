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
    places: Places, zoo: Zoo, reading: Reading, verdict: Verdict, commit: str
) -> dict[Path, str]:
    """Entries of papers as they should be."""
    files = {path.stem: path for path in sorted((places.catalog / "papers").glob("*.yml"))}
    texts = _texts(zoo, reading, _with_datasets(verdict, places), (commit, places.read))
    if waiting(f"repos/{zoo.repo}", places):
        return {}
    planned: dict[Path, str] = {}
    for paper, path in files.items():
        content = _content(path)
        if paper in texts or f"repo: {zoo.repo}" in content:
            planned[path] = rewritten(content, path.name, zoo, texts.get(paper, ([], [])))
    return planned


def waiting(key: str, places: Places) -> bool:
    """Whether an entry, such as `papers/tsn`, is still to be written."""
    return not (places.catalog / f"{key}.yml").exists()


def _with_datasets(verdict: Verdict, places: Places) -> Verdict:
    """Without the rows on datasets that have no entry yet."""
    kept = (row for row in verdict.rows if not waiting(f"datasets/{row.dataset}", places))
    return Verdict(tuple(kept), verdict.refusals)


def awaited(zoo: Zoo, reading: Reading, verdict: Verdict, places: Places) -> list[str]:
    """Entries that rows wait for."""
    runs = (run for run in reading.runnables if isinstance(run, Runnable))
    keys = {f"papers/{run.paper}" for run in runs} | {f"repos/{zoo.repo}"}
    keys |= {f"papers/{row.paper}" for row in verdict.rows}
    keys |= {f"datasets/{row.dataset}" for row in verdict.rows}
    return sorted(key for key in keys if waiting(key, places))


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
    planned = papers(places, zoo, reading, verdict, checkout.commit)
    wanted = awaited(zoo, reading, verdict, places)
    page = report(zoo, checkout.commit, reading, verdict, wanted)
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
