"""Lineages on pages: of an entry, and of a family or a task."""

from dataclasses import dataclass, field
from functools import cached_property

from vidstore import keepsake
from vidstore.config import Project
from vidstore.derive.footprints import Footprints, footprints_of, outlines_of
from vidstore.derive.layering import laid_out
from vidstore.derive.lineage import Excerpt, Lineage, lineage_of
from vidstore.derive.shelves import Shelf
from vidstore.model.text import Lang
from vidstore.render.lineage_svg import Sketch
from vidstore.render.lineage_view import LineageView, lineage_view
from vidstore.site.addresses import base
from vidstore.site.studio import Studio

_Drawn = Sketch | None
"""None where nothing is drawn."""


@dataclass(frozen=True)
class Drawings:
    """Draws lineages, and says what a drawing depends on without drawing it."""

    studio: Studio
    footprints: Footprints
    _last: dict[str, _Drawn] = field(default_factory=dict)

    @cached_property
    def lineage(self) -> Lineage:
        """Who builds on whom; only drawings need to know."""
        return lineage_of(self.studio.catalog.cards)

    def number_around(self, key: str) -> int:
        """Changes with the drawing of an entry; 0 if it has none."""
        return self.footprints.around.get(key, 0)

    def digest_of(self, shelf: Shelf) -> str:
        """Changes with the drawing of a shelf."""
        return self.footprints.of_line(shelf)

    def around(self, key: str, lang: Lang) -> LineageView | None:
        """The drawing of an entry, for its page."""
        drawn = self._last.get(key)
        if drawn is None:
            drawn = _drawn(self.lineage.around(key))
            self._last.clear()
            self._last[key] = drawn  # the other language is asked for next
        return self._view(drawn, f"{key}/", lang)

    def of_shelf(self, shelf: Shelf, address: str, lang: Lang) -> LineageView | None:
        """The drawing of a shelf, for its page at this address."""
        return self._view(_drawn(self.lineage.line(shelf)), address, lang)

    def _view(self, drawn: _Drawn, address: str, lang: Lang) -> LineageView | None:
        if drawn is None:
            return None
        lexicon = self.studio.lexicons[lang]
        return lineage_view(drawn, lexicon, base(address), lexicon.say("lineage.title"))


def _drawn(excerpt: Excerpt | None) -> _Drawn:
    return Sketch(excerpt, laid_out(excerpt)) if excerpt else None


def drawings_of(studio: Studio, project: Project) -> Drawings:
    """The drawings of a whole catalog. Footprints are kept from build to build in `.vidstore/`."""
    cards, place = studio.catalog.cards, project.cache / "footprints.msgpack"
    known = keepsake.load(place, Footprints)
    if known is None or known.outlines != outlines_of(cards):
        known = footprints_of(lineage_of(cards))
        keepsake.save(place, known)
    return Drawings(studio, known)
