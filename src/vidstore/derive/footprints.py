"""Numbers that change when a drawing of a lineage does, for all drawings at once.

A drawing shows entries up to three generations away. Collecting them for every page of a large
catalog, only to see that nothing has changed, would take longer than the rest of a small build.
What is folded generation by generation instead is one number for each entry: six sums over the
edges, whatever the number of pages. Tuples of integers have the same hash on every run. As long as
no outline differs, the numbers of the last build hold, too.
"""

from collections.abc import Iterable, Mapping

import msgspec

from vidstore.derive.lineage import GENERATIONS, Lineage
from vidstore.model.card import Card

_Numbers = Mapping[str, int]


class Footprints(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What drawings depend on: `around` an entry, and what each adds to the line of a shelf.

    `outlines` is the number of all outlines from which they were made.
    """

    outlines: int
    around: dict[str, int]
    in_line: dict[str, int]

    def of_line(self, shelf: Iterable[Card]) -> str:
        """What the drawing of a shelf depends on."""
        number = self.in_line.get
        return str(hash(tuple([number(card.key, card.outline) for card in shelf])))


def outlines_of(cards: Mapping[str, Card]) -> int:
    """One number for the outlines of all cards."""
    return hash(tuple([card.outline for card in cards.values()]))


def footprints_of(lineage: Lineage) -> Footprints:
    """The footprints of a lineage."""
    parents, children, cards = lineage.parents, lineage.children, lineage.cards
    linked = parents.keys() | children.keys()
    outlines = {key: cards[key].outline for key in linked}
    # A descendant is ranked by how many build on it, which its outline does not tell.
    counted = outlines | {key: outlines[key] + len(others) for key, others in children.items()}
    back, ahead = _folded(outlines, parents), _folded(counted, children)
    first, last, further = back[1], back[-1], ahead[-1]
    return Footprints(
        outlines_of(cards),
        {key: hash((last[key], further[key])) for key in linked},
        {key: hash((first[key], counted[key])) for key in linked},
    )


def _folded(start: _Numbers, edges: Mapping[str, Iterable[str]]) -> list[_Numbers]:
    """The numbers after no, one, two, … generations; each holds all that the ones before do."""
    found = [start]
    for _ in range(GENERATIONS):
        before = found[-1].__getitem__
        folded = {key: hash((start[key], *map(before, others))) for key, others in edges.items()}
        found.append({**start, **folded})
    return found
