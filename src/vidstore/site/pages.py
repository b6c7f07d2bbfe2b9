"""Pages that vidstore makes itself, as values: where, from what, and how to render them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from vidstore.model.text import Lang


@dataclass(frozen=True, slots=True)
class Content:
    """A page's content in one language: plain `title` and `description`, `html` for the slot."""

    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page in both languages. `digest` changes with anything that its content depends on."""

    address: str
    tab: str
    digest: str
    render: Callable[[Lang], Content] = field(compare=False)


def fingerprint(*parts: str) -> str:
    """One digest of several."""
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
