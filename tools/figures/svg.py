"""Writes a laid-out figure as SVG."""

from xml.sax.saxutils import escape

from .geometry import Point, Rect, num, spot
from .glyphs import GLYPHS
from .layout import Framed, Layout, Line, Placed, lay_out
from .legend import legend
from .model import Figure, Lang, Role
from .route import Route, route_all
from .style import stylesheet

RADIUS = 9.0
BEND = 8.0
HEAD = (9.0, 4.5)
_ROLE_CSS = {Role.DATA: "d", Role.LEARNED: "e", Role.STEP: "p", Role.OUTPUT: "o"}
_HTML_LANG = {Lang.ZH: "zh-Hans", Lang.EN: "en"}


def draw(figure: Figure, lang: Lang) -> str:
    """The figure in one language."""
    layout = lay_out(figure)
    width, height = num(layout.card.right + 1), num(layout.card.bottom + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{figure.id}-t {figure.id}-d" '
        f'lang="{_HTML_LANG[lang]}">',
        f'<title id="{figure.id}-t">{escape(figure.title.get(lang))}</title>',
        f'<desc id="{figure.id}-d">{escape(" ".join(figure.desc.lines(lang)))}</desc>',
        f"<style>{stylesheet()}</style>",
        _rect(layout.card, "c", 16),
        *(_group(framed, lang) for framed in layout.groups.values()),
        *(_arrow(route, lang) for route in route_all(layout)),
        *(_box(placed, lang) for placed in layout.boxes.values()),
        *_legend(layout, lang),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _rect(rect: Rect, css: str, radius: float) -> str:
    return (
        f'<rect class="{css}" x="{num(rect.x)}" y="{num(rect.y)}" width="{num(rect.width)}" '
        f'height="{num(rect.height)}" rx="{num(radius)}"/>'
    )


def _line(line: Line) -> str:
    middle, y = line.area.middle
    css = f"{line.font.css} t" if line.centred else line.font.css
    x = middle if line.centred else line.area.x
    base = y + line.font.size * 0.36
    return f'<text class="{css}" x="{num(x)}" y="{num(base)}">{escape(line.text)}</text>'


def _box(placed: Placed, lang: Lang) -> str:
    parts = [_rect(placed.rect, _ROLE_CSS[placed.box.role], RADIUS)]
    if placed.box.glyph and placed.glyph_area:
        parts.append(GLYPHS[placed.box.glyph.kind](placed.glyph_area))
    return "".join([*parts, *map(_line, placed.lines(lang))])


def _group(framed: Framed, lang: Lang) -> str:
    return "".join([_rect(framed.rect, "g", 14), *map(_line, framed.captions(lang))])


def _legend(layout: Layout, lang: Lang) -> list[str]:
    return [
        _rect(swatch, _ROLE_CSS[role], 4) + _line(line)
        for role, swatch, line in legend(layout, lang)
    ]


def _arrow(route: Route, lang: Lang) -> str:
    points = list(route.points)
    heads = []
    if not route.arrow.headless:
        heads.append(_head(points[-1], points[-2]))
        points[-1] = _towards(points[-1], points[-2], HEAD[0] - 1)
    if route.arrow.both:
        heads.append(_head(points[0], points[1]))
        points[0] = _towards(points[0], points[1], HEAD[0] - 1)
    css = "a b" if route.arrow.dashed else "a"
    path = f'<path class="{css}" d="{_bent(points)}"/>'
    return "".join([path, *heads, *map(_line, route.lines(lang))])


def _bent(points: list[Point]) -> str:
    """A path with rounded corners."""
    path = [f"M{spot(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, stop = _towards(corner, before, BEND), _towards(corner, after, BEND)
        path.append(f"L{spot(start)}Q{spot(corner)} {spot(stop)}")
    return "".join([*path, f"L{spot(points[-1])}"])


def _towards(point: Point, other: Point, distance: float) -> Point:
    dx, dy = other[0] - point[0], other[1] - point[1]
    length = abs(dx) + abs(dy)
    part = min(distance / length, 0.5) if length else 0.0
    return point[0] + dx * part, point[1] + dy * part


def _head(tip: Point, tail: Point) -> str:
    """A small triangle that ends at `tip`."""
    (x, y), (length, half) = tip, HEAD
    dx, dy = (tail[0] > x) - (tail[0] < x), (tail[1] > y) - (tail[1] < y)
    foot = (x + dx * length, y + dy * length)
    one = (foot[0] + dy * half, foot[1] + dx * half)
    two = (foot[0] - dy * half, foot[1] - dx * half)
    return f'<path class="h" d="M{spot(tip)}L{spot(one)}L{spot(two)}Z"/>'
