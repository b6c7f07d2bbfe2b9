"""What entries of several kinds have: names, texts, authors, drawn by chance."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from bench import phrases, words
from bench.charter import both
from bench.vocabularies import TAGS, TASKS, VENUES
from bench.yaml import Value

_NAMES = len(words.STARTS) * len(words.MIDDLES) * len(words.ENDS)
_STRIDE = 58_417
"""Shares no factor with the number of names, so that neighbours are not alike."""
FIRST_YEAR, YEARS = 2012, 15
_NEWER_BY = 1.2
"""Years between a work and what it builds on, in the mean; so in our own catalog."""
_WELL_KNOWN = 20
"""Among so many works one is built upon far more often than the others."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How many entries of each kind the catalog has; references lead only to these."""

    counts: Mapping[str, int]

    def some(self, chance: Random, folder: str) -> str:
        """The id of an entry of this folder."""
        return identifier(folder, chance.randrange(self.counts[folder]))

    def year(self, folder: str, index: int) -> int:
        """When entry `index` of a folder appeared: the later in the folder, the younger."""
        return FIRST_YEAR + index * YEARS // self.counts[folder]

    def predecessor(self, chance: Random, index: int) -> str:
        """The id of a paper that paper `index` builds on: a few years older at most, most often."""
        distance = chance.expovariate(YEARS / (_NEWER_BY * self.counts["papers"]))
        found = max(0, index - 1 - int(distance))
        well_known = chance.random() < 0.3
        return identifier("papers", found - found % _WELL_KNOWN if well_known else found)


def method_name(index: int) -> str:
    """The name of method `index`; no two are the same."""
    turn, place = divmod(index, _NAMES)
    place = place * _STRIDE % _NAMES
    place, end = divmod(place, len(words.ENDS))
    start, middle = divmod(place, len(words.MIDDLES))
    name = words.STARTS[start] + words.MIDDLES[middle] + words.ENDS[end]
    return f"{name}-{turn + 1}" if turn else name


def identifier(folder: str, index: int) -> str:
    """The id of entry `index` of a folder."""
    if folder == "papers":
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "-", method_name(index))
        return spaced.lower()
    return f"{folder.removesuffix('s')}-{index + 1:04}"


def pick(chance: Random, items: Sequence[str] | Mapping[str, object], most: int) -> list[str]:
    """One to `most` of the items."""
    return chance.sample(list(items), chance.randint(1, most))


def summary(chance: Random, name: str) -> Value:
    """One or two sentences; the name in them keeps any two entries' texts apart."""
    how, effect, reading = (
        chance.choice(part) for part in (phrases.HOW, phrases.EFFECT, phrases.READ_FOR)
    )
    zh, en = f"{name} {how[0]}{effect[0]}。", f"{name} {how[1]}{effect[1]}."
    return both(zh + reading[0], f"{en} {reading[1]}") if chance.random() < 0.8 else both(zh, en)


def title(chance: Random, name: str) -> str:
    adjective, thing = chance.choice(words.ADJECTIVES), chance.choice(words.THINGS)
    return f"{name}: {adjective} {thing} for {chance.choice(words.GOALS)}"


def authors(chance: Random) -> list[str]:
    people = [
        f"{chance.choice(words.GIVEN)} {chance.choice(words.FAMILY)}"
        for _ in range(chance.randint(2, 7))
    ]
    return list(dict.fromkeys(people))


def added(chance: Random) -> str:
    return f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}"


def publication(chance: Random, index: int, year: int) -> dict[str, Value]:
    arxiv = f"{year % 100:02}{chance.randint(1, 12):02}.{index % 100_000:05}"
    found: dict[str, Value] = {
        "authors": authors(chance),
        "year": str(year),
        "venue": chance.choice(list(VENUES)),
    }
    if year > 2014:
        found["arxiv"] = arxiv
    if chance.random() < 0.3:
        found["doi"] = f"10.1109/SYN.{year}.{index:07}"
    return found


def topics(chance: Random) -> dict[str, Value]:
    tags = pick(chance, TAGS, 3) if chance.random() < 0.5 else []
    return {"tasks": pick(chance, TASKS, 2), **({"tags": tags} if tags else {})}
