"""Text in both languages."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Item = TypeVar("Item")
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


def _is_a_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise PydanticCustomError("day", "a day, as in 2022-06-12")
    return value


Day = Annotated[date, BeforeValidator(_is_a_day)]
"""`2022-06-12`; pydantic alone would take `0` for seconds since 1970, too."""


def _is_plain(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]+", value.strip()):
        raise PydanticCustomError("int_form", "digits alone")
    return value


Whole = Annotated[int, BeforeValidator(_is_plain)]
"""`2003`; pydantic alone would take `2_003` and `2003.0`, too."""


def not_empty(value: tuple[Item, ...]) -> tuple[Item, ...]:
    """Validator of a list that must hold something. Pydantic's own also counts items that failed."""
    if not value:
        raise PydanticCustomError("no_items", "at least one item")
    return value


class Lang(StrEnum):
    """The languages of a site. Chinese is the default one, at `/`; English stands under `/en/`."""

    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> "Lang":
        """The language that the switch leads to."""
        return Lang.EN if self is Lang.ZH else Lang.ZH


def in_both(texts: Iterable[str]) -> str:
    """A text in both languages on one line, for places that cannot ask who reads; once if they agree."""
    return " · ".join(dict.fromkeys(texts))


class Frozen(BaseModel):
    """Base of all models: unchangeable, and no field that the schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Localized(Frozen):
    """One text in Chinese and in English, both required."""

    zh: Line
    en: Line

    def get(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.zh if lang is Lang.ZH else self.en


def _same_in_both(value: Any) -> Any:
    return {"zh": value, "en": value} if isinstance(value, str) and value.strip() else value


Title = Annotated[
    Localized, BeforeValidator(_same_in_both, json_schema_input_type=Line | Localized)
]
"""A name or title. A plain string is the author's own wording and serves both languages."""
