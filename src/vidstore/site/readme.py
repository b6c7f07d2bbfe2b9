"""Both READMEs, from the same catalog as the website."""

import contextlib
import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from vidstore.config import Project
from vidstore.derive.counts import count
from vidstore.derive.sections import Hall, arrange
from vidstore.derive.shelves import in_order
from vidstore.errors import ConfigurationError, OutputError
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.links import Role
from vidstore.model.sections import Manner
from vidstore.model.text import Lang
from vidstore.render.environment import render, text_environment
from vidstore.render.lexicon import Lexicon
from vidstore.render.markdown import anchor, escaped, link, numbered
from vidstore.site.addresses import PREFIX
from vidstore.site.planning import lexicons_of

FILES = {Lang.ZH: "README.md", Lang.EN: "README.en.md"}
TOO_LONG = 512_000
"""GitHub cuts a README off at 512,000 bytes (github/markup, isaacs/github#1610)."""

_MAIN = tuple(role for role in Role if role not in {Role.PDF, Role.SLIDES, Role.MIRROR})
_EXTRA = (Role.SLIDES, Role.CODE, Role.MIRROR)


_PICTURES = ("home", "entry", "results")
"""Pages of which `make screenshots` takes pictures."""
_SCHEMES = ("light", "dark")


class PictureView(msgspec.Struct, frozen=True):
    """A picture of the website; GitHub shows the dark one to those who read in the dark."""

    name: str
    alt: str
    width: str


class ItemView(msgspec.Struct, frozen=True):
    """An entry as a line of a README."""

    date: str
    year: str
    name: str
    link: str
    named_link: str
    summary: str
    extras: str


class SectionView(msgspec.Struct, frozen=True):
    """A section of a README. `marks` is the heading's number signs."""

    marks: str
    title: str
    anchor: str
    depth: int
    intro: str
    figure: str
    figure_alt: str
    manner: str
    rows: tuple[tuple[ItemView, ...], ...]
    items: tuple[ItemView, ...]
    more: str
    closing: str


def readmes(project: Project, catalog: Catalog) -> dict[str, str]:
    """The text of both READMEs, by file name.

    Raises:
        ConfigurationError: the template does not work, or a text is longer than GitHub shows.
    """
    halls = arrange(catalog, in_order(catalog))
    lexicons = lexicons_of(project, catalog.charter)
    texts = {FILES[lang]: _readme(project, catalog, halls, lexicons[lang]) for lang in Lang}
    for name, text in texts.items():
        size = len(text.encode())
        if size > TOO_LONG:
            raise ConfigurationError("readme_too_long", name=name, size=size, most=TOO_LONG)
    return texts


def _readme(project: Project, catalog: Catalog, halls: tuple[Hall, ...], lexicon: Lexicon) -> str:
    site, lang, say = catalog.charter.site, lexicon.lang, lexicon.say
    counts = count(catalog)
    parts = (
        say("readme.count", number=number, kind=_in_a_sentence(lexicon.kinds(kind)))
        for kind, number in counts.kinds
    )
    return render(
        text_environment(project),
        "readme.md.j2",
        lang=lang.value,
        say=say,
        site=site,
        name=escaped((site.readme_title or site.name).get(lang)),
        tagline=escaped(site.tagline.get(lang)),
        description=escaped(site.description.get(lang)),
        url=site.url + PREFIX[lang],
        counts=say(
            "readme.counts", total=counts.total, parts=say("punctuation.comma").join(parts)
        ),
        sections=list(_sections(halls, lexicon)),
        alt=say("figures.alt_paradigm"),
        pictures=_pictures(project, lexicon),
    )


def _pictures(project: Project, lexicon: Lexicon) -> list[PictureView]:
    """The pictures of the website that `docs/screenshots/` has in both schemes, the first one wide."""
    folder, lang = project.docs / "screenshots", lexicon.lang
    names = [
        name
        for name in _PICTURES
        if all((folder / f"{name}.{lang}.{scheme}.webp").is_file() for scheme in _SCHEMES)
    ]
    return [
        PictureView(name, lexicon.say(f"readme.picture_{name}"), "100%" if at == 0 else "49%")
        for at, name in enumerate(names)
    ]


