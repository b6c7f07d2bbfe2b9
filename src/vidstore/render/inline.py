"""Inline Markdown in texts of the catalog, made safe.

A pull request's YAML is not trusted: what Markdown makes of it passes nh3, which lets a few
inline elements and web addresses through and nothing else.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

_MARKS = re.compile(r"[*_`\[<>&\\]|https?://")
_TAGS = {"a", "code", "em", "strong", "sub", "sup", "br"}


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """One paragraph of text as HTML. Text without any mark is only escaped: that is most of it."""
    if not _MARKS.search(text):
        return escape(text)
    import markdown  # noqa: PLC0415 - most builds after an edit meet no mark at all
    import nh3  # noqa: PLC0415

    html = markdown.markdown(text).removeprefix("<p>").removesuffix("</p>")
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"})
    return Markup(clean)  # noqa: S704 - cleaned in the line above


def plain(text: str) -> str:
    """The same text without its marks, for titles and descriptions."""
    return inline(text).striptags() if _MARKS.search(text) else text
