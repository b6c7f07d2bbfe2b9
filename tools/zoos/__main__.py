"""The command line: reads model zoos and writes what agrees into the catalog."""

import argparse
import re
import sys
from pathlib import Path

from .model import ZooError
from .names import load
from .plan import Places, changes, differences, plan

ROOT = Path(__file__).resolve().parents[2]


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
    except (ZooError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    checkouts, names = _checkouts(options.checkout), load()
    if options.read and not re.fullmatch(r"\d{4}-\d\d-\d\d", options.read):
        raise ZooError(f"--read {options.read}: YYYY-MM-DD is expected")
    places = Places(options.catalog, options.reports, options.read)
    found = False
    for name in options.zoos or checkouts:
        if name not in checkouts:
            raise ZooError(f"{name}: where is it? --checkout {name}=DIR")
        changed = changes(plan(name, checkouts[name], places, names))
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
