"""Atom feeds (RFC 4287) of what was added.

A feed is the same whenever it is made: its time is that of its latest entry, and an entry's id is
the address of its page, which stays for as long as the entry keeps its name.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import escape  # xml.sax.saxutils would load urllib, at every start

import msgspec

from vidstore.model.card import Card
from vidstore.render.inline import plain
from vidstore.render.lexicon import Lexicon


@cache
def _no_xml() -> re.Pattern[str]:
    """What no XML 1.0 document can hold, not even as a reference. It takes 7 ms to compile."""
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(msgspec.Struct, frozen=True):
    """What a feed is of: its own address, that of its page, and the entries, newest first."""

    title: str
    url: str
    page: str
    cards: tuple[Card, ...]


def atom(feed: Feed, lexicon: Lexicon, root: str) -> bytes:
    """A feed in the lexicon's language; `root` is where the pages of that language are."""
    site, lang = lexicon.charter.site, lexicon.lang
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_code(lexicon)}">',
        f"<title>{text(feed.title)}</title>",
        f"<subtitle>{text(site.tagline.get(lang))}</subtitle>",
        f"<id>{text(feed.url)}</id>",
        f"<updated>{_time(feed.cards[0])}</updated>",
        f"<author><name>{text(site.name.get(lang))}</name></author>",
        f"<rights>{text(site.licence)}</rights>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(feed.url)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>',
        *_entries(feed.cards, lexicon, root),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _entries(cards: Iterable[Card], lexicon: Lexicon, root: str) -> Iterable[str]:
    lang = lexicon.lang
    for card in cards:
        title, url = card.title_in(lang), f"{root}{card.key}/"
        known = title == card.name or title.startswith(f"{card.name}: ") or not card.name
        words = [(card.kind.value, lexicon.kind(card.kind)), *_tasks(card, lexicon)]
        labels = "".join(
            f"<category term={_attribute(term)} label={_attribute(label)}/>"
            for term, label in words
        )
        yield (
            f"<entry><title>{text(title if known else f'{card.name}: {title}')}</title>"
            f"<id>{text(url)}</id>"
            f"<published>{_time(card)}</published><updated>{_time(card)}</updated>"
            f'<link rel="alternate" type="text/html" href={_attribute(url)}/>{labels}'
            f"<summary>{text(plain(card.summary_in(lang)))}</summary></entry>"
        )


def _tasks(card: Card, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(task, lexicon.name("tasks", task)) for task in card.tasks]


def _code(lexicon: Lexicon) -> str:
    return "zh-Hans" if lexicon.lang == "zh" else "en"


def _time(card: Card) -> str:
    return f"{card.added}T00:00:00Z"


def text(value: str) -> str:
    """Plain text inside an element."""
    return escape(_no_xml().sub("", value), quote=False)


def _attribute(value: str) -> str:
    return f'"{escape(_no_xml().sub("", value))}"'
