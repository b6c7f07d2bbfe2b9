"""Both READMEs, from the same catalog as the website."""

import msgspec

from vidstore.config import Project
from vidstore.derive.counts import count
from vidstore.derive.sections import Hall, arrange
from vidstore.derive.shelves import in_order
from vidstore.errors import ConfigurationError
from vidstore.model.catalog import Catalog
from vidstore.model.text import Lang
from vidstore.render.environment import render, text_environment
from vidstore.render.lexicon import Lexicon
from vidstore.render.markdown import escaped
from vidstore.site.addresses import PREFIX
from vidstore.site.planning import lexicons_of
from vidstore.site.readme_sections import section_views

FILES = {Lang.ZH: "README.md", Lang.EN: "README.en.md"}
TOO_LONG = 512_000
"""GitHub cuts a README off at 512,000 bytes (github/markup, isaacs/github#1610)."""

_PICTURES = ("home", "entry", "results")
"""Pages of which `make screenshots` takes pictures."""
_SCHEMES = ("light", "dark")


class PictureView(msgspec.Struct, frozen=True):
    """A picture of the website; GitHub shows the dark one to those who read in the dark."""

    name: str
    alt: str
    width: str


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
    one = counts.total == 1
    entries = say("ui.entries_one") if one else say("ui.entries", count=counts.total)
    parts = (
        say(
            "readme.count",
            number=number,
            kind=_in_a_sentence(lexicon.kind(kind) if number == 1 else lexicon.kinds(kind)),
        )
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
        counts=say("readme.counts", total=entries, parts=say("punctuation.comma").join(parts)),
        sections=list(section_views(halls, lexicon)),
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


def _in_a_sentence(label: str) -> str:
    """A heading's word inside a sentence: `Papers` becomes `papers`, `GPU platforms` stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label
