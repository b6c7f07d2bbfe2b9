"""Names of things: slugs, kinds of entries, and keys such as `papers/tsn`."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Lower case letters, digits and single hyphens: safe as file name, URL segment and anchor."""

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=80)]
EntryKey = Annotated[str, StringConstraints(pattern=rf"^[a-z]+/{SLUG.pattern}$", max_length=100)]
"""Folder and id of an entry, as in its file's path: `papers/tsn`."""


class Kind(StrEnum):
    """What an entry describes: the value is the word in data.

    `folder` is the place in `catalog/` and the first segment of the addresses of its pages.
    """

    folder: str

    PAPER = "paper", "papers"
    SURVEY = "survey", "surveys"
    TUTORIAL = "tutorial", "tutorials"
    REPO = "repo", "repos"
    DATASET = "dataset", "datasets"
    PLATFORM = "platform", "platforms"
    PERSON = "person", "people"

    def __new__(cls, value: str, folder: str) -> Self:
        """A word with its folder."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.folder = folder
        return kind


KIND_OF_FOLDER = {kind.folder: kind for kind in Kind}
