"""What the engine is given: a folder for each language with pages, frames and a configuration."""

import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from hashlib import blake2b
from pathlib import Path

import msgspec
import yaml

from vidstore.config import Project
from vidstore.errors import ConfigurationError
from vidstore.model.catalog import Charter
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.site.frames import CONTENT_MARK, DESCRIPTION_MARK, TITLE_MARK
from vidstore.site.guides import copy_guides
from vidstore.site.social import COVER

FRAME_FOLDER = "vidstore-frame"
DEEPEST = 4
"""`tasks/<id>/page/<n>/` is the deepest page there is."""

NAVIGATION = (
    "browse",
    "paths",
    "sections",
    "tasks",
    "papers",
    "results",
    "run",
    "datasets",
    "repos",
    "platforms",
)
"""The tabs between home and guides; a tab is a page of its own in the engine."""


class Workspace(msgspec.Struct, frozen=True):
    """A language's folder for the engine, and how the engine is told that it has no plugins."""

    lang: Lang
    folder: Path
    plugins: tuple[object, ...] = ()

    @property
    def config(self) -> Path:
        """The engine's configuration."""
        return self.folder / "mkdocs.yml"

    @property
    def docs(self) -> Path:
        """The engine's input."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The engine's output."""
        return self.folder / "site"


def frame_page(depth: int) -> str:
    """The Markdown file of the frame for pages that are `depth` folders deep."""
    if depth == 1:
        return f"{FRAME_FOLDER}.md"
    return "/".join((FRAME_FOLDER, *["d"] * (depth - 2), f"d{depth}.md"))


def frame_address(depth: int) -> str:
    """The address of that frame's page."""
    return frame_page(depth).removesuffix(".md") + "/"


def inputs_digest(project: Project, charter: Charter, lexicons: dict[Lang, Lexicon]) -> str:
    """Changes with anything that the engine's pages are made of."""
    total = blake2b(charter.digest.encode(), digest_size=12)
    for path in _input_files(project):
        total.update(f"{path.name}:".encode())
        total.update(path.read_bytes())
    for lang in Lang:
        total.update(repr(sorted(lexicons[lang].say.texts.items())).encode())
    return total.hexdigest()


def _input_files(project: Project) -> Iterator[Path]:
    yield from sorted(path for path in project.docs.rglob("*") if path.is_file())
    for folder in project.template_folders:
        yield from sorted(path for path in (folder / "theme").rglob("*.html"))
    for path in (project.root / "mkdocs.yml", project.template("mkdocs.yml")):
        if path.is_file():
            yield path


def lay_out(project: Project, workspace: Workspace, lexicon: Lexicon) -> None:
    """Fill a workspace anew.

    Raises:
        OSError: it cannot be written.
        ConfigurationError: a hand-written page stands where one of ours belongs.
    """
    from vidstore.site.configuration import configuration  # noqa: PLC0415 - most builds have one

    shutil.rmtree(workspace.folder, ignore_errors=True)
    workspace.docs.mkdir(parents=True)
    guides = copy_guides(project.docs / workspace.lang.value, workspace.docs)
    _copy_figures(project, workspace)
    for name in ("index.md", *(f"{tab}/index.md" for tab in NAVIGATION)):
        _write_frame(workspace.docs / name)
    for depth in range(1, DEEPEST + 1):
        _write_frame(workspace.docs / frame_page(depth))
    config = configuration(project, lexicon, workspace.plugins, NAVIGATION, guides)
    workspace.config.write_text(
        yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8"
    )


def _write_frame(path: Path) -> None:
    if path.exists():
        first = f"docs/…/{path.parent.name}/{path.name}"
        raise ConfigurationError(
            "collision", address=path.parent.name, first=first, second="vidstore"
        )
    front = {"title": TITLE_MARK, "description": DESCRIPTION_MARK, "hide": ["navigation", "toc"]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(front)}---\n\n{CONTENT_MARK}\n", "utf-8")


def _copy_figures(project: Project, workspace: Workspace) -> None:
    figures = project.catalog / "figures"
    if figures.is_dir():
        target = workspace.docs / "assets" / "figures"
        shutil.copytree(figures, target, ignore=lambda _, names: _no_figures(names))


def _no_figures(names: list[str]) -> set[str]:
    return {n for n in names if not (n.endswith(".svg") or fnmatch(n, f"{COVER}.*.png"))}
