"""Prices of GPUs, in an order in which they can be compared."""

import re
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from vidstore.model.resources import Billing, Platform, Price

_HOURS = {
    Billing.SECOND: Decimal(1) / 3600,
    Billing.MINUTE: Decimal(1) / 60,
    Billing.HOUR: Decimal(1),
    Billing.DAY: Decimal(24),
    Billing.WEEK: Decimal(168),
    Billing.MONTH: Decimal(720),
    Billing.YEAR: Decimal(8760),
    Billing.FREE: Decimal(1),
}
"""How many hours a unit has; a month counts 30 days."""

_MODEL = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{0,3})(\d{2,4})(?: ?(Ti|S)(?![a-z]))?", re.I)


class Offer(msgspec.Struct, frozen=True):
    """A price with the platform that asks it and the model of the GPU (`A100`, `4090`)."""

    platform: Platform
    price: Price
    model: str

    @property
    def hourly(self) -> Decimal:
        """The price of an hour, in the currency of the price."""
        return self.price.amount / _HOURS[self.price.per]


def model_of(gpu: str) -> str:
    """What a GPU is called whoever rents it out: `NVIDIA A100 SXM 80 GB` and `a100` are `A100`."""
    found = _MODEL.search(gpu.replace("RTX ", ""))
    if not found:
        return gpu
    letters, digits, suffix = found.groups()
    return f"{letters.upper()}{digits}{(suffix or '').capitalize()}"


def offers(platforms: Iterable[Platform]) -> list[Offer]:
    """All prices: the newer GPUs of each maker's line first, then by currency, the cheapest first."""
    found = [
        Offer(platform, price, model_of(price.gpu))
        for platform in platforms
        for price in platform.prices
    ]
    return sorted(found, key=_rank)


def _rank(offer: Offer) -> tuple[str, str, Decimal, str]:
    return offer.model, offer.price.currency, offer.hourly, offer.platform.key
