"""The line at the foot that says what the colours mean."""

from .geometry import Rect
from .layout import PAD, Layout, Line
from .measure import SMALL
from .model import Lang, Role, Text

SWATCH, NEAR, APART = 14.0, 6.0, 20.0

WORDS = {
    Role.DATA: Text("数据", "data"),
    Role.LEARNED: Text("可学习模块", "learned"),
    Role.STEP: Text("固定步骤", "fixed step"),
    Role.OUTPUT: Text("结果", "output"),
}


def legend(layout: Layout, lang: Lang) -> tuple[tuple[Role, Rect, Line], ...]:
    """Each colour in use with its swatch and its words, together in the middle."""
    if not layout.figure.legend:
        return ()
    used = {box.role for box in layout.figure.boxes}
    words = [(role, text.get(lang)) for role, text in WORDS.items() if role in used]
    total = sum(SWATCH + NEAR + APART + SMALL.width(word) for _, word in words) - APART
    x, y = layout.card.middle[0] - total / 2, layout.card.bottom - PAD - SMALL.leading + 4
    items = []
    for role, word in words:
        area = Rect(x + SWATCH + NEAR, y, SMALL.width(word), SMALL.leading)
        swatch = Rect(x, y + (SMALL.leading - SWATCH) / 2, SWATCH, SWATCH)
        items.append((role, swatch, Line(word, SMALL, area, centred=False)))
        x = area.right + APART
    return tuple(items)
