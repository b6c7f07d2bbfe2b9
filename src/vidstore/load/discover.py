"""Which files of `catalog/` are what, and which do not belong there."""

import os
from operator import attrgetter

import msgspec

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.errors import ConfigurationError
from vidstore.model.ids import KIND_OF_FOLDER, SLUG, Kind
from vidstore.suggest import nearest

OTHER_FOLDERS = ("taxonomy", "figures", "schema", "state", "paths")
"""Folders of `catalog/` that hold no entries."""
CHARTER_FILES = ("site.yml", "sections.yml")


class EntryFile(msgspec.Struct, frozen=True, gc=False):
    """A file that should hold an entry, as the file system describes it."""

    path: str
    kind: Kind
    key: str
    size: int
    mtime_ns: int

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.key.partition("/")[2]

    def read(self) -> bytes:
        """The file's content."""
        with open(self.path, "rb") as file:  # noqa: PTH123 - a Path for each of 10,000 files costs
            return file.read()

    @property
    def file(self) -> str:
        """The path as findings name it."""
        return f"catalog/{self.key}.yml"


class Discovery(msgspec.Struct, frozen=True):
    """The entry files, sorted by key, and what was found that does not belong."""

    files: tuple[EntryFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def discover(project: Project) -> Discovery:
    """Look through `catalog/` without opening a file.

    Raises:
        ConfigurationError: the folder cannot be read.
    """
    files: list[EntryFile] = []
    strays: list[Diagnostic] = []
    try:
        for item in sorted(os.scandir(project.catalog), key=lambda found: found.name):
            if item.name.startswith("."):
                continue
            if item.name in KIND_OF_FOLDER and item.is_dir():
                _look_into(item.path, KIND_OF_FOLDER[item.name], files, strays)
            elif stray := _stray(item):
                strays.append(stray)
    except OSError as error:
        raise ConfigurationError(
            "unreadable", path=error.filename, reason=error.strerror
        ) from error
    return Discovery(tuple(files), tuple(strays))


def _stray(item: "os.DirEntry[str]") -> Diagnostic | None:
    file = f"catalog/{item.name}"
    if item.is_dir():
        if item.name in OTHER_FOLDERS:
            return None
        known = [*KIND_OF_FOLDER, *OTHER_FOLDERS]
        params = {
            "name": item.name,
            "suggestion": nearest(item.name, known),
            "known": ", ".join(known),
        }
        return Diagnostic(Code.UNKNOWN_FOLDER, file + "/", params=params)
    if item.name in CHARTER_FILES or item.name.lower().endswith(".md"):
        return None
    return Diagnostic(Code.STRAY_FILE, file, params={"name": item.name, "suggestion": ""})


def _look_into(folder: str, kind: Kind, files: list[EntryFile], strays: list[Diagnostic]) -> None:
    for item in sorted(os.scandir(folder), key=attrgetter("name")):
        if item.name.startswith("."):
            continue
        stem, dot, ending = item.name.rpartition(".")
        if not item.is_file() or ending != "yml":
            strays.append(_not_an_entry(item, kind, stem if dot else item.name))
        elif not SLUG.fullmatch(stem):
            strays.append(_not_a_slug(kind, item.name, stem))
        else:
            stat = item.stat()
            files.append(
                EntryFile(item.path, kind, f"{kind.folder}/{stem}", stat.st_size, stat.st_mtime_ns)
            )


def _not_an_entry(item: "os.DirEntry[str]", kind: Kind, stem: str) -> Diagnostic:
    suggestion = f"{stem}.yml" if item.is_file() and item.name.endswith(".yaml") else ""
    file = f"catalog/{kind.folder}/{item.name}"
    return Diagnostic(Code.STRAY_FILE, file, params={"name": item.name, "suggestion": suggestion})


def _not_a_slug(kind: Kind, name: str, stem: str) -> Diagnostic:
    params = {"name": stem, "suggestion": f"{slug}.yml" if (slug := slugged(stem)) else ""}
    return Diagnostic(Code.NOT_A_SLUG, f"catalog/{kind.folder}/{name}", params=params)


def slugged(text: str) -> str:
    """The nearest slug to a text, or an empty string: `R(2+1)D Net` gives `r-2-1-d-net`."""
    return "-".join(SLUG.findall(text.casefold().replace("_", "-")))
