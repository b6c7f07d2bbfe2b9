"""Everything that the page of an entry shows, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from vidstore.derive.bibtex import bibtex
from vidstore.derive.relations import Relations
from vidstore.model.card import Card
from vidstore.model.entry import Entry, Status
from vidstore.model.evidence import Implementation, Result, ResultSource
from vidstore.model.links import Role
from vidstore.model.paper import Paper, Publication
from vidstore.model.resources import Platform, Price
from vidstore.render.facts import Fact, facts_of
from vidstore.render.inline import inline
from vidstore.render.lexicon import Chip, Lexicon
from vidstore.render.places import place_url, repo_file_url
from vidstore.render.rows import LinkView

RELATION_ORDER = ("builds_on", "implementations", "results", "works", "replaced_by", "related")


@dataclass(frozen=True, slots=True)
class RunView:
    """Where a method can be run."""

    repo: Chip
    what: str
    url: str
    framework: str
    weights: str
    official: bool


@dataclass(frozen=True, slots=True)
class ResultView:
    """One published figure."""

    dataset: Chip
    metric: str
    value: str
    setting: str
    cost: str
    source: Chip


@dataclass(frozen=True, slots=True)
class RelationView:
    """Entries that this one names in a field, or that name this one."""

    label: str
    chips: tuple[tuple[Chip, str], ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """What the templates of entries know."""

    key: str
    kind: str
    kind_label: str
    kinds_label: str
    folder: str
    label: str
    title: str
    original_title: str
    name: str
    kicker: tuple[Chip, ...]
    authors: tuple[Chip, ...]
    summary: Markup
    note: Markup | str
    status: str
    status_label: str
    replaced_by: Chip | None
    facts: tuple[Fact, ...]
    links: tuple[LinkView, ...]
    runs: tuple[RunView, ...]
    results: tuple[ResultView, ...]
    prices: tuple[Price, ...]
    relations: tuple[RelationView, ...]
    bibtex: str
    sources: tuple[tuple[str, Chip], ...]
    edit_url: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the view of one entry needs to know of the others."""

    cards: Mapping[str, Card]
    relations: Relations


def view_of(entry: Entry, card: Card, around: Surroundings, lexicon: Lexicon) -> EntryView:
    """The view of an entry in the lexicon's language."""
    lang = lexicon.lang
    title, original = entry.title.get(lang), entry.title.get(lang.other)
    return EntryView(
        key=entry.key,
        kind=entry.kind.value,
        kind_label=lexicon.kind(entry.kind),
        kinds_label=lexicon.kinds(entry.kind),
        folder=entry.kind.folder,
        label=card.label(lang),
        title=title,
        original_title=original if original != title else "",
        name=entry.name if entry.name and entry.name != title else "",
        kicker=_kicker(card, lexicon),
        authors=_authors(entry, around.relations, lexicon),
        summary=inline(entry.summary.get(lang)),
        note=inline(entry.note.get(lang)) if entry.note else "",
        status=entry.status.value,
        status_label=lexicon.say(f"status.{entry.status}") if entry.status != Status.ACTIVE else "",
        replaced_by=lexicon.entry(around.cards[entry.replaced_by]) if entry.replaced_by else None,
        facts=facts_of(entry, lexicon),
        links=_links(entry, lexicon),
        runs=_runs(entry, around.cards, lexicon),
        results=_results(entry, around.cards, lexicon),
        prices=entry.prices if isinstance(entry, Platform) else (),
        relations=_relations(entry.key, around.relations, lexicon),
        bibtex=bibtex(entry, lexicon.charter.taxonomy),
        sources=tuple((field, _source(place)) for field, place in entry.sources.items()),
        edit_url=_edit_url(lexicon, entry),
    )


def _kicker(card: Card, lexicon: Lexicon) -> tuple[Chip, ...]:
    chips = [Chip(lexicon.kind(card.kind), f"{card.kind.folder}/")]
    if card.venue:
        chips.append(lexicon.word("venues", card.venue))
    if card.year:
        chips.append(lexicon.year(card.year))
    return tuple(chips)


