"""Made-up entries of every kind, as values ready to be written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench import words
from bench.charter import FAMILIES, FRAMEWORKS, LEVELS, METRICS, TAGS, TASKS, VENUES, both
from bench.yaml import Value

Item = TypeVar("Item")

_NAMES = len(words.STARTS) * len(words.MIDDLES) * len(words.ENDS)
_STRIDE = 58_417
"""Shares no factor with the number of names, so that neighbours are not alike."""
FIRST_YEAR, YEARS = 2012, 15


@dataclass(frozen=True, slots=True)
class Scope:
    """How many entries of each kind the catalog has; references lead only to these."""

    counts: Mapping[str, int]

    def some(self, chance: Random, folder: str, before: int | None = None) -> str:
        """The id of an entry of this folder, and of one made earlier where `before` is given."""
        return identifier(folder, chance.randrange(before or self.counts[folder]))


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


def _pick(chance: Random, items: Sequence[Item] | Mapping[Item, object], most: int) -> list[Item]:
    return chance.sample(list(items), chance.randint(1, most))


def _summary(chance: Random, name: str) -> Value:
    """One or two sentences; the name in them keeps any two entries' texts apart."""
    how, effect, reading = (chance.choice(part) for part in (words.HOW, words.EFFECT, words.READ_FOR))
    zh, en = f"{name} {how[0]}{effect[0]}。", f"{name} {how[1]}{effect[1]}."
    return both(zh + reading[0], f"{en} {reading[1]}") if chance.random() < 0.8 else both(zh, en)


def _title(chance: Random, name: str) -> str:
    adjective, thing = chance.choice(words.ADJECTIVES), chance.choice(words.THINGS)
    return f"{name}: {adjective} {thing} for {chance.choice(words.GOALS)}"


def _authors(chance: Random) -> list[str]:
    people = [f"{chance.choice(words.GIVEN)} {chance.choice(words.FAMILY)}" for _ in range(chance.randint(2, 7))]
    return list(dict.fromkeys(people))


def _added(chance: Random) -> str:
    return f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}"


def _publication(chance: Random, index: int) -> dict[str, Value]:
    year = FIRST_YEAR + chance.randrange(YEARS)
    arxiv = f"{year % 100:02}{chance.randint(1, 12):02}.{index % 100_000:05}"
    found: dict[str, Value] = {
        "authors": _authors(chance),
        "year": str(year),
        "venue": chance.choice(list(VENUES)),
    }
    if year > 2014:
        found["arxiv"] = arxiv
    if chance.random() < 0.3:
        found["doi"] = f"10.1109/SYN.{year}.{index:07}"
    return found


def _words(chance: Random) -> dict[str, Value]:
    tags = _pick(chance, TAGS, 3) if chance.random() < 0.5 else []
    return {"tasks": _pick(chance, TASKS, 2), **({"tags": tags} if tags else {})}


def _implementation(chance: Random, scope: Scope, slug: str) -> Value:
    path = f"configs/{chance.choice(list(TASKS))}/{slug}"
    framework = chance.choice(FRAMEWORKS).lower()
    return {"repo": scope.some(chance, "repos"), "path": path, "framework": framework}


def _result(chance: Random, scope: Scope, slug: str) -> Value:
    return {
        "dataset": scope.some(chance, "datasets"),
        "metric": chance.choice(list(METRICS)),
        "value": f"{chance.uniform(20, 95):.2f}",
        "setting": f"{chance.choice((8, 16, 32))} frames, 224x224",
        "gflops": f"{chance.uniform(10, 400):.1f}",
        "source": {"repo": scope.some(chance, "repos"), "path": f"configs/{slug}/metafile.yml"},
    }


