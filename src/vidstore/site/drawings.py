"""Lineages on pages: of an entry, and of a family or a task."""

from dataclasses import dataclass
from functools import cached_property

from vidstore import keepsake
from vidstore.config import Project
from vidstore.derive.footprints import Footprints, footprints_of, outlines_of
from vidstore.derive.lineage import Excerpt, Lineage, lineage_of
from vidstore.derive.shelves import Shelf
from vidstore.model.text import Lang
from vidstore.render.lineage_view import LineageView, lineage_view
from vidstore.site.addresses import base
from vidstore.site.studio import Studio


@dataclass(frozen=True)
class Drawings:
    """Draws lineages, and says what a drawing depends on without drawing it."""

    studio: Studio
    footprints: Footprints

    @cached_property
    def lineage(self) -> Lineage:
        """Who builds on whom; only drawings need to know."""
        return lineage_of(self.studio.catalog.cards)

    def digest_around(self, key: str) -> str:
        """Changes with the drawing of an entry; empty if it has none."""
        return str(self.footprints.around.get(key, ""))

    def digest_of(self, shelf: Shelf) -> str:
        """Changes with the drawing of a shelf."""
        return self.footprints.of_line(shelf)

    def around(self, key: str, lang: Lang) -> LineageView | None:
        """The drawing of an entry, for its page."""
        return self._view(self.lineage.around(key), f"{key}/", lang)

    def of_shelf(self, shelf: Shelf, address: str, lang: Lang) -> LineageView | None:
        """The drawing of a shelf, for its page at this address."""
        return self._view(self.lineage.line(shelf), address, lang)

    def _view(self, excerpt: Excerpt | None, address: str, lang: Lang) -> LineageView | None:
        if excerpt is None:
            return None
        lexicon = self.studio.lexicons[lang]
        return lineage_view(excerpt, lexicon, base(address), lexicon.say("lineage.title"))


def drawings_of(studio: Studio, project: Project) -> Drawings:
    """The drawings of a whole catalog. Footprints are kept from build to build in `.vidstore/`."""
    cards, place = studio.catalog.cards, project.cache / "footprints.msgpack"
    known = keepsake.load(place, Footprints)
    if known is None or known.outlines != outlines_of(cards):
        known = footprints_of(lineage_of(cards))
        keepsake.save(place, known)
    return Drawings(studio, known)
