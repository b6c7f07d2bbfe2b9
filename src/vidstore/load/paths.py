"""Reading paths from `catalog/paths/`, in the order of their file names."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.discover import slugged
from vidstore.load.entry import shaped
from vidstore.load.yaml import parse
from vidstore.model.card import digest
from vidstore.model.ids import SLUG
from vidstore.model.path import ReadingPath


class OpenedPath(msgspec.Struct, frozen=True):
    """What came of a file: a path, or findings."""

    file: str
    path: ReadingPath | None
    diagnostics: tuple[Diagnostic, ...] = ()


def load_paths(project: Project) -> Iterator[OpenedPath]:
    """Read every reading path; a catalog may have none."""
    folder = project.catalog / "paths"
    for item in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not item.name.startswith("."):
            yield _open(item, project.relative(item))


def _open(item: Path, file: str) -> OpenedPath:
    stem, _, ending = item.name.rpartition(".")
    if ending != "yml" or not item.is_file():
        params = {"name": item.name, "suggestion": f"{stem}.yml" if ending == "yaml" else ""}
        return OpenedPath(file, None, (Diagnostic(Code.STRAY_FILE, file, params=params),))
    if not SLUG.fullmatch(stem):
        params = {"name": stem, "suggestion": f"{slug}.yml" if (slug := slugged(stem)) else ""}
        return OpenedPath(file, None, (Diagnostic(Code.NOT_A_SLUG, file, params=params),))
    try:
        content = item.read_bytes()
    except OSError as error:
        params = {"reason": error.strerror or str(error)}
        return OpenedPath(file, None, (Diagnostic(Code.UNREADABLE, file, params=params),))
    return _read(content, stem, file)


def _read(content: bytes, path_id: str, file: str) -> OpenedPath:
    parsed = parse(content, file)
    if parsed.raw is None:
        return OpenedPath(file, None, parsed.diagnostics)
    if not isinstance(parsed.raw, dict):
        return OpenedPath(file, None, (Diagnostic(Code.NOT_A_MAPPING, file),))
    given = {"id": path_id, "digest": digest(content)}
    path, diagnostics = shaped(ReadingPath, parsed.raw, file, **given)
    return OpenedPath(file, path, diagnostics)
