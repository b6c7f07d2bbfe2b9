"""Chips as HTML: the words of a page that lead somewhere.

The one piece of HTML that is made in Python. A page shows some 25 chips; as Jinja macros they took
half of its time, and most (tasks, venues, years) are the same on page after page, so they are kept.
"""

from functools import lru_cache

from markupsafe import Markup

from vidstore.render.escaping import safe
from vidstore.render.lexicon import Chip


@lru_cache(maxsize=16_384)
def chip(item: Chip, base: str, style: str = "") -> Markup:
    """A link inside the site, a link outside of it, or just the word; `style` is its class."""
    attributes = f' class="{safe(style)}"' if style else ""
    label = safe(item.label)
    if item.address:
        html = f'<a href="{safe(base)}{safe(item.address)}"{attributes}>{label}</a>'
    elif item.url:
        html = f'<a href="{safe(item.url)}"{attributes} rel="noopener">{label}</a>'
    else:
        html = f"<span{attributes}>{label}</span>"
    return Markup(html)  # noqa: S704 - every part was escaped above


def chips(items: tuple[Chip, ...], base: str, between: str = "", style: str = "") -> Markup:
    """Several chips in a row."""
    joined = safe(between).join([chip(item, base, style) for item in items])
    return Markup(joined)  # noqa: S704 - as above
