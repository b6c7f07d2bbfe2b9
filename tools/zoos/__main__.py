"""The command line: reads model zoos and writes what agrees into the catalog."""

import argparse
import difflib
import re
import sys
from collections.abc import Callable, Iterable
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
from .names import Names, Zoo, load
from .report import report
from .rows import implementation, result, rewritten

ROOT = Path(__file__).resolve().parents[2]
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


def papers(
    catalog: Path, zoo: Zoo, reading: Reading, verdict: Verdict, stamp: tuple[str, str]
) -> tuple[dict[Path, str], set[str]]:
    """Entries as they should be, and papers that have none."""
    texts = _texts(zoo, reading, verdict, stamp)
    files = {path.stem: path for path in sorted((catalog / "papers").glob("*.yml"))}
    planned: dict[Path, str] = {}
    for paper, path in files.items():
        content = path.read_bytes().decode("utf-8")
        if paper in texts or f"repo: {zoo.repo}" in content:
            own = texts.get(paper, ([], []))
            planned[path] = rewritten(content, path.name, zoo, own)
    return planned, set(texts) - set(files)


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


def plan(name: str, folder: Path, options: argparse.Namespace, names: Names) -> dict[Path, str]:
    """All files of a zoo, as they should be."""
    if name not in READERS or name not in names.zoos:
        raise ZooError(f"{name}: no such zoo; there are {', '.join(sorted(READERS))}")
    checkout, zoo = opened(folder), names.zoos[name]
    reading = READERS[name](checkout, names, zoo)
    verdict = judge(reading, names, zoo)
    stamp = (checkout.commit, options.read)
    planned, waiting = papers(options.catalog, zoo, reading, verdict, stamp)
    page = report(zoo, checkout.commit, reading, verdict, waiting)
    return planned | {options.reports / f"{name}.md": page}


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


def _checkouts(said: list[str]) -> dict[str, Path]:
    found = {}
    for each in said:
        name, equals, folder = each.partition("=")
        if not equals:
            raise ZooError(f"--checkout {each}: NAME=DIR is expected")
        found[name] = Path(folder)
    return found


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.zoos", description=__doc__)
    parser.add_argument("zoos", nargs="*", metavar="ZOO", help="all that have a checkout, if none")
    parser.add_argument("--checkout", action="append", default=[], metavar="NAME=DIR")
    parser.add_argument("--read", default="", metavar="YYYY-MM-DD", help="date for the rows")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if files differ")
    parser.add_argument("--catalog", type=Path, default=ROOT / "catalog")
    parser.add_argument("--reports", type=Path, default=Path(__file__).parent / "reports")
    return parser.parse_args(arguments)


def run(arguments: list[str]) -> int:
    """Runs the command; the exit code."""
    options = _options(arguments)
    try:
        return _run(options)
    except ZooError as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    checkouts, names = _checkouts(options.checkout), load()
    if options.read and not re.fullmatch(r"\d{4}-\d\d-\d\d", options.read):
        raise ZooError(f"--read {options.read}: YYYY-MM-DD is expected")
    found = False
    for name in options.zoos or checkouts:
        if name not in checkouts:
            raise ZooError(f"{name}: where is it? --checkout {name}=DIR")
        changed = changes(plan(name, checkouts[name], options, names))
        found = found or bool(changed)
        _deliver(changed, check=options.check)
    return 1 if options.check and found else 0


def _deliver(changed: dict[Path, str], *, check: bool) -> None:
    for path, content in changed.items():
        if check:
            print(*differences(path, content), sep="\n")
        else:
            path.write_bytes(content.encode())
            print(f"wrote {path.name}")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
