"""Synthetic catalogs: complete projects of any size, the same for the same size and seed."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench import others
from bench.charter import write_charter
from bench.drawing import Scope, identifier
from bench.papers import paper
from bench.yaml import Value, dump

SHARES = {
    "surveys": 25,
    "tutorials": 20,
    "repos": 40,
    "datasets": 35,
    "platforms": 5,
    "people": 15,
}
"""Entries of each kind among a thousand; the rest are papers."""

_MAKERS: Mapping[str, Callable[[Random, int, Scope], dict[str, Value]]] = {
    "papers": paper,
    "surveys": others.survey,
    "tutorials": others.tutorial,
    "repos": others.repo,
    "datasets": others.dataset,
    "platforms": others.platform,
    "people": others.person,
}
_WRITTEN_AT = 1_700_000_000
"""Files look old, as those of a checkout do: what was written just now is never remembered."""


@dataclass(frozen=True, slots=True)
class Synthetic:
    """A synthetic catalog in a folder: how many files it has and how large they are together."""

    root: Path
    entries: int
    bytes: int


def counts(number: int) -> dict[str, int]:
    """How many entries of each kind make up a catalog of this size."""
    others = {folder: max(1, number * share // 1000) for folder, share in SHARES.items()}
    return {"papers": max(1, number - sum(others.values())), **others}


def make(root: Path, number: int, seed: int = 1) -> Synthetic:
    """Write a project of `number` entries to an empty folder."""
    scope = Scope(counts(number))
    size = 0
    for folder, many in scope.counts.items():
        target = root / "catalog" / folder
        target.mkdir(parents=True)
        for index in range(many):
            chance = Random(f"{seed}/{folder}/{index}")
            content = dump(_MAKERS[folder](chance, index, scope)).encode()
            path = target / f"{identifier(folder, index)}.yml"
            path.write_bytes(content)
            os.utime(path, (_WRITTEN_AT, _WRITTEN_AT))
            size += len(content)
    named = [f"papers/{identifier('papers', i)}" for i in range(min(40, scope.counts["papers"]))]
    write_charter(root, named)
    return Synthetic(root, sum(scope.counts.values()), size)
