"""Where feeds are: of everything, of each kind and of each task, in both languages."""

from collections.abc import Iterator
from functools import partial
from html import escape
from operator import attrgetter

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


def feed_name(address: str) -> str:
    """The feed of the list at an address: `tasks/landing/` has `feeds/tasks/landing.xml`."""
    return f"feeds/{address.removesuffix('/')}.xml" if address else ALL


def feed_files(catalog: Catalog, lexicons: dict[Lang, Lexicon]) -> Iterator[tuple[str, File]]:
    """All feeds; a list without entries has none."""
    for address, cards in _newest(catalog).items():
        digest = fingerprint(*[card.digest for card in cards])
        for lang in Lang:
            make = partial(_feed, address, tuple(cards), lexicons[lang])
            yield PREFIX[lang] + feed_name(address), (digest, make)


def _newest(catalog: Catalog) -> dict[str, list[Card]]:
    """The newest entries by the address of their list."""
    newest = sorted(catalog.cards.values(), key=attrgetter("added", "date", "key"), reverse=True)
    kinds: dict[Kind, list[Card]] = {kind: [] for kind in Kind}
    tasks: dict[str, list[Card]] = {task: [] for task in catalog.charter.taxonomy.tasks}
    for card in newest:
        for cards in (kinds[card.kind], *[tasks[task] for task in card.tasks]):
            if len(cards) < LONGEST:
                cards.append(card)
    found = {"": newest[:LONGEST]} | {f"{kind.folder}/": cards for kind, cards in kinds.items()}
    found |= {f"tasks/{task}/": cards for task, cards in tasks.items()}
    return {address: cards for address, cards in found.items() if cards}


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
