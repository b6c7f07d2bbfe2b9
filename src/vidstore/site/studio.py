"""What is shared by all pages while they are rendered: words, templates, rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from vidstore.derive.boards import Boards
from vidstore.derive.citations import Citations
from vidstore.derive.relations import Relations
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.render.environment import render
from vidstore.render.lexicon import Lexicon
from vidstore.render.rows import row_of
from vidstore.site.addresses import assets, base

_BASE = "vidstore-base/"
"""Stands for the way to the root in a row, until the row stands on a page."""


@dataclass(slots=True)
class Studio:
    """Renders templates. A row is rendered once a language, however many lists show it.

    `guides` are the titles of hand-written guides by name, `boards` the results on each dataset.
    """

    catalog: Catalog
    relations: Relations
    citations: Citations
    lexicons: dict[Lang, Lexicon]
    environments: dict[Lang, Environment]
    guides: Mapping[Lang, Mapping[str, str]] = field(
        default_factory=lambda: {lang: {} for lang in Lang}
    )
    boards: Boards = field(default_factory=dict)
    _rows: dict[tuple[Lang, str], str] = field(default_factory=dict)

    def page(self, template: str, address: str, lang: Lang, **context: Any) -> str:
        """A page's content from its template."""
        return render(
            self.environments[lang],
            template,
            base=base(address),
            assets=assets(address, lang),
            address=address,
            lang=lang.value,
            say=self.lexicons[lang].say,
            figures=self.catalog.charter.figures,
            **context,
        )

    def rows(self, cards: Iterable[Card], address: str, lang: Lang) -> Markup:
        """The rows of a list on the page at `address`."""
        html = "".join(self._row(card, lang) for card in cards)
        return Markup(html.replace(_BASE, base(address)))  # noqa: S704 - rendered by a template

    def _row(self, card: Card, lang: Lang) -> str:
        known = self._rows.get((lang, card.key))
        if known is None:
            row = row_of(card, self.lexicons[lang])
            say = self.lexicons[lang].say
            known = render(
                self.environments[lang], "partials/row.html.j2", row=row, base=_BASE, say=say
            )
            self._rows[lang, card.key] = known
        return known

    def count(self, number: int, lang: Lang) -> str:
        """So many entries, in words."""
        say = self.lexicons[lang].say
        return say("ui.entries_one") if number == 1 else say("ui.entries", count=number)
