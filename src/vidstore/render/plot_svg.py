"""Pieces of SVG as text. Every text and address passes here, and is escaped here."""

from markupsafe import Markup

from vidstore.render.escaping import safe


def number(value: float) -> str:
    """A coordinate with one digit behind the point: a tenth of a pixel, the same on any machine."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def element(name: str, *inside: str, **attributes: object) -> str:
    """An element. `class_` is `class`, other underscores are hyphens; None leaves one out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(safe(value))


def text(content: str, x: float, y: float, **attributes: object) -> str:
    """A text at a place."""
    return element("text", str(safe(content)), x=x, y=y, **attributes)


def title(content: str) -> str:
    """What a pointer shows and a screen reader says."""
    return element("title", str(safe(content)))


def group(name: str, *inside: str, **attributes: object) -> str:
    """Elements under one class; nothing if there are none."""
    held = "".join(inside)
    return element("g", held, class_=name, **attributes) if held else ""


def markup(svg: str) -> Markup:
    """Finished SVG for a template."""
    return Markup(svg)  # noqa: S704 - put together of what was escaped above
