"""`llms.txt`: the site in one page of Markdown for language models (llmstxt.org)."""

from collections.abc import Iterator
from functools import partial

from vidstore.derive.sections import Hall
from vidstore.derive.shelves import Library, Shelves
from vidstore.model.ids import Kind
from vidstore.model.text import Lang
from vidstore.render.inline import plain
from vidstore.render.lexicon import Lexicon
from vidstore.render.markdown import escaped, link
from vidstore.site.addresses import PREFIX
from vidstore.site.api_files import INDEX
from vidstore.site.data_files import formats
from vidstore.site.feed_files import ALL
from vidstore.site.pages import File, fingerprint
from vidstore.site.pieces import file_name
from vidstore.site.studio import Studio

NAME = "llms.txt"
Item = tuple[str, str, str]
"""What a line names: its label, its whole address, and what is behind it."""


def llms_files(
    studio: Studio, library: Library, halls: tuple[Hall, ...]
) -> Iterator[tuple[str, File]]:
    """The file in each language."""
    counts = [f"{word}:{len(shelf)}" for word, shelf in library.kinds.items()]
    counts += [f"{word}:{len(shelf)}" for word, shelf in library.tasks.items()]
    counts += [f"{hall.section.id}:{len(hall.all_cards())}" for hall in halls]
    for lang in Lang:
        make = partial(_text, studio, library, halls, lang)
        yield PREFIX[lang] + NAME, (fingerprint(*counts), make)


def _text(studio: Studio, library: Library, halls: tuple[Hall, ...], lang: Lang) -> bytes:
    lexicon = studio.lexicons[lang]
    say, site = lexicon.say, studio.catalog.charter.site
    root = site.url + PREFIX[lang]
    lines = [f"# {escaped(site.name.get(lang))}", "", f"> {escaped(site.tagline.get(lang))}", ""]
    lines += [escaped(site.description.get(lang)), ""]
    for heading, items in (
        (say("ui.sections"), _sections(studio, halls, lang, root)),
        (say("ui.catalog"), _kinds(studio, library.kinds, lexicon, root)),
        (say("ui.tasks"), _tasks(studio, library.tasks, lexicon, root)),
        (say("ui.data"), _data(studio, lexicon, root)),
    ):
        lines += [f"## {escaped(heading)}", ""]
        lines += [f"- {link(label, url)}: {escaped(about)}" for label, url, about in items]
        lines.append("")
    return "\n".join(lines).encode()


def _sections(studio: Studio, halls: tuple[Hall, ...], lang: Lang, root: str) -> Iterator[Item]:
    for hall in halls:
        section, number = hall.section, studio.count(len(hall.all_cards()), lang)
        intro = plain(section.intro.get(lang)) if section.intro else ""
        about = " ".join(filter(None, (intro, number)))
        yield section.title.get(lang), f"{root}sections/{section.id}/", about


def _kinds(studio: Studio, shelves: Shelves, lexicon: Lexicon, root: str) -> Iterator[Item]:
    for kind in Kind:
        if shelf := shelves.get(kind.value):
            number = studio.count(len(shelf), lexicon.lang)
            yield lexicon.kinds(kind), f"{root}{kind.folder}/", number


def _tasks(studio: Studio, shelves: Shelves, lexicon: Lexicon, root: str) -> Iterator[Item]:
    for task, shelf in shelves.items():
        number = studio.count(len(shelf), lexicon.lang)
        yield lexicon.name("tasks", task), f"{root}tasks/{task}/", number


def _data(studio: Studio, lexicon: Lexicon, root: str) -> Iterator[Item]:
    say, whole = lexicon.say, studio.catalog.charter.site.url
    yield say("ui.data"), f"{root}data/", say("ui.data_lead")
    for form in formats(studio.catalog):
        name = file_name(form)
        yield name.rpartition("/")[2], whole + name, say(f"data.about_{form}")
    yield "JSON API", whole + INDEX, say("data.api_index")
    yield "Atom", root + ALL, say("data.feed_all")
