"""Made-up papers that build on each other."""

from vidstore.derive.lineage import Lineage, lineage_of
from vidstore.model.card import Card, card_of
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.references import marked

Told = dict[str, tuple[str, str]]
"""Year and, separated by spaces, what it builds on, by id."""


def paper(entry_id: str, year: str = "2000", builds_on: str = "", **fields: object) -> Card:
    known: dict[str, object] = {
        "id": entry_id,
        "title": entry_id.upper(),
        "summary": {"zh": "简介", "en": "About"},
        "added": "2024-01-01",
        "builds_on": builds_on.split(),
    }
    entry = MODELS[Kind.PAPER].model_validate(known | ({"year": year} if year else {}) | fields)
    return card_of(entry, "d", tuple(marked(entry)))


def lineage(told: Told) -> Lineage:
    cards = [paper(name, *rest) for name, rest in told.items()]
    return lineage_of({card.key: card for card in sorted(cards, key=lambda card: card.key)})


def ids(cards: object) -> list[str]:
    return [str(getattr(card, "key", card)).removeprefix("papers/") for card in cards]  # type: ignore[attr-defined]
