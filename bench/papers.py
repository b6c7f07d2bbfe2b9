"""Made-up papers, most of a catalog."""

from random import Random

from bench import phrases
from bench.charter import both
from bench.drawing import (
    Scope,
    added,
    identifier,
    method_name,
    publication,
    summary,
    title,
    topics,
)
from bench.vocabularies import FAMILIES, FRAMEWORKS, METRICS, TASKS
from bench.yaml import Value


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
    entry: dict[str, Value] = {"name": name, "title": title(chance, name)}
    if chance.random() < 0.15:
        entry["aliases"] = [f"{name} v1", f"{name} 方法"]
    entry |= publication(chance, index, scope.year("papers", index)) | topics(chance)
    entry["family"] = chance.choice(list(FAMILIES))
    if index and chance.random() < 0.4:
        earlier = {scope.predecessor(chance, index) for _ in range(chance.choice((1, 1, 1, 2)))}
        entry["builds_on"] = sorted(earlier)
    entry["summary"] = summary(chance, name)
    if chance.random() < 0.2:
        entry["note"] = both(*chance.choice(phrases.NOTES))
    links: dict[str, Value] = {"paper": f"https://papers.example.org/abs/{slug}"}
    if chance.random() < 0.7:
        links["code"] = f"https://github.com/synthetic-lab/{slug}"
    entry["links"] = links
    if chance.random() < 0.4:
        entry["implementations"] = [
            _implementation(chance, scope, slug) for _ in range(chance.randint(1, 2))
        ]
    if chance.random() < 0.25:
        entry["results"] = [_result(chance, scope, slug) for _ in range(chance.randint(1, 3))]
    entry["added"] = added(chance)
    place = f"synthetic-lab/{slug}@{chance.randrange(16**12):012x}:README.md"
    entry["sources"] = {"title": f"{place}#L1", "authors": f"{place}#L{chance.randint(2, 9)}"}
    return entry
