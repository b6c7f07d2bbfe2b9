"""A sheet for re-reading a random share of the catalog against its sources.

`python -m tools.review --share 0.2 --seed 7 > sheet.md` draws from each kind and writes every fact
with the place where it was read, and a box to tick. The same seed draws the same entries.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from vidstore.config import Project
from vidstore.intake.catalog import take_in
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind

UNCHECKED = {"id", "added", "status", "summary", "sources", "tags", "tasks", "results"}
"""Fields that are judgement or wording, not facts read in a source; results have checks of their own."""


def draw(entries: Iterable[Entry], share: float, seed: int) -> list[Entry]:
    """A share of the entries of each kind, at least one, in the order of their keys."""
    found: list[Entry] = []
    by_key = sorted(entries, key=lambda entry: entry.key)
    for kind in Kind:
        of_kind = [entry for entry in by_key if entry.kind is kind]
        if of_kind:
            size = max(1, round(len(of_kind) * share))
            found += random.Random(f"{seed}:{kind}").sample(of_kind, size)
    return sorted(found, key=lambda entry: entry.key)


def facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields to check, with their values as the file has them."""
    for name, value in entry.model_dump(mode="json", exclude_defaults=True).items():
        if name not in UNCHECKED and value:
            yield name, str(value)


def sheet(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of the sheet."""
    for entry in entries:
        yield f"## {entry.key}"
        yield ""
        for name, value in facts(entry):
            sources = [place for of, place in entry.sources.items() if of.split(".")[0] == name]
            yield f"- [ ] **{name}**: {value}  \n  {'; '.join(sources) or '(no source named)'}"
        yield f"- [ ] **summary**: {entry.summary.zh} / {entry.summary.en}"
        yield ""


def main() -> int:
    """Print a sheet for the catalog of this checkout."""
    parser = argparse.ArgumentParser(prog="python -m tools.review", description=__doc__)
    parser.add_argument("--share", type=float, default=0.2, help="how much of each kind")
    parser.add_argument("--seed", type=int, default=1, help="which draw")
    options = parser.parse_args()
    project = Project.at(Path(__file__).resolve().parents[1])
    intake = take_in(project, time.time_ns(), fresh=True)
    if intake.catalog is None:
        print("The catalog has findings; run `vidstore validate` first.", file=sys.stderr)
        return 1
    drawn = draw(intake.entries.values(), options.share, options.seed)
    print(f"# {len(drawn)} of {len(intake.entries)} entries, seed {options.seed}\n")
    for line in sheet(drawn):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