def _authors(entry: Entry, relations: Relations, lexicon: Lexicon) -> tuple[Chip, ...]:
    """The authors; those who are in the catalog and claim the work lead to their pages."""
    names: tuple[str, ...] = entry.authors if isinstance(entry, Publication) else ()
    people = relations.inward.get(entry.key, {}).get("works", ())
    pages = {name: f"{card.key}/" for card in people for name in (*card.title, *card.aliases)}
    return tuple(Chip(name, pages.get(name, "")) for name in names)


def _links(entry: Entry, lexicon: Lexicon) -> tuple[LinkView, ...]:
    say = lexicon.say
    return tuple(
        LinkView(role.value, say(f"roles.{role}"), url)
        for role in Role
        for url in entry.links.get(role, ())
    )


def _runs(entry: Entry, cards: Mapping[str, Card], lexicon: Lexicon) -> tuple[RunView, ...]:
    runs = entry.implementations if isinstance(entry, Paper) else ()
    return tuple(_run(run, cards, lexicon) for run in runs)


def _run(run: Implementation, cards: Mapping[str, Card], lexicon: Lexicon) -> RunView:
    repo = cards[f"repos/{run.repo}"]
    return RunView(
        repo=lexicon.entry(repo),
        what=run.path or run.model or "",
        url=repo_file_url(repo, run.path) if run.path else "",
        framework=lexicon.name("frameworks", run.framework or ""),
        weights=run.weights or "",
        official=run.official,
    )


def _results(entry: Entry, cards: Mapping[str, Card], lexicon: Lexicon) -> tuple[ResultView, ...]:
    results: tuple[Result, ...] = entry.results if isinstance(entry, Paper) else ()
    return tuple(
        ResultView(
            dataset=lexicon.entry(cards[f"datasets/{result.dataset}"]),
            metric=lexicon.name("metrics", result.metric),
            value=str(result.value),
            setting=_setting(result, lexicon),
            cost=_cost(result, lexicon),
            source=_result_source(result.source, cards, lexicon),
        )
        for result in results
    )


def _setting(result: Result, lexicon: Lexicon) -> str:
    parts = (result.backbone, result.pretrain, result.frames, result.resolution, result.setting)
    return lexicon.say("punctuation.comma").join(part for part in parts if part)


def _cost(result: Result, lexicon: Lexicon) -> str:
    parts = []
    if result.params_m:
        parts.append(f"{result.params_m} M")
    if result.gflops:
        parts.append(f"{result.gflops} GFLOPs")
    return lexicon.say("punctuation.comma").join(parts)


def _result_source(source: ResultSource, cards: Mapping[str, Card], lexicon: Lexicon) -> Chip:
    if source.repo and source.path:
        repo = cards[f"repos/{source.repo}"]
        label = f"{repo.label(lexicon.lang)}: {source.path}"
        return Chip(label, url=repo_file_url(repo, source.path, source.commit))
    if source.paper:
        return lexicon.entry(cards[f"papers/{source.paper}"])
    return Chip(source.url or "", url=source.url or "")


def _relations(key: str, relations: Relations, lexicon: Lexicon) -> tuple[RelationView, ...]:
    found = []
    for direction, side in (("outward", relations.outward), ("inward", relations.inward)):
        named = side.get(key, {})
        for field in (*RELATION_ORDER, *sorted(set(named) - set(RELATION_ORDER))):
            cards = named.get(field, ())
            if cards and not (direction == "outward" and field in {"implementations", "results"}):
                label = lexicon.say(f"relations.{direction}.{field}")
                found.append(RelationView(label, _with_summary(cards, lexicon)))
    return tuple(found)


def _with_summary(cards: tuple[Card, ...], lexicon: Lexicon) -> tuple[tuple[Chip, str], ...]:
    return tuple((lexicon.entry(card), card.title_in(lexicon.lang)) for card in cards)


def _source(place: str) -> Chip:
    return Chip(place, url=place_url(place))


def _edit_url(lexicon: Lexicon, entry: Entry) -> str:
    site = lexicon.charter.site
    return f"{site.repository.rstrip('/')}/edit/{site.branch}/catalog/{entry.key}.yml"
