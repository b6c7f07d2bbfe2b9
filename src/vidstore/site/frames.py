"""Frames: pages of the engine with places to be filled.

A page built by the engine is cut once at its slots; stamping joins the pieces. Cutting needs no
HTML parser, because the slots are words that we put into the page ourselves.
"""

import re
from collections.abc import Mapping
from html import escape

import msgspec

from vidstore.errors import EngineError
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX, assets

TITLE, DESCRIPTION, CONTENT, HEAD = "title", "description", "content", "head"
TITLE_MARK = "vidstore-slot-title"
DESCRIPTION_MARK = "vidstore-slot-description"
CONTENT_MARK = '<h1 id="vidstore-slot-content">vidstore-slot-content</h1>'
HEAD_MARK = "<!--vidstore-slot-head-->"
ALTERNATE_MARK = "/vidstore-slot-{lang}/"

_SLOTS = {
    TITLE_MARK: TITLE,
    DESCRIPTION_MARK: DESCRIPTION,
    CONTENT_MARK: CONTENT,
    HEAD_MARK: HEAD,
    **{ALTERNATE_MARK.format(lang=lang): lang.value for lang in Lang},
}
_CUT = re.compile("|".join(map(re.escape, _SLOTS)))
_ENGINE_HEAD = re.compile(r'\s*<link rel="(?:canonical|alternate|prev|next)"[^>]*>')
_EDIT_BUTTON = re.compile(
    r'<a href="[^"]*"[^>]*class="md-content__button md-icon"[^>]*>.*?</a>', re.S
)
_ASSET = re.compile(r'(["\'(])((?:\.\./)*)(?:\./)?assets/')
_BLANK = re.compile(r"\s*\n\s*")
_VERBATIM = re.compile(r"<(pre|textarea|script|style)\b.*?</\1>", re.S)


class Frame(msgspec.Struct, frozen=True):
    """A page cut at its slots: text, slot, text, slot, …, text. Texts are encoded already."""

    pieces: tuple[bytes, ...]
    slots: tuple[str, ...]

    def stamp(self, values: Mapping[str, bytes]) -> bytes:
        """The page with every slot filled."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts.append(values[slot])
            parts.append(piece)
        return b"".join(parts)


def cut(html: str, lang: Lang, page: str, needs: tuple[str, ...] = ()) -> Frame:
    """Make a frame of a page of the engine.

    Raises:
        EngineError: the page lacks a slot that it `needs`.
    """
    text = share_assets(tidy(html), lang)
    slots = tuple(_SLOTS[mark] for mark in _CUT.findall(text))
    for slot in needs:
        if slot not in slots:
            raise EngineError("frame", page=page, slot=slot)
    return Frame(tuple(piece.encode() for piece in _CUT.split(text)), slots)


def tidy(html: str) -> str:
    """Without the engine's own canonical and alternate links, and without indentation."""
    text = _ENGINE_HEAD.sub("", html)
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\0{len(kept) - 1}\0"

    flat = _BLANK.sub("\n", _VERBATIM.sub(keep, text))
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], flat)


def share_assets(html: str, lang: Lang) -> str:
    """English pages use the assets of the Chinese ones: the engine makes the same twice."""
    if lang is Lang.ZH:
        return html
    return _ASSET.sub(lambda found: f"{found[1]}../{found[2]}assets/", html)


def without_edit_button(html: str) -> str:
    """A frame's own edit button would lead to a file that does not exist."""
    return _EDIT_BUTTON.sub("", html)


def with_active_tab(html: str, href: str) -> str:
    """Mark the tab that leads to `href` as the one we are in, as the theme itself would."""
    found = re.compile(
        r'<li class="md-tabs__item">(\s*<a href="' + re.escape(href) + r'" class="md-tabs__link">)'
    )
    return found.sub(r'<li class="md-tabs__item md-tabs__item--active">\1', html)


def head_links(address: str, lang: Lang, site_url: str, counterparts: tuple[Lang, ...]) -> bytes:
    """Canonical and `hreflang` links, as absolute addresses (RFC 6596; HTML living standard)."""
    root, place = escape(site_url), escape(address)
    lines = [f'<link rel="canonical" href="{root}{PREFIX[lang]}{place}">']
    for other in counterparts:
        url = f"{root}{PREFIX[other]}{place}"
        code = "zh-Hans" if other is Lang.ZH else "en"
        lines.append(f'<link rel="alternate" hreflang="{code}" href="{url}">')
        if other is Lang.ZH:
            lines.append(f'<link rel="alternate" hreflang="x-default" href="{url}">')
    return "\n".join(lines).encode()


def alternates(address: str, lang: Lang, known: tuple[Lang, ...]) -> dict[str, bytes]:
    """Where the language switch leads: to the counterpart, else to the other language's home."""
    up, place = assets(address, lang), escape(address)
    return {to.value: f"{up}{PREFIX[to]}{place if to in known else ''}".encode() for to in PREFIX}
