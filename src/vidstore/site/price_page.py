"""GPU platforms side by side: what they have, how they charge, and the prices that were read."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from vidstore.derive.prices import Offer, offers
from vidstore.model.card import Card
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.resources import Platform
from vidstore.model.text import Lang
from vidstore.render.filters import FilterView, choices, worth_showing
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio

ADDRESS = "prices/"
_SHOWN = 6
"""GPUs of a platform that its row names; its page names them all."""


class PlatformRow(msgspec.Struct, frozen=True, gc=False):
    """A platform as the overview shows it."""

    link: Chip
    region: str
    billing: str
    gpus: str
    more: int


class OfferRow(msgspec.Struct, frozen=True, gc=False):
    """A price as the table shows it; `rank` is what it is sorted by: nothing is converted."""

    model: str
    gpu: str
    link: Chip
    amount: str
    currency: str
    per: str
    rank: str
    read: str
    source: str


def price_pages(studio: Studio, fetch: Callable[[str], Entry]) -> Iterator[Page]:
    """The comparison, where a catalog has platforms."""
    cards = [card for card in studio.catalog.cards.values() if card.kind is Kind.PLATFORM]
    if cards:
        yield _page(studio, cards, fetch)


def _page(studio: Studio, cards: list[Card], fetch: Callable[[str], Entry]) -> Page:
    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        say = lexicon.say
        title, lead = say("ui.prices_title"), say("ui.prices_lead")
        platforms = [entry for c in cards if isinstance(entry := fetch(c.key), Platform)]
        rows = [_offer(o, studio.catalog.cards, lexicon) for o in offers(platforms)]
        html = studio.page(
            "pages/prices.html.j2",
            ADDRESS,
            lang,
            trail=[Chip(say("ui.home"), "./"), Chip(say("kinds.platforms"), "platforms/")],
            title=title,
            lead=lead,
            platforms=[_platform(p, studio.catalog.cards[p.key], lexicon) for p in platforms],
            offers=rows,
            filters=_filters(rows, lexicon),
        )
        return Content(title, lead, html)

    return Page(ADDRESS, "platforms", fingerprint(*(card.digest for card in cards)), render)


def _filters(rows: list[OfferRow], lexicon: Lexicon) -> tuple[FilterView, ...]:
    say = lexicon.say
    return worth_showing(
        (
            FilterView("model", say("ui.gpu"), choices(row.model for row in rows)),
            FilterView("currency", say("ui.currency"), choices(row.currency for row in rows)),
            FilterView("platform", say("ui.platform"), choices(row.link.label for row in rows)),
        )
    )


def _platform(platform: Platform, card: Card, lexicon: Lexicon) -> PlatformRow:
    say = lexicon.say
    comma = say("punctuation.list")
    return PlatformRow(
        lexicon.entry(card),
        say(f"region.{platform.region}") if platform.region else "",
        comma.join(say(f"billing.{item}") for item in platform.billing),
        comma.join(platform.gpus[:_SHOWN]),
        max(0, len(platform.gpus) - _SHOWN),
    )


def _offer(offer: Offer, cards: Mapping[str, Card], lexicon: Lexicon) -> OfferRow:
    price = offer.price
    return OfferRow(
        model=offer.model,
        gpu=price.gpu,
        link=lexicon.entry(cards[offer.platform.key]),
        amount=f"{price.amount:,}",
        currency=price.currency,
        per=lexicon.say(f"unit.{price.per}"),
        rank=f"{price.currency} {offer.hourly:012.4f}",
        read=price.read.isoformat(),
        source=price.source,
    )
