"""What is measured of vidstore itself, each as the command that a person would type."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench.contender import Contender

_VIDSTORE = (sys.executable, "-m", "vidstore")
_COMPOSE = """\
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    with path.open("rb") as file:
        yaml.compose(file, Loader=yaml.CSafeLoader)
"""
FULL, EDIT, EDIT_TITLE = "vidstore build --full", "one summary edited", "one title edited"
NOTHING, VALIDATE, COMPOSE = "nothing edited", "vidstore validate", "compose only"
README = "vidstore readme"


@dataclass(frozen=True, slots=True)
class Operation:
    """A command; `prepare` comes before each run, untimed."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], None]


def full_build(project: Path) -> Contender:
    """The full build of vidstore."""
    command = (*_VIDSTORE, "build", "--root", str(project), "--full")
    return Contender(FULL, command, project, (project / "site",), (project / ".vidstore",))


def operations(project: Path) -> Iterator[Operation]:
    """A full build, and then what is done with a site that has been built."""
    full = full_build(project)
    yield Operation(full.name, full.command, full.clear)
    build = (*_VIDSTORE, "build", "--root", str(project))
    papers = sorted((project / "catalog" / "papers").glob("*.yml"))
    step = max(1, len(papers) // 50)
    turn = count(1)

    def editing(field: str) -> Callable[[], None]:
        def prepare() -> None:
            number = next(turn)
            edit(papers[number * step % len(papers)], field, number)

        return prepare

    yield Operation(EDIT, build, editing("  en"))
    yield Operation(EDIT_TITLE, build, editing("title"))
    yield Operation(NOTHING, build, _nothing)
    yield Operation(VALIDATE, (*_VIDSTORE, "validate", "--root", str(project)), _nothing)
    compose = (sys.executable, "-c", _COMPOSE, str(project / "catalog"))
    yield Operation(COMPOSE, compose, _nothing)
    yield Operation(README, (*_VIDSTORE, "readme", "--root", str(project)), _nothing)


def _nothing() -> None:
    pass


def edit(path: Path, field: str, number: int) -> None:
    """Change the beginning of a text in an entry's file."""
    text = path.read_text("utf-8")
    found = re.sub(rf'^({field}: "?)', rf"\g<1>Edited {number} ", text, count=1, flags=re.M)
    path.write_text(found, "utf-8")
