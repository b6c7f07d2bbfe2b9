"""A chart with a front as SVG.

Colours and sizes of letters come from the style sheet, so that one SVG serves light, dark, print,
desk and phone. Names are placed twice, for small letters and for the larger ones of a phone, where
fewer find room; the style sheet shows one of the two.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from vidstore.derive.fronts import front
from vidstore.render.plot_chart import AREA, HEIGHT, WIDTH, Chart, Dot, Place
from vidstore.render.plot_labels import Box, Label, Wanted, place_labels, width_of
from vidstore.render.plot_scales import written
from vidstore.render.plot_svg import element, group, markup, number, text, title

_SMALL, _LARGE = 12.0, 20.0
_MOST_TICKS = 8
_RADIUS, _FRONT_RADIUS = 4.0, 5.0
LINKED = 150
"""So many points beside the front are links, and so many of the front: the best ones.

The others, if there are more, are dots alone; thousands of rows must not make a page heavy.
"""


def draw(chart: Chart, base: str) -> Markup:
    """The chart as SVG on a page whose way to the root is `base`."""
    ahead = front([(dot.x, dot.y) for dot in chart.dots], higher=chart.higher)
    best = [chart.dots[at] for at in ahead]
    on_front = set(ahead)
    others = [dot for at, dot in enumerate(chart.dots) if at not in on_front]
    svg = element(
        "svg",
        *_grid(chart),
        _specks(chart, [*others[LINKED:], *best[:-LINKED]]),
        group("vs-plot__dots", *(_link(chart, dot, base) for dot in others[:LINKED][::-1])),
        element("path", class_="vs-plot__front", d=_path(_corners(chart, best))),
        group("vs-plot__best", *(_link(chart, dot, base, front=True) for dot in best[-LINKED:])),
        _names(chart, best[-LINKED:], _SMALL, "vs-plot__names"),
        _names(chart, best[-LINKED:], _LARGE, "vs-plot__names vs-plot__names--large"),
        class_="vs-plot",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="group",
        aria_label=chart.label,
    )
    return markup(svg)


def _grid(chart: Chart) -> Iterator[str]:
    """Lines, ticks and names of the axes; a screen reader hears the points instead."""
    down = [(tick, chart.across(tick)) for tick in chart.x.scale.ticks(_MOST_TICKS)]
    across = [(tick, chart.down(tick)) for tick in chart.y.scale.ticks(_MOST_TICKS)]
    left, right, bottom = (number(v) for v in (AREA.left, AREA.right, AREA.bottom))
    lines = "".join(f"M{left} {number(y)}H{right}" for _, y in across)
    marks = "".join(f"M{number(x)} {bottom}v5" for _, x in down)
    yield element("path", class_="vs-plot__grid", d=lines)
    yield element("path", class_="vs-plot__axis", d=f"M{left} {bottom}H{right}{marks}")
    yield group(
        "vs-plot__ticks",
        *(text(written(t), x, AREA.bottom + 6, dy="1em", text_anchor="middle") for t, x in down),
        *(text(written(t), AREA.left - 6, y, dy=".35em", text_anchor="end") for t, y in across),
        text(chart.y.label, 4.0, AREA.top - 12, class_="vs-plot__label"),
        text(chart.x.label, AREA.right, HEIGHT - 6.0, class_="vs-plot__label", text_anchor="end"),
        aria_hidden="true",
    )


def _specks(chart: Chart, dots: Sequence[Dot]) -> str:
    """Many points in little text: lines of no length with round ends."""
    places = dict.fromkeys(f"{chart.across(d.x):.0f} {chart.down(d.y):.0f}" for d in dots)
    path = "".join(f"M{place}h0" for place in places)
    return element("path", class_="vs-plot__specks", d=path) if path else ""


def _link(chart: Chart, dot: Dot, base: str, *, front: bool = False) -> str:
    # The keyboard stops at the front alone; the table below leads everywhere.
    circle = element(
        "circle",
        cx=chart.across(dot.x),
        cy=chart.down(dot.y),
        r=_FRONT_RADIUS if front else _RADIUS,
    )
    return element(
        "a",
        title(dot.about),
        circle,
        href=base + dot.address,
        tabindex=None if front else -1,
    )


def _corners(chart: Chart, best: Sequence[Dot]) -> list[Place]:
    """The front's way: what was reached stays reached until something better comes."""
    x, y = chart.across(best[0].x), chart.down(best[0].y)
    found = [(x, y)]
    for dot in best[1:]:
        x = chart.across(dot.x)
        found.append((x, y))
        y = chart.down(dot.y)
        found.append((x, y))
    return [*found, (chart.across(max(dot.x for dot in chart.dots)), y)]


def _path(corners: Sequence[Place]) -> str:
    """A line through all corners that are at least a pixel apart."""
    apart = {(round(x), round(y)): (x, y) for x, y in corners}
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in apart.values())


def _names(chart: Chart, best: Sequence[Dot], size: float, style: str) -> str:
    """Names of the front, the best first; each once, however often its method stands there."""
    named = {dot.name: dot for dot in best}
    wanted = [
        Wanted(chart.across(dot.x), chart.down(dot.y), dot.name)
        for dot in sorted(named.values(), key=lambda dot: dot.x, reverse=True)
    ]
    room = _FRONT_RADIUS + 1
    taken = [
        Box(x - room, y - room, x + room, y + room)
        for x, y in ((chart.across(dot.x), chart.down(dot.y)) for dot in best)
    ]
    corners = _corners(chart, best)
    taken += [
        Box(min(x, u) - 1, min(y, v) - 1, max(x, u) + 1, max(y, v) + 1)
        for (x, y), (u, v) in pairwise(corners)
    ]
    axis_name = Box(0, 0, 4 + width_of(chart.y.label, size), AREA.top - 6)
    area = Box(AREA.left, 2, AREA.right + 10, AREA.bottom)
    taken.append(axis_name)
    return group(style, *map(_name, place_labels(wanted, taken, area, size)), aria_hidden="true")


def _name(label: Label) -> str:
    anchor = None if label.anchor == "start" else label.anchor
    return text(label.text, label.x, label.y, text_anchor=anchor)
