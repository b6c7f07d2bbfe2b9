"""What a synthetic catalog lays down for its entries: site, taxonomy, sections, guides."""

from pathlib import Path

from bench.vocabularies import FAMILIES, FRAMEWORKS, GROUPS, LEVELS, METRICS, TAGS, TASKS, VENUES
from bench.yaml import Value, dump

GUIDES = ("start", "contribute")
SITE_NAME = {"zh": "合成目录", "en": "Synthetic catalog"}


def both(zh: str, en: str) -> dict[str, Value]:
    return {"zh": zh, "en": en}


def _terms(words: dict[str, tuple[str, str]]) -> dict[str, Value]:
    return {
        word: {
            "name": both(zh, en),
            "summary": both(f"{zh}：这一类下的条目。", f"{en}, and what belongs to it."),
        }
        for word, (zh, en) in words.items()
    }


def _site() -> Value:
    return {
        "name": SITE_NAME,
        "tagline": both("由程序生成的双语目录", "A bilingual catalog made by a program"),
        "description": both("用来测量，不用来阅读。", "Made to be measured, not to be read."),
        "url": "https://example.org/synthetic/",
        "repository": "https://github.com/example/synthetic",
        "guides": list(GUIDES),
    }


def _section(name: str, zh: str, en: str, **more: Value) -> Value:
    return {"id": name, "title": both(zh, en), **more}


def _all_of(kind: str) -> dict[str, Value]:
    return {"select": {"kind": kind}, "readme_limit": "50"}


def _sections(papers: list[str]) -> Value:
    """The seed's order: readings, methods by group, people, projects, datasets, platforms."""
    half = len(papers) // 2
    methods: list[Value] = [
        _section(
            "backbones", "主干网络", "Backbones", manner="methods", entries=list(papers[:half])
        ),
        _section("models", "模型实现", "Models", manner="methods", rows=[list(papers[half:])]),
    ]
    return [
        _section("surveys", "综述", "Surveys", manner="dated", **_all_of("survey")),
        _section("tutorials", "入门", "Getting started", **_all_of("tutorial")),
        _section("works", "重要工作", "Key works", children=methods),
        _section("people", "重点关注", "People to follow", manner="named", **_all_of("person")),
        _section("projects", "开源项目", "Projects", manner="named", **_all_of("repo")),
        _section("datasets", "数据集", "Datasets", manner="table", **_all_of("dataset")),
        _section(
            "platforms", "训练平台", "Places to train", manner="named", **_all_of("platform")
        ),
    ]


def write_charter(root: Path, papers: list[str]) -> None:
    """Write everything but the entries; `papers` are the keys that the sections name."""
    families: dict[str, Value] = {
        word: {"name": both(zh, en), "group": group} for word, (zh, en, group) in FAMILIES.items()
    }
    venues: dict[str, Value] = {
        word: {"name": name, "full": f"Proceedings of {name}", "kind": kind}
        for word, (name, kind) in VENUES.items()
    }
    files: dict[str, Value] = {
        "site.yml": _site(),
        "sections.yml": _sections(papers),
        "taxonomy/tasks.yml": _terms(TASKS),
        "taxonomy/tags.yml": _terms(TAGS),
        "taxonomy/groups.yml": _terms(GROUPS),
        "taxonomy/families.yml": families,
        "taxonomy/venues.yml": venues,
        "taxonomy/metrics.yml": _terms(METRICS),
        "taxonomy/frameworks.yml": {name.lower(): {"name": name} for name in FRAMEWORKS},
        "taxonomy/levels.yml": _terms(LEVELS),
    }
    for name, value in files.items():
        path = root / "catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(value), "utf-8")
    for lang in ("zh", "en"):
        folder = root / "docs" / lang / "guides"
        folder.mkdir(parents=True, exist_ok=True)
        for name in GUIDES:
            text = f"# {name.title()}\n\nA page written by hand.\n"
            (folder / f"{name}.md").write_text(text, "utf-8")
