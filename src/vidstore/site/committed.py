"""Files that are made from the catalog and committed beside it: READMEs, schemas for editors."""

import contextlib
import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vidstore.config import Project
from vidstore.errors import OutputError


def differences(project: Project, texts: Mapping[str, str], maker: str) -> Iterator[str]:
    """What `write` would change, as unified diffs without context; `maker` is who wrote the texts."""
    for name, text in texts.items():
        lines = ((_content(project.root / name) or "").splitlines(), text.splitlines())
        yield from difflib.unified_diff(*lines, name, f"{name} ({maker})", lineterm="", n=0)


def write(project: Project, texts: Mapping[str, str]) -> list[str]:
    """Write the texts that differ, by name; their names. All are whole before one is replaced.

    Raises:
        OutputError: one cannot be written; none is changed.
    """
    changed = [name for name, text in texts.items() if _content(project.root / name) != text]
    drafts = {name: _draft(project.root / name) for name in changed}
    try:
        for name, draft in drafts.items():
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(texts[name], "utf-8")
    except OSError as error:
        _drop(drafts.values())
        raise OutputError.of(Path(error.filename or project.root), error) from error
    for name, draft in drafts.items():
        draft.replace(project.root / name)
    return changed


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.draft")


def _content(path: Path) -> str | None:
    """What is there now; whatever is no UTF-8 in it differs from what should be."""
    return path.read_text("utf-8", errors="replace") if path.is_file() else None


def _drop(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
