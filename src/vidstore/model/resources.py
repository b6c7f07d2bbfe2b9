"""Things one uses: repositories, datasets, GPU platforms, and the people behind them."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from vidstore.model.entry import Entry
from vidstore.model.evidence import MOST
from vidstore.model.ids import EntryKey, Kind, Slug
from vidstore.model.links import Url
from vidstore.model.paper import Published
from vidstore.model.references import Points, Word
from vidstore.model.text import Day, Frozen, Line, Localized, Whole

Licence = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9.+-]+( (WITH|AND|OR) [A-Za-z0-9.+-]+)*$")
]
"""SPDX licence expression (spdx.org/licenses), or `LicenseRef-…` for a licence of its own."""


class Repo(Entry):
    """A code repository or toolbox."""

    kind: ClassVar[Kind] = Kind.REPO

    frameworks: tuple[Annotated[Line, Word("frameworks")], ...] = ()
    licence: Licence | None = None
    paper: Annotated[Slug, Points(Kind.PAPER)] | None = None


Count = Annotated[Whole, Field(gt=0, le=MOST)]


class Size(Frozen):
    """How much there is. Counts as the dataset's authors give them."""

    videos: Count | None = None
    clips: Count | None = None
    hours: Annotated[Decimal, Field(gt=0, le=MOST)] | None = None
    annotations: Count | None = None


class Dataset(Published):
    """A dataset or benchmark, with the publication that introduced it."""

    kind: ClassVar[Kind] = Kind.DATASET

    size: Size | None = None
    classes: Count | None = None
    metrics: tuple[Annotated[Line, Word("metrics")], ...] = ()
    licence: Line | None = None


class Billing(StrEnum):
    """How use is charged."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    FREE = "free"


Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217 code: `CNY`, `USD`."""


class Price(Frozen):
    """A price as it was read on a day at an address."""

    gpu: Line
    amount: Annotated[Decimal, Field(ge=0, le=MOST)]
    currency: Currency
    per: Billing
    read: Day
    source: Url


class Region(StrEnum):
    """Where the machines stand."""

    CN = "cn"
    GLOBAL = "global"


class Platform(Entry):
    """A place to rent or use GPUs."""

    kind: ClassVar[Kind] = Kind.PLATFORM

    gpus: tuple[Line, ...] = ()
    billing: tuple[Billing, ...] = ()
    region: Region | None = None
    prices: tuple[Price, ...] = ()


class Who(StrEnum):
    """One person, or a group of people."""

    PERSON = "person"
    GROUP = "group"


class Person(Entry):
    """Somebody, or a group, worth following."""

    kind: ClassVar[Kind] = Kind.PERSON

    who: Who = Who.PERSON
    affiliation: Localized | None = None
    role: Localized | None = None
    works: tuple[Annotated[EntryKey, Points()], ...] = ()
