"""The pages of a built site, taken apart: what the peers are to build again.

A peer gets the content of each page ready made and the frame that vidstore stamps, so that it has
no more to do than vidstore has, and less: it reads no catalog and checks nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from bench.charter import SITE_NAME

TITLE, DESCRIPTION, CONTENT, ADDRESS = "@@title@@", "@@description@@", "@@content@@", "@@address@@"
HEAD = "@@head@@"

_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)"', re.S)
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.S)
_OPENING = re.compile(r'<(?:article|div) class="vs-page')


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a catalog in one language; `frame` is its HTML with marks where the rest stood.

    `head` is what its head has of its own beside title and description: JSON-LD.
    """

    lang: str
    address: str
    title: str
    description: str
    html: str
    frame: str
    head: str = ""


def pages(site: Path) -> Iterator[Page]:
    """Every page that vidstore stamped; not those that its engine built from Markdown."""
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        opening = _OPENING.search(text)
        if opening:
            address = path.parent.relative_to(site).as_posix().removeprefix(".")
            yield _page(f"{address}/".lstrip("/"), text, opening.start())


def _page(address: str, text: str, start: int) -> Page:
    lang = "en" if address.startswith("en/") else "zh"
    address = address.removeprefix("en/")
    end = text.rindex("</article>")
    before, html, after = text[:start], text[start:end], text[end:]
    title, description = _found(_TITLE, before), _found(_DESCRIPTION, before)
    title = title.removesuffix(f" - {SITE_NAME[lang]}")
    linked_data = _LINKED_DATA.search(before)
    head = linked_data[0] if linked_data else ""
    if head:
        before = before.replace(head, HEAD)
    before = before.replace(f"<title>{title}", f"<title>{TITLE}")
    before = before.replace(f'content="{title}"', f'content="{TITLE}"')
    before = before.replace(f'content="{description}"', f'content="{DESCRIPTION}"')
    before = re.sub(rf">(\s*){re.escape(title)}(\s*)<", rf">\1{TITLE}\2<", before)
    frame = f"{before}{CONTENT}{after}"
    if address:
        frame = frame.replace(address, ADDRESS)
    return Page(lang, address, unescape(title), unescape(description), html, frame, head)


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""
