"""A drawn lineage as its page shows it: the drawing, and the same in words."""

from collections.abc import Iterator
from itertools import groupby

import msgspec
from markupsafe import Markup

from vidstore.derive.lineage import Excerpt
from vidstore.model.card import Card
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.lineage_svg import Sketch
from vidstore.render.rows import behind


class WorkView(msgspec.Struct, frozen=True, gc=False):
    """A work in words: its title, and which of the works shown it builds on."""

    chip: Chip
    title: str
    builds_on: tuple[Chip, ...]


class YearView(msgspec.Struct, frozen=True, gc=False):
    """The works of a year."""

    year: str
    works: tuple[WorkView, ...]


class LineageView(msgspec.Struct, frozen=True, gc=False):
    """What the template of a lineage knows; `left_out` says how much is not shown."""

    label: str
    svg: Markup
    years: tuple[YearView, ...]
    left_out: str
    between: str


def lineage_view(sketch: Sketch, lexicon: Lexicon, base: str, label: str) -> LineageView:
    """The view of a lineage on a page from which `base` leads to the root."""
    say, excerpt = lexicon.say, sketch.excerpt
    number = excerpt.left_out
    reason = "lineage.left_out_around" if excerpt.focus else "lineage.left_out"
    return LineageView(
        label=label,
        svg=sketch.svg(lexicon, base, label),
        years=tuple(_years(excerpt, lexicon)),
        left_out=say(reason, number=number) if number else "",
        between=say("punctuation.list"),
    )


def _years(excerpt: Excerpt, lexicon: Lexicon) -> Iterator[YearView]:
    chips = {card.key: lexicon.entry(card) for card in excerpt.cards}
    older: dict[str, list[Chip]] = {}
    for one, other in excerpt.edges:
        older.setdefault(other, []).append(chips[one])
    for year, cards in groupby(excerpt.cards, key=_year):
        works = tuple(
            WorkView(chips[c.key], _title(c, lexicon), tuple(older.get(c.key, ()))) for c in cards
        )
        yield YearView(year or lexicon.say("lineage.undated"), works)


def _year(card: Card) -> str:
    return card.year


def _title(card: Card, lexicon: Lexicon) -> str:
    return behind(card.label(lexicon.lang), card.title_in(lexicon.lang))
