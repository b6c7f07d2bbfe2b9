"""Reading paths: the overview, and a page for each with its steps in order."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from vidstore.model.path import ReadingPath, Stage, Step
from vidstore.model.text import Lang, Localized
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.rows import RowView, row_of
from vidstore.site.pages import Content, Page, fingerprint
from vidstore.site.studio import Studio


class StepView(msgspec.Struct, frozen=True, gc=False):
    """A step as its page shows it: an entry's row, or a guide; `id` is what progress is kept by."""

    id: str
    link: Chip
    title: str
    row: RowView | None
    note: Markup | str


class StageView(msgspec.Struct, frozen=True, gc=False):
    """A stage with its steps."""

    title: str
    intro: Markup | str
    steps: tuple[StepView, ...]


class PathView(msgspec.Struct, frozen=True, gc=False):
    """A path as the overview shows it."""

    address: str
    title: str
    summary: str
    facts: tuple[str, ...]


def path_pages(studio: Studio) -> Iterator[Page]:
    """The overview and the page of each path."""
    yield _overview(studio)
    for path in studio.catalog.paths:
        yield _path(studio, path)


def path_views(studio: Studio, lang: Lang) -> tuple[PathView, ...]:
    """All paths, for an overview in one language."""
    lexicon = studio.lexicons[lang]
    return tuple(
        PathView(
            f"paths/{path.id}/",
            path.title.get(lang),
            path.summary.get(lang),
            tuple(_facts(path, lexicon)),
        )
        for path in studio.catalog.paths
    )


def _facts(path: ReadingPath, lexicon: Lexicon) -> Iterator[str]:
    steps = sum(len(stage.steps) for stage in path.stages)
    yield lexicon.say("ui.steps", number=steps)
    if path.level:
        yield lexicon.name("levels", path.level)
    if path.hours:
        yield lexicon.say("ui.hours", number=f"{path.hours:g}")


def _overview(studio: Studio) -> Page:
    def render(lang: Lang) -> Content:
        say = studio.lexicons[lang].say
        title, lead = say("ui.paths"), say("ui.paths_lead")
        html = studio.page(
            "pages/paths.html.j2",
            "paths/",
            lang,
            trail=[Chip(say("ui.home"), "./")],
            title=title,
            lead=lead,
            paths=path_views(studio, lang),
        )
        return Content(title, lead, html)

    digests = (f"{path.id}:{path.digest}" for path in studio.catalog.paths)
    return Page("paths/", "paths", fingerprint(*digests), render)


def _path(studio: Studio, path: ReadingPath) -> Page:
    address = f"paths/{path.id}/"

    def render(lang: Lang) -> Content:
        lexicon = studio.lexicons[lang]
        say = lexicon.say
        html = studio.page(
            "pages/path.html.j2",
            address,
            lang,
            trail=[Chip(say("ui.home"), "./"), Chip(say("ui.paths"), "paths/")],
            id=path.id,
            title=path.title.get(lang),
            lead=inline(path.summary.get(lang)),
            facts=list(_facts(path, lexicon)),
            tasks=tuple(lexicon.word("tasks", task) for task in path.tasks),
            stages=[_stage(stage, studio, lang) for stage in path.stages],
            total=sum(len(stage.steps) for stage in path.stages),
        )
        return Content(path.title.get(lang), path.summary.get(lang), html)

    shown = (studio.catalog.cards[key].digest for key in path.entries)
    guides = repr([sorted(studio.guides[lang].items()) for lang in Lang])
    return Page(address, "paths", fingerprint(path.digest, guides, *shown), render)


def _stage(stage: Stage, studio: Studio, lang: Lang) -> StageView:
    steps = tuple(_step(step, studio, lang) for step in stage.steps)
    return StageView(stage.title.get(lang), _inline(stage.intro, lang), steps)


def _step(step: Step, studio: Studio, lang: Lang) -> StepView:
    lexicon, note = studio.lexicons[lang], _inline(step.note, lang)
    if step.entry:
        card = studio.catalog.cards[step.entry]
        row = row_of(card, lexicon)
        title = row.title if row.name else ""
        return StepView(card.key, lexicon.entry(card), title, row, note)
    guide = studio.guides[lang].get(step.guide or "")
    address = f"guides/{step.guide}/"
    link = Chip(guide, address) if guide else Chip(step.guide or "")
    return StepView(address, link, "", None, note)


def _inline(text: Localized | None, lang: Lang) -> Markup | str:
    return inline(text.get(lang)) if text else ""
