"""How the engine is configured for a language."""

import re
from collections.abc import Iterable
from pathlib import Path

from vidstore.config import Project, shipped_templates
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.site.addresses import PREFIX
from vidstore.site.frames import ALTERNATE_MARK


def configuration(
    project: Project,
    lexicon: Lexicon,
    plugins: Iterable[object],
    tabs: Iterable[str],
    guides: list[str],
) -> dict[str, object]:
    """What the engine's configuration says beyond the project's own, or the one that is shipped."""
    site, lang, say = lexicon.charter.site, lexicon.lang, lexicon.say
    own = project.root / "mkdocs.yml"
    return {
        "INHERIT": str(own if own.is_file() else project.template("mkdocs.yml")),
        "site_name": site.name.get(lang),
        "site_description": site.description.get(lang),
        "site_url": site.url + PREFIX[lang],
        "repo_url": site.repository,
        "repo_name": site.repository.partition("://")[2].partition("/")[2].rstrip("/"),
        "edit_uri": f"edit/{site.branch}/docs/{lang}/",
        "copyright": say("ui.footer"),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {
            "language": "zh" if lang is Lang.ZH else "en",
            "custom_dir": str(_theme_folder(project)),
        },
        "extra": {
            "alternate": _alternates(),
            "search": say("search.label"),
            "add": _in_style(say("compare.add")),
            "copy": _in_style(say("ui.copy")),
        },
        "plugins": list(plugins),
        "hooks": [],
        "nav": _navigation(lexicon, tabs, guides),
    }


def _in_style(words: str) -> str:
    """Words as they stand between quotation marks in a style sheet that stands in HTML."""
    return re.sub(r"[^\w ]", lambda found: f"\\{ord(found[0]):x} ", words)


def _theme_folder(project: Project) -> Path:
    own = project.root / "templates" / "theme"
    return own if own.is_dir() else shipped_templates() / "theme"


def _alternates() -> list[dict[str, str]]:
    names = {Lang.ZH: "中文", Lang.EN: "English"}
    return [
        {"name": names[lang], "lang": lang.value, "link": ALTERNATE_MARK.format(lang=lang)}
        for lang in Lang
    ]


def _navigation(
    lexicon: Lexicon, tabs: Iterable[str], guides: list[str]
) -> list[dict[str, object]]:
    say = lexicon.say
    nav: list[dict[str, object]] = [{say("ui.home"): "index.md"}]
    for tab in tabs:
        label = say(f"kinds.{tab}") if say.find(f"kinds.{tab}") else say(f"ui.{tab}")
        nav.append({label: f"{tab}/index.md"})
    if pages := _pages(guides, lexicon.charter.site.guides):
        nav.append({say("ui.guides"): pages})
    return nav


def _pages(guides: list[str], order: Iterable[str]) -> list[str]:
    """The guides: their index, those that `catalog/site.yml` orders, and the rest."""
    known = [f"guides/{name}.md" for name in order if f"guides/{name}.md" in guides]
    rest = [name for name in guides if name.startswith("guides/") and name not in known]
    pages = [name for name in ("guides/index.md",) if name in rest] + known
    return pages + [name for name in rest if name not in pages]
