"""Hand-written pages on their way through the engine."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from vidstore.model.catalog import Figure
from vidstore.model.guide import LINK, address_of, prose
from vidstore.site.addresses import base

ELSEWHERE = "https://vidstore-slot.invalid/"
"""Stands for the root of the site in links: engines agree to leave absolute addresses alone, and
disagree on how to read relative ones that lead to no Markdown file."""


_IMAGE = re.compile(r'<img [^>]*src="[^"]*assets/figures/([^"/]+)"')


def copy_guides(source: Path, target: Path) -> list[str]:
    """Copy a language's pages, their links into the catalog made ready; the names of the pages."""
    if not source.is_dir():
        return []
    shutil.copytree(source, target, dirs_exist_ok=True)
    names = sorted(path.relative_to(source).as_posix() for path in source.rglob("*.md"))
    for name in names:
        lines = prose((source / name).read_text("utf-8"))
        text = "".join(LINK.sub(_ready, line) if is_prose else line for line, is_prose in lines)
        (target / name).write_text(text, "utf-8")
    return names


def _ready(found: re.Match[str]) -> str:
    address = address_of(found["file"], found["word"] or "")
    return f"{found['before']}{ELSEWHERE}{address}" if address else found[0]


def settled(html: str, address: str, figures: Mapping[str, Figure]) -> str:
    """A page of the engine as it stands at its address.

    Links into the catalog lead there; figures say how large they are, so that the text below keeps
    its place while they load.
    """

    def sized(image: re.Match[str]) -> str:
        figure = figures.get(image[1])
        if figure is None or not figure.width:
            return image[0]
        return f'{image[0]} width="{figure.width}" height="{figure.height}"'

    return _IMAGE.sub(sized, html.replace(ELSEWHERE, base(address)))
