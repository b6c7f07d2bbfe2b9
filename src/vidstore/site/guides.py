"""Hand-written pages on their way through the engine."""

import re
import shutil
from pathlib import Path

from vidstore.model.guide import LINK, address_of, prose
from vidstore.site.addresses import base

ELSEWHERE = "https://vidstore-slot.invalid/"
"""Stands for the root of the site in links: engines agree to leave absolute addresses alone, and
disagree on how to read relative ones that lead to no Markdown file."""


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


def settled(html: str, address: str) -> str:
    """A page of the engine with its links into the catalog made relative to where it stands."""
    return html.replace(ELSEWHERE, base(address))