def paper(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name, slug = method_name(index), identifier("papers", index)
    entry: dict[str, Value] = {"name": name, "title": _title(chance, name)}
    if chance.random() < 0.15:
        entry["aliases"] = [f"{name} v1", f"{name} 方法"]
    entry |= _publication(chance, index) | _words(chance)
    entry["family"] = chance.choice(list(FAMILIES))
    if index and chance.random() < 0.6:
        earlier = {scope.some(chance, "papers", index) for _ in range(chance.randint(1, 3))}
        entry["builds_on"] = sorted(earlier)
    entry["summary"] = _summary(chance, name)
    if chance.random() < 0.2:
        entry["note"] = both(*chance.choice(words.NOTES))
    links: dict[str, Value] = {"paper": f"https://papers.example.org/abs/{slug}"}
    if chance.random() < 0.7:
        links["code"] = f"https://github.com/synthetic-lab/{slug}"
    entry["links"] = links
    if chance.random() < 0.4:
        entry["implementations"] = [_implementation(chance, scope, slug) for _ in range(chance.randint(1, 2))]
    if chance.random() < 0.25:
        entry["results"] = [_result(chance, scope, slug) for _ in range(chance.randint(1, 3))]
    entry["added"] = _added(chance)
    place = f"synthetic-lab/{slug}@{chance.randrange(16**12):012x}:README.md"
    entry["sources"] = {"title": f"{place}#L1", "authors": f"{place}#L{chance.randint(2, 9)}"}
    return entry


def _reading(chance: Random, index: int, what: tuple[str, str]) -> dict[str, Value]:
    goal = chance.choice(words.GOALS)
    date = f"{FIRST_YEAR + chance.randrange(YEARS)}-{chance.randint(1, 12):02}"
    return {
        "title": both(f"{goal} {what[0]} {index + 1}", f"{what[1]} {goal}, part {index + 1}"),
        "authors": _authors(chance)[:2],
        "date": date,
        "format": chance.choice(("article", "video", "course")),
        "language": chance.choice(("zh", "en")),
        "level": chance.choice(list(LEVELS)),
        **_words(chance),
        "summary": _summary(chance, f"{what[0]} {index + 1}"),
        "links": {"article": f"https://{what[1].split()[1]}.example.org/{index + 1}"},
        "added": _added(chance),
    }


def survey(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    return _reading(chance, index, ("综述", "A survey of")) | {
        "related": [f"papers/{scope.some(chance, 'papers')}"]
    }


def tutorial(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    return _reading(chance, index, ("教程", "A tutorial on")) | {
        "related": [f"repos/{scope.some(chance, 'repos')}"]
    }


def repo(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name = f"Video{chance.choice(words.MIDDLES)}{index + 1}"
    return {
        "name": name,
        "title": f"{name}: {chance.choice(words.THINGS)} Toolbox",
        **_words(chance),
        "frameworks": sorted(name.lower() for name in _pick(chance, FRAMEWORKS, 2)),
        "licence": chance.choice(("MIT", "Apache-2.0", "BSD-3-Clause")),
        "paper": scope.some(chance, "papers"),
        "summary": _summary(chance, name),
        "links": {"code": f"https://github.com/synthetic-lab/repo-{index + 1}"},
        "added": _added(chance),
    }


def dataset(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name = f"{chance.choice(words.STARTS)}-{index + 1}"
    return {
        "name": name,
        "title": f"{name}: A Large-Scale Benchmark for {chance.choice(words.GOALS)}",
        **_publication(chance, index),
        **_words(chance),
        "size": {"videos": str(chance.randint(1_000, 900_000)), "hours": str(chance.randint(5, 9_000))},
        "classes": str(chance.randint(10, 900)),
        "metrics": _pick(chance, METRICS, 2),
        "summary": _summary(chance, name),
        "links": {"home": f"https://data.example.org/{index + 1}"},
        "related": [f"papers/{scope.some(chance, 'papers')}"],
        "added": _added(chance),
    }


def platform(chance: Random, index: int, _: Scope) -> dict[str, Value]:
    home = f"https://gpu-{index + 1}.example.org"
    price: Value = {
        "gpu": "RTX 4090",
        "amount": f"{chance.uniform(1, 9):.2f}",
        "currency": "CNY",
        "per": "hour",
        "read": _added(chance),
        "source": f"{home}/pricing",
    }
    return {
        "title": both(f"云算力 {index + 1}", f"GPU Cloud {index + 1}"),
        "gpus": ["RTX 4090", "A100 80GB"],
        "billing": ["hour", "month"],
        "region": "cn",
        "prices": [price],
        "summary": both("按小时出租 GPU 的平台，带现成的镜像。", "Rents GPUs by the hour, with images ready to use."),
        "links": {"home": home},
        "added": _added(chance),
    }


def person(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name = f"{chance.choice(words.GIVEN)} {chance.choice(words.FAMILY)}"
    return {
        "title": f"{name} {index + 1}",
        "affiliation": both("示例大学", "Example University"),
        "role": both("视频理解方向的研究者", "Works on video understanding"),
        "works": [f"papers/{scope.some(chance, 'papers')}"],
        "summary": _summary(chance, name),
        "links": {"home": f"https://people.example.org/{index + 1}"},
        "added": _added(chance),
    }
