"""Compares vidstore with other generators on synthetic catalogs: `python -m bench --help`."""

import argparse
import os
import platform
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import hugo, markdown_sites
from bench.contender import Contender, PeerMissingError
from bench.measure import CommandError, measure
from bench.operations import full_build, operations
from bench.pages_alone import pages_alone
from bench.preview import previewed
from bench.report import builds_table, operations_table, targets_table
from bench.synthetic import make
from bench.trial import compare, repeat

PEERS: dict[str, Callable[[Path, Path], Contender]] = {
    "hugo": lambda project, work: hugo.from_adapter(
        project / "site", work / "hugo", markdown=True
    ),
    "hugo-html": lambda project, work: hugo.from_adapter(project / "site", work / "hugo-html"),
    "hugo-files": lambda project, work: hugo.from_files(project / "site", work / "hugo-files"),
    "mkdocs": lambda project, work: markdown_sites.material(_markdown(project, work)),
    "zensical": lambda project, work: markdown_sites.zensical(_markdown(project, work)),
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the report where it is asked for."""
    options = _options(arguments)
    blocks = [_machine(arguments)]
    with tempfile.TemporaryDirectory(prefix="vidstore-bench-", dir=options.work) as folder:
        for number in options.entries:
            try:
                block = "\n".join(_size(number, options, Path(folder) / str(number)))
            except (CommandError, PeerMissingError) as error:
                print(f"{type(error).__name__}: {error}", file=sys.stderr)
                return 1
            print(f"{block}\n", flush=True)
            blocks.append(block)
    if options.out:
        options.out.write_text("\n\n".join(blocks) + "\n", "utf-8")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--entries", type=_numbers, default=[1000], help="sizes, with commas between"
    )
    parser.add_argument("--runs", type=int, default=3, help="timed runs of each command")
    parser.add_argument(
        "--peers",
        type=_peers,
        default=["mkdocs", "zensical", "hugo", "hugo-html"],
        help=", ".join(PEERS),
    )
    parser.add_argument("--work", type=Path, help="a folder with room (default: a temporary one)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another catalog")
    parser.add_argument("--out", type=Path, help="write the tables to this file as well")
    return parser.parse_args(arguments)


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _peers(text: str) -> list[str]:
    names = [part for part in text.split(",") if part]
    for name in names:
        if name not in PEERS:
            raise argparse.ArgumentTypeError(f"no peer {name!r}; known: {', '.join(PEERS)}")
    return names


def _machine(arguments: Sequence[str]) -> str:
    processors = len(os.sched_getaffinity(0))
    where = f"{platform.system()} {platform.machine()}, {processors} processors"
    return (
        f"`python -m bench {shlex.join(arguments)}`\n\n{where}, Python {platform.python_version()}"
    )


def _size(number: int, options: argparse.Namespace, work: Path) -> Iterator[str]:
    project = work / "project"
    catalog = make(project, number, options.seed)
    size = f"{catalog.bytes / 1_000_000:.1f} MB of YAML"
    yield f"## {catalog.entries:,} entries, {size}, two languages\n"
    own = full_build(project)
    measure(own.command, project, work)
    peers = [PEERS[name](project, work) for name in options.peers]
    outcomes = compare([own, pages_alone(project, work), *peers], options.runs, work)
    yield from builds_table(outcomes)
    others = repeat(list(operations(project)), options.runs, work)
    others.append(previewed(project, options.runs))
    yield ""
    yield from operations_table(others)
    yield ""
    yield from targets_table((outcomes, others))


def _markdown(project: Path, work: Path) -> Path:
    """The Markdown sources; MkDocs and Zensical share them."""
    folder = work / "markdown"
    if not folder.exists():
        markdown_sites.write_sources(project, folder)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
