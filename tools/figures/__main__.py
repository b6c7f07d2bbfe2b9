"""The command line: writes the figures, or says what differs."""

import argparse
import sys
from pathlib import Path

from .fields import FigureError
from .model import Figure, Lang
from .read import read_all
from .svg import draw
from .verify import MAX_BYTES, problems

FOLDER = Path(__file__).resolve().parents[2] / "catalog" / "figures"


def plan(figures: tuple[Figure, ...]) -> dict[str, str]:
    """File names and contents of all figures in all languages."""
    return {f"{figure.id}.{lang}.svg": draw(figure, lang) for figure in figures for lang in Lang}


def faults(figures: tuple[Figure, ...], files: dict[str, str]) -> list[str]:
    """What is wrong with the figures as drawn."""
    found = [p for figure in figures for lang in Lang for p in problems(figure, lang)]
    sizes = {name: len(content.encode()) for name, content in files.items()}
    return found + [f"{name}: {size} bytes" for name, size in sizes.items() if size > MAX_BYTES]


def differences(files: dict[str, str], folder: Path) -> list[str]:
    """How the folder differs from what is planned."""
    there = {path.name: path for path in folder.glob("*.svg")}
    found = [f"{name}: missing" for name in files if name not in there]
    found += [f"{name}: no description draws it" for name in there if name not in files]
    found += [
        f"{name}: differs"
        for name, content in files.items()
        if name in there and there[name].read_bytes() != content.encode()
    ]
    return sorted(found)


def write(files: dict[str, str], folder: Path) -> list[str]:
    """Writes what differs; the names of what was written."""
    changed = [name for name, content in files.items() if _differs(folder / name, content)]
    for name in changed:
        (folder / name).write_bytes(files[name].encode())
    return changed


def _differs(path: Path, content: str) -> bool:
    return not path.exists() or path.read_bytes() != content.encode()


def run(arguments: list[str]) -> int:
    """Runs the command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.figures", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if files differ")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the figures are")
    options = parser.parse_args(arguments)
    try:
        figures = read_all(options.folder)
    except FigureError as error:
        print(error, file=sys.stderr)
        return 1
    files = plan(figures)
    found = faults(figures, files)
    if options.check:
        found += differences(files, options.folder)
    else:
        print(*(f"wrote {name}" for name in write(files, options.folder)), sep="\n")
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
