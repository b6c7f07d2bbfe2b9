"""Pages that vidstore makes itself, as values: where, from what, and how to render them."""

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from vidstore.model.text import Lang


class Content(msgspec.Struct, frozen=True, gc=False):
    """A page's content in one language: plain `title` and `description`, `html` for the slot."""

    title: str
    description: str
    html: str


class Page(msgspec.Struct, frozen=True):
    """A page in both languages. `digest` changes with anything that its content depends on."""

    address: str
    tab: str
    digest: str
    render: Callable[[Lang], Content]


def fingerprint(*parts: str) -> str:
    """One digest of several."""
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
