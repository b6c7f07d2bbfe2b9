"""A lineage as SVG inside a page: years from left to right, cards that lead to their pages.

Colours, fonts and lines are in the style sheet, so that light, dark and print are its affair.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from markupsafe import Markup

from vidstore.derive.layering import Layout
from vidstore.derive.lineage import Excerpt
from vidstore.model.card import Card
from vidstore.render.escaping import safe
from vidstore.render.lexicon import Lexicon
from vidstore.render.lineage_geometry import CARD, TEXT, Geometry, geometry_of, short

_NOT_IN_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]")
_HALF = CARD // 2
_YEAR_AT = 18
_STUB = 13
_TIP = (
    '<defs><marker id="vs-tip" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6"'
    ' markerHeight="6" orient="auto-start-reverse"><path d="M0 0L6 3L0 6z"/></marker></defs>'
)


@dataclass(slots=True)
class Sketch:
    """An excerpt in its layout, to be drawn in either language.

    Labels are mostly the same in both, and what depends on them alone is made once.
    """

    excerpt: Excerpt
    layout: Layout
    _lines: dict[tuple[str, ...], tuple[Geometry, str]] = field(default_factory=dict)

    def svg(self, lexicon: Lexicon, base: str, label: str) -> Markup:
        """The drawing on a page from which `base` leads to the root; `label` names it."""
        labels = tuple([short(card.label(lexicon.lang)) for card in self.excerpt.cards])
        at, lines = self._drawn(labels)
        undated = lexicon.say("lineage.undated")
        parts = [
            f'<svg class="vs-lineage__drawing" role="group" aria-label="{safe(label)}"'
            f' viewBox="0 0 {at.width} {at.height}"'
            f' width="{at.width / TEXT:.1f}em" height="{at.height / TEXT:.1f}em">{_TIP}',
            f'<g class="vs-lineage__years">{"".join(_years(self.layout, at, undated))}</g>',
            lines,
            *_cards(self.excerpt, self.layout, at, labels, lexicon, base),
            "</svg>",
        ]
        return Markup("".join(parts))  # noqa: S704 - every text was escaped

    def _drawn(self, labels: tuple[str, ...]) -> tuple[Geometry, str]:
        """Where everything stands, and what has no words: edges and stubs."""
        found = self._lines.get(labels)
        if found is None:
            at = geometry_of(self.layout, labels)
            edges = f'<g class="vs-lineage__edges">{"".join(_edges(self.layout, at))}</g>'
            found = at, "".join([edges, *_stubs(self.excerpt, self.layout, at)])
            self._lines[labels] = found
        return found


def _years(layout: Layout, at: Geometry, undated: str) -> Iterator[str]:
    """The axis: each year above its columns, with a line down its left side."""
    for year, group in groupby(range(len(layout.years)), key=layout.years.__getitem__):
        columns = list(group)
        left = at.lefts[columns[0]]
        yield f'<path d="M{left - 9} 6V{at.height - 2}"/>'
        yield f'<text x="{left}" y="{_YEAR_AT}">{safe(year or undated)}</text>'


def _edges(layout: Layout, at: Geometry) -> Iterator[str]:
    for number, route in enumerate(layout.routes):
        start = layout.column_of[route[0]]
        line = [f"M{at.lefts[start] + at.boxes[route[0]]} {at.y[route[0]]}"]
        for one, other in pairwise(route):
            column = layout.column_of[one]
            right, left = at.rights[column], at.lefts[column + 1]
            middle = (right + left) // 2
            y, end = at.y[one], at.y[other]
            curve = f"H{left}" if y == end else f"C{middle} {y} {middle} {end} {left} {end}"
            line.append(f"H{right}{curve}")
        tip = "start" if number in layout.backward else "end"
        yield f'<path marker-{tip}="url(#vs-tip)" d="{"".join(line)}"/>'


def _stubs(excerpt: Excerpt, layout: Layout, at: Geometry) -> Iterator[str]:
    """Where the lineage goes on undrawn."""
    found = []
    for number, card in enumerate(excerpt.cards):
        left, y = at.lefts[layout.column_of[number]], at.y[number]
        if card.key in excerpt.earlier:
            found.append(f"M{left - 2} {y}h-{_STUB}")
        if card.key in excerpt.later:
            found.append(f"M{left + at.boxes[number] + 2} {y}h{_STUB}")
    if found:
        yield f'<path class="vs-lineage__more" d="{"".join(found)}"/>'


def _cards(  # noqa: PLR0913, PLR0917 - drawn with everything there is
    excerpt: Excerpt,
    layout: Layout,
    at: Geometry,
    labels: Sequence[str],
    lexicon: Lexicon,
    base: str,
) -> Iterator[str]:
    before = safe(base)
    for card, column, y, width, label in zip(
        excerpt.cards, layout.column_of, at.y, at.boxes, labels, strict=False
    ):
        x = at.lefts[column]
        yield (
            f'<a href="{before}{safe(card.key)}/"{_manner(card, excerpt)}>'
            f"<title>{safe(_title(card, lexicon))}</title>"
            f'<rect x="{x}" y="{y - _HALF}" width="{width}" height="{CARD}" rx="4"/>'
            f'<text x="{x + width // 2}" y="{y + 4}">{safe(label)}</text></a>'
        )


def _manner(card: Card, excerpt: Excerpt) -> str:
    if card.key == excerpt.focus:
        return ' aria-current="page"'
    return ' class="vs-lineage__outside"' if card.key in excerpt.outside else ""


def _title(card: Card, lexicon: Lexicon) -> str:
    """What a pointer that rests on the card is told: the whole title, and when."""
    title, say = card.title_in(lexicon.lang), lexicon.say
    whole = (
        title if title.startswith(card.name) else f"{card.name}{say('punctuation.colon')}{title}"
    )
    when = f"{say('punctuation.open')}{card.year}{say('punctuation.close')}" if card.year else ""
    return _NOT_IN_XML.sub("", whole + when)
