"""Surveys and tutorials: what one reads or watches to learn."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from vidstore.model.entry import PartialDate
from vidstore.model.ids import Kind
from vidstore.model.paper import Published
from vidstore.model.references import Word
from vidstore.model.text import Line


class Format(StrEnum):
    """In which form it is given."""

    PAPER = "paper"
    ARTICLE = "article"
    VIDEO = "video"
    SLIDES = "slides"
    COURSE = "course"
    BOOK = "book"


class SpokenIn(StrEnum):
    """The language of the work itself."""

    ZH = "zh"
    EN = "en"


class Reading(Published):
    """Something to learn from, with its date, its format and the language it is in."""

    date: PartialDate | None = None
    format: Format
    language: SpokenIn
    level: Annotated[Line, Word("levels")] | None = None
    hours: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None


class Survey(Reading):
    """An overview of a part of the field."""

    kind: ClassVar[Kind] = Kind.SURVEY


class Tutorial(Reading):
    """A way in: course, book, hands-on lesson."""

    kind: ClassVar[Kind] = Kind.TUTORIAL
