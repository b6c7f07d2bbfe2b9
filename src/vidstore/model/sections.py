"""The order and manner in which README and navigation show entries: `catalog/sections.yml`."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from vidstore.model.ids import EntryKey, Kind, Slug
from vidstore.model.references import Points, Word
from vidstore.model.text import Frozen, Line, Localized


class Manner(StrEnum):
    """How the README writes an entry of a section."""

    DATED = "dated"  # （2022-06-12）[title](link)，[slides](link)
    TITLED = "titled"  # [title](link)，summary
    METHODS = "methods"  # （2016）TSN：[title](link)
    NAMED = "named"  # [name](link)，summary
    TABLE = "table"  # a table of names, summaries and links


class Selection(Frozen):
    """Which entries belong to a section by what they say themselves. All conditions must hold."""

    kind: Kind | None = None
    families: tuple[Annotated[Line, Word("families")], ...] = ()
    groups: tuple[Annotated[Line, Word("groups")], ...] = ()
    tasks: tuple[Annotated[Line, Word("tasks")], ...] = ()
    tags: tuple[Annotated[Line, Word("tags")], ...] = ()


class Section(Frozen):
    """One section: first the `entries` or `rows` named here, in this order, then what `select` finds."""

    id: Slug
    title: Localized
    intro: Localized | None = None
    figure: Slug | None = None
    manner: Manner = Manner.TITLED
    entries: tuple[Annotated[EntryKey, Points()], ...] = ()
    rows: tuple[tuple[Annotated[EntryKey, Points()], ...], ...] = ()
    select: Selection | None = None
    readme_limit: Annotated[int, Field(gt=0)] | None = None
    closing: Localized | None = None
    children: tuple["Section", ...] = ()