def _sections(halls: tuple[Hall, ...], lexicon: Lexicon) -> Iterator[SectionView]:
    flat = list(_flat(halls))
    titles = [hall.section.title.get(lexicon.lang) for hall in flat]
    anchors = numbered(anchor(title) for title in titles)
    for hall, title, place in zip(flat, titles, anchors, strict=True):
        yield _section(hall, title, place, lexicon)


def _flat(halls: tuple[Hall, ...]) -> Iterator[Hall]:
    for hall in halls:
        yield hall
        yield from _flat(hall.children)


def _section(hall: Hall, title: str, place: str, lexicon: Lexicon) -> SectionView:
    section, lang, say = hall.section, lexicon.lang, lexicon.say
    in_rows = {card.key for row in hall.rows for card in row}
    cards = [card for card in hall.cards if card.key not in in_rows]
    shown = cards[: section.readme_limit]
    url = f"{lexicon.charter.site.url}{PREFIX[lang]}sections/{section.id}/"
    return SectionView(
        marks="#" * (hall.depth + 2),
        title=escaped(title),
        anchor=place,
        depth=hall.depth,
        intro=section.intro.get(lang) if section.intro else "",
        figure=section.figure or "",
        figure_alt=say("figures.alt", name=title),
        manner=Manner.NAMED.value if section.rows else section.manner.value,
        rows=tuple(tuple(_item(card, lexicon) for card in row) for row in hall.rows),
        items=tuple(_item(card, lexicon) for card in shown),
        more=say("readme.more", number=len(cards), url=url) if len(shown) < len(cards) else "",
        closing=section.closing.get(lang) if section.closing else "",
    )


def _item(card: Card, lexicon: Lexicon) -> ItemView:
    links = dict(card.links)
    main = next((links[role] for role in _MAIN if role in links), "")
    title = card.title_in(lexicon.lang)
    extras = [
        link(_extra(role, links[role], lexicon), links[role])
        for role in _EXTRA
        if role in links and links[role] != main
    ]
    return ItemView(
        date=card.date,
        year=card.year,
        name=escaped(card.name),
        link=link(title, main),
        named_link=link(card.label(lexicon.lang), main),
        summary=escaped(card.summary_in(lexicon.lang)),
        extras=lexicon.say("punctuation.comma").join(extras),
    )


def _extra(role: Role, url: str, lexicon: Lexicon) -> str:
    is_pdf = role is Role.MIRROR and url.lower().endswith(".pdf")
    return lexicon.say("readme.pdf_mirror" if is_pdf else f"readme.{role}")


def _in_a_sentence(label: str) -> str:
    """A heading's word inside a sentence: `Papers` becomes `papers`, `GPU platforms` stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def differences(project: Project, texts: Mapping[str, str]) -> Iterator[str]:
    """What `write` would change, as unified diffs without context."""
    for name, text in texts.items():
        path = project.root / name
        old = path.read_text("utf-8") if path.is_file() else ""
        lines = (old.splitlines(), text.splitlines())
        yield from difflib.unified_diff(
            *lines, name, f"{name} (vidstore readme)", lineterm="", n=0
        )


def write(project: Project, texts: Mapping[str, str]) -> list[str]:
    """Write the READMEs that differ; their names. Both are whole before the first is replaced.

    Raises:
        OutputError: one cannot be written; neither is changed.
    """
    changed = [name for name, text in texts.items() if _content(project.root / name) != text]
    drafts = {name: project.root / f".{name}.draft" for name in changed}
    try:
        for name, draft in drafts.items():
            draft.write_text(texts[name], "utf-8")
    except OSError as error:
        _drop(drafts.values())
        raise OutputError.of(Path(error.filename or project.root), error) from error
    for name, draft in drafts.items():
        draft.replace(project.root / name)
    return changed


def _content(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def _drop(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
