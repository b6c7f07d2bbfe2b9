"""Made-up entries of the other kinds."""

from random import Random

from bench import words
from bench.charter import both
from bench.drawing import (
    FIRST_YEAR,
    YEARS,
    Scope,
    added,
    authors,
    pick,
    publication,
    summary,
    topics,
)
from bench.vocabularies import FRAMEWORKS, LEVELS, METRICS
from bench.yaml import Value


def _reading(chance: Random, index: int, what: tuple[str, str]) -> dict[str, Value]:
    goal = chance.choice(words.GOALS)
    date = f"{FIRST_YEAR + chance.randrange(YEARS)}-{chance.randint(1, 12):02}"
    return {
        "title": both(f"{goal} {what[0]} {index + 1}", f"{what[1]} {goal}, part {index + 1}"),
        "authors": authors(chance)[:2],
        "date": date,
        "format": chance.choice(("article", "video", "course")),
        "language": chance.choice(("zh", "en")),
        "level": chance.choice(list(LEVELS)),
        **topics(chance),
        "summary": summary(chance, f"{what[0]} {index + 1}"),
        "links": {"article": f"https://{what[1].split()[1]}.example.org/{index + 1}"},
        "added": added(chance),
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
        **topics(chance),
        "frameworks": sorted(name.lower() for name in pick(chance, FRAMEWORKS, 2)),
        "licence": chance.choice(("MIT", "Apache-2.0", "BSD-3-Clause")),
        "paper": scope.some(chance, "papers"),
        "summary": summary(chance, name),
        "links": {"code": f"https://github.com/synthetic-lab/repo-{index + 1}"},
        "added": added(chance),
    }


def dataset(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name = f"{chance.choice(words.STARTS)}-{index + 1}"
    return {
        "name": name,
        "title": f"{name}: A Large-Scale Benchmark for {chance.choice(words.GOALS)}",
        **publication(chance, index, scope.year("datasets", index)),
        **topics(chance),
        "size": {
            "videos": str(chance.randint(1_000, 900_000)),
            "hours": str(chance.randint(5, 9_000)),
        },
        "classes": str(chance.randint(10, 900)),
        "metrics": pick(chance, METRICS, 2),
        "summary": summary(chance, name),
        "links": {"home": f"https://data.example.org/{index + 1}"},
        "related": [f"papers/{scope.some(chance, 'papers')}"],
        "added": added(chance),
    }


def platform(chance: Random, index: int, _: Scope) -> dict[str, Value]:
    home = f"https://gpu-{index + 1}.example.org"
    price: Value = {
        "gpu": "RTX 4090",
        "amount": f"{chance.uniform(1, 9):.2f}",
        "currency": "CNY",
        "per": "hour",
        "read": added(chance),
        "source": f"{home}/pricing",
    }
    return {
        "title": both(f"云算力 {index + 1}", f"GPU Cloud {index + 1}"),
        "gpus": ["RTX 4090", "A100 80GB"],
        "billing": ["hour", "month"],
        "region": "cn",
        "prices": [price],
        "summary": both(
            "按小时出租 GPU 的平台，带现成的镜像。",
            "Rents GPUs by the hour, with images ready to use.",
        ),
        "links": {"home": home},
        "added": added(chance),
    }


def person(chance: Random, index: int, scope: Scope) -> dict[str, Value]:
    name = f"{chance.choice(words.GIVEN)} {chance.choice(words.FAMILY)}"
    return {
        "title": f"{name} {index + 1}",
        "affiliation": both("示例大学", "Example University"),
        "role": both("视频理解方向的研究者", "Works on video understanding"),
        "works": [f"papers/{scope.some(chance, 'papers')}"],
        "summary": summary(chance, name),
        "links": {"home": f"https://people.example.org/{index + 1}"},
        "added": added(chance),
    }
