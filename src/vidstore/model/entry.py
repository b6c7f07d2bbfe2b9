"""What every entry has, of whatever kind."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from vidstore.model.evidence import Place
from vidstore.model.ids import EntryKey, Kind, Slug
from vidstore.model.links import Links
from vidstore.model.references import Points, Word
from vidstore.model.text import Day, Frozen, Line, Localized, Title

_WHOLE = len("2022-06-12")


def _is_in_the_calendar(value: str) -> str:
    """The pattern lets 31 February through."""
    try:
        if len(value) == _WHOLE:
            date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("day", "a day of the calendar") from error
    return value


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    AfterValidator(_is_in_the_calendar),
]
"""A date as precise as it is known: `2022`, `2022-06` or `2022-06-12`."""


class Status(StrEnum):
    """Whether the thing is still there and still stands."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    GONE = "gone"
    RETRACTED = "retracted"


class Entry(Frozen):
    """Common fields. The file's folder is the kind and the file's name is `id`."""

    kind: ClassVar[Kind]

    id: Slug = Field(exclude=True)
    name: Line | None = None
    title: Title
    aliases: tuple[Line, ...] = ()
    summary: Localized
    note: Localized | None = None
    tasks: tuple[Annotated[Line, Word("tasks")], ...] = ()
    tags: tuple[Annotated[Line, Word("tags")], ...] = ()
    links: Links = Field(default_factory=dict)
    status: Status = Status.ACTIVE
    replaced_by: Annotated[EntryKey, Points()] | None = None
    related: tuple[Annotated[EntryKey, Points()], ...] = ()
    added: Day
    sources: dict[Line, Place] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Folder and id, unique in a catalog: `papers/tsn`."""
        return f"{self.kind.folder}/{self.id}"
