"""Controlled words, in both languages, from `catalog/taxonomy/`."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from vidstore.model.ids import Slug
from vidstore.model.references import Word
from vidstore.model.text import Frozen, Line, Localized, Title


class Term(Frozen):
    """A word of a vocabulary: its name in both languages and, where it helps, what it means."""

    id: Slug = Field(exclude=True)
    name: Title
    summary: Localized | None = None


class Task(Term):
    """A task of the field; `figure` names its framework figure in `catalog/figures/`."""

    figure: Slug | None = None


class Family(Term):
    """A line of methods, in one of the groups of `groups.yml`."""

    group: Annotated[Line, Word("groups")]


class VenueKind(StrEnum):
    """What sort of publication a venue is; BibTeX needs to know."""

    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    JOURNAL = "journal"
    PREPRINT = "preprint"


class Venue(Term):
    """A conference or journal: `name` is its usual short name, `full` what BibTeX calls it."""

    full: Line
    kind: VenueKind


class Better(StrEnum):
    """Which end of a metric is the good one."""

    HIGHER = "higher"
    LOWER = "lower"


class Metric(Term):
    """A metric; values of a percentage are given as 0 to 100."""

    unit: Line | None = None
    better: Better = Better.HIGHER


VOCABULARIES: dict[str, type[Term]] = {
    "tasks": Task,
    "tags": Term,
    "groups": Term,
    "families": Family,
    "venues": Venue,
    "metrics": Metric,
    "frameworks": Term,
    "levels": Term,
}
"""The model of each vocabulary; its file is `catalog/taxonomy/<name>.yml`, a mapping by id."""
