"""Where feeds are: of everything, of each kind and of each task, in both languages."""

from collections.abc import Collection, Iterator
from functools import partial
from heapq import nlargest
from html import escape
from operator import attrgetter

from vidstore.derive.shelves import Library
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import KIND_OF_FOLDER, Kind
from vidstore.model.text import Lang
from vidstore.render.feed import Feed, atom
from vidstore.render.lexicon import Lexicon
from vidstore.site.addresses import PREFIX
from vidstore.site.pages import File, fingerprint

LONGEST = 50
ALL = "feeds/all.xml"
_RECENCY = attrgetter("added", "date", "key")


def feed_name(address: str) -> str:
    """The feed of the list at an address: `tasks/landing/` has `feeds/tasks/landing.xml`."""
    return f"feeds/{address.removesuffix('/')}.xml" if address else ALL


def feed_files(
    catalog: Catalog, library: Library, lexicons: dict[Lang, Lexicon]
) -> Iterator[tuple[str, File]]:
    """All feeds; a list without entries has none."""
    for address, shelf in _shelves(catalog, library):
        cards = tuple(nlargest(LONGEST, shelf, key=_RECENCY))
        digest = fingerprint(*[card.digest for card in cards])
        for lang in Lang:
            make = partial(_feed, address, cards, lexicons[lang])
            yield PREFIX[lang] + feed_name(address), (digest, make)


def _shelves(catalog: Catalog, library: Library) -> Iterator[tuple[str, Collection[Card]]]:
    """What has a feed: everything, every kind, every task."""
    if catalog.cards:
        yield "", catalog.cards.values()
    for kind in Kind:
        if kind in library.kinds:
            yield f"{kind.folder}/", library.kinds[kind]
    for task, shelf in library.tasks.items():
        yield f"tasks/{task}/", shelf


def _feed(address: str, cards: tuple[Card, ...], lexicon: Lexicon) -> bytes:
    root = lexicon.charter.site.url + PREFIX[lexicon.lang]
    title = feed_title(address, lexicon)
    return atom(Feed(title, root + feed_name(address), root + address, cards), lexicon, root)


def feed_title(address: str, lexicon: Lexicon) -> str:
    """What a feed is called: the site, and the list where it is of one."""
    name = lexicon.charter.site.name.get(lexicon.lang)
    if not address:
        return name
    folder, _, word = address.removesuffix("/").partition("/")
    of = lexicon.name(folder, word) if word else lexicon.say(f"kinds.{folder}")
    return f"{of} - {name}"


def feed_links(addresses: tuple[str, ...], lexicon: Lexicon) -> bytes:
    """Links in the head of a page to the feeds of these lists, where a browser looks for them."""
    root = lexicon.charter.site.url + PREFIX[lexicon.lang]
    lines = (
        '<link rel="alternate" type="application/atom+xml" '
        f'title="{escape(feed_title(at, lexicon))}" href="{escape(root + feed_name(at))}">\n'
        for at in addresses
    )
    return "".join(lines).encode()


def has_feed(address: str) -> bool:
    """Whether a list is one of those that have a feed: of a kind or of a task."""
    return address.startswith("tasks/") or address.removesuffix("/") in KIND_OF_FOLDER
