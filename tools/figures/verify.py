"""Finds what a reader would stumble over: text that overflows, things that overlap."""

from collections.abc import Iterator
from itertools import combinations

from .geometry import Rect
from .layout import Layout, Line, lay_out
from .legend import legend
from .model import Figure, Lang
from .route import Route, route_all

MAX_BYTES = 12_000
CLEAR = 4.0


def problems(figure: Figure, lang: Lang) -> list[str]:
    """What is wrong with the figure in `lang`, in words."""
    layout = lay_out(figure)
    routes = route_all(layout)
    found = [
        *_text_overflows(layout, lang),
        *_leaves_card(layout, routes, lang),
        *_boxes_overlap(layout),
        *_arrows_cross(layout, routes),
        *_labels_collide(layout, routes, lang),
    ]
    return [f"{figure.id}.{lang}: {problem}" for problem in found]


def _text_overflows(layout: Layout, lang: Lang) -> Iterator[str]:
    for placed in layout.boxes.values():
        for line in placed.lines(lang):
            if not placed.text_area.holds(line.area):
                yield f"{line.text!r} overflows the box {placed.box.id}"
    for framed in layout.groups.values():
        if not all(framed.rect.holds(line.area) for line in framed.captions(lang)):
            yield f"the caption of {framed.group.id} overflows its frame"


def _leaves_card(layout: Layout, routes: tuple[Route, ...], lang: Lang) -> Iterator[str]:
    inner = layout.card.shrink(CLEAR, CLEAR)
    rects = {id_: layout.rect(id_) for id_ in (*layout.boxes, *layout.groups)}
    rects |= {line.text: line.area for route in routes for line in route.lines(lang)}
    rects |= {line.text: line.area for _, _, line in legend(layout, lang)}
    rects |= {_name(r): s for r in routes for s in r.segments()}
    yield from (f"{name} leaves the card" for name, rect in rects.items() if not inner.holds(rect))


def _boxes_overlap(layout: Layout) -> Iterator[str]:
    for one, two in combinations(layout.boxes.values(), 2):
        if one.rect.meets(two.rect):
            yield f"the boxes {one.box.id} and {two.box.id} overlap"
    for framed in layout.groups.values():
        outside = set(layout.boxes) - set(framed.group.around)
        for id_ in sorted(outside):
            if framed.rect.meets(layout.boxes[id_].rect):
                yield f"the frame {framed.group.id} cuts the box {id_}"


def _arrows_cross(layout: Layout, routes: tuple[Route, ...]) -> Iterator[str]:
    for route in routes:
        for placed in layout.boxes.values():
            if any(_thick(part).meets(placed.rect) for part in route.segments()):
                yield f"{_name(route)} runs through the box {placed.box.id}"
    for one, two in combinations(routes, 2):
        parts = [(a, b) for a in one.segments() for b in two.segments()]
        if any(_thick(a).meets(_thick(b)) for a, b in parts) and not _join(one, two):
            yield f"{_name(one)} crosses {_name(two)}"


def _labels_collide(layout: Layout, routes: tuple[Route, ...], lang: Lang) -> Iterator[str]:
    lines = [line for route in routes for line in route.lines(lang)]
    captions = [line for framed in layout.groups.values() for line in framed.captions(lang)]
    boxes = [placed.rect for placed in layout.boxes.values()]
    parts = [_thick(part) for route in routes for part in route.segments()]
    frames = [framed.rect for framed in layout.groups.values()]
    for line in lines:
        cut = any(frame.meets(line.area) and not frame.holds(line.area) for frame in frames)
        if cut or _hits(line, [*boxes, *parts, *(caption.area for caption in captions)]):
            yield f"the label {line.text!r} collides"
    for caption in captions:
        if _hits(caption, [*boxes, *parts]):
            yield f"the caption {caption.text!r} collides"


def _hits(line: Line, others: list[Rect]) -> bool:
    return any(line.area.meets(other) for other in others)


def _thick(part: Rect) -> Rect:
    return part.shrink(-0.7, -0.7)


def _join(one: Route, two: Route) -> bool:
    """Whether both go to, or come from, the same box, where they may run together."""
    return one.points[-1] == two.points[-1] or one.points[0] == two.points[0]


def _name(route: Route) -> str:
    return f"the arrow {route.arrow.source} → {route.arrow.target}"
