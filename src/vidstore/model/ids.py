"""Names of things: slugs, kinds of entries, and keys such as `papers/tsn`."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Lower case letters, digits and single hyphens: safe as file name, URL segment and anchor."""

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=80)]
EntryKey = Annotated[str, StringConstraints(pattern=rf"^[a-z]+/{SLUG.pattern}$", max_length=100)]
"""Folder and id of an entry, as in its file's path: `papers/tsn`."""


class Kind(StrEnum):
    """What an entry describes. The value is the word in data, `folder` the place in `catalog/`."""

    PAPER = "paper"
    SURVEY = "survey"
    TUTORIAL = "tutorial"
    REPO = "repo"
    DATASET = "dataset"
    PLATFORM = "platform"
    PERSON = "person"

    @property
    def folder(self) -> str:
        """The folder in `catalog/`, which is also the first segment of its pages' addresses."""
        return _FOLDERS[self]


_FOLDERS = {
    Kind.PAPER: "papers",
    Kind.SURVEY: "surveys",
    Kind.TUTORIAL: "tutorials",
    Kind.REPO: "repos",
    Kind.DATASET: "datasets",
    Kind.PLATFORM: "platforms",
    Kind.PERSON: "people",
}

KIND_OF_FOLDER = {folder: kind for kind, folder in _FOLDERS.items()}
