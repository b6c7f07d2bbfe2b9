"""Pages that vidstore makes itself, as values: where, from what, and how to render them."""

from collections.abc import Callable, Mapping
from hashlib import blake2b

import msgspec

from vidstore.model.text import Lang

File = tuple[str, Callable[[], bytes]]
"""A file of the site: its digest, and what gives its content."""
Files = Mapping[str, File]
"""Files by name."""


class Content(msgspec.Struct, frozen=True, gc=False):
    """A page's content in one language: plain `title` and `description`, `html` for the slot.

    `head` is HTML for the head beyond what every page has there; `kind` is a type of Open Graph.
    """

    title: str
    description: str
    html: str
    head: bytes = b""
    kind: str = "website"


class Page(msgspec.Struct, frozen=True):
    """A page in both languages. `digest` changes with anything that its content depends on.

    `data` gives the same for programs: the file of the API that goes with an entry's page.
    `with_files` is a page that shows what files there are, and is rendered when they are written.
    """

    address: str
    tab: str
    digest: str
    render: Callable[[Lang], Content]
    data: Callable[[], bytes] | None = None
    with_files: bool = False


def fingerprint(*parts: str) -> str:
    """One digest of several."""
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
