"""Links by their role."""

import re
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError


class Role(StrEnum):
    """What a reader finds behind a link; the order is the order in which links are shown."""

    PAPER = "paper"
    ARTICLE = "article"
    VIDEO = "video"
    BOOK = "book"
    HOME = "home"
    COURSE = "course"
    CODE = "code"
    PROJECT = "project"
    PDF = "pdf"
    SLIDES = "slides"
    DOCS = "docs"
    DEMO = "demo"
    WEIGHTS = "weights"
    DOWNLOAD = "download"
    BLOG = "blog"
    MIRROR = "mirror"


TRACKING = (
    "vd_source",
    "spm_id_from",
    "spm",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "fbclid",
)
"""Query parameters that follow the reader and change nothing about the page."""


_USUAL = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^?]*)?")


def _is_web_address(value: str) -> str:
    if _USUAL.fullmatch(value):
        return value
    try:
        parts = urlsplit(value)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_fits = None, False
    if not parts or parts.scheme not in {"http", "https"} or not parts.hostname or not port_fits:
        raise PydanticCustomError("url", "an http or https address")
    if parts.query:
        _refuse_tracking(parts.query)
    return value


def _refuse_tracking(query: str) -> None:
    for pair in query.split("&"):
        name = pair.partition("=")[0]
        if name in TRACKING:
            raise PydanticCustomError("tracking", "no tracking: {name}", {"name": name})


Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\s<>\"'`\\]+$", max_length=1000),
    AfterValidator(_is_web_address),
]


def _one_or_many(value: Any) -> Any:
    if value == []:
        raise PydanticCustomError("no_address", "at least one address")
    return (value,) if isinstance(value, str) else value


Urls = Annotated[
    tuple[Url, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=Url | tuple[Url, ...]),
]
Links = dict[Role, Urls]
"""Every link of an entry. A role may have one address or a list of them."""


_RANKS = {role: rank for rank, role in enumerate(Role)}


def in_order(links: Links) -> list[tuple[Role, tuple[str, ...]]]:
    """The links in the order in which they are shown."""
    return sorted(links.items(), key=lambda item: _RANKS[item[0]])
