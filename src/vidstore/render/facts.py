"""The facts of an entry as pairs of a label and its values, kind by kind."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import msgspec

from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.paper import Paper, Publication
from vidstore.model.reading import Reading
from vidstore.model.resources import Dataset, Person, Platform, Repo
from vidstore.render.lexicon import Chip, Lexicon

Known = tuple[str, tuple[Chip, ...]]


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A label with its values, and what stands between them."""

    label: str
    chips: tuple[Chip, ...]
    between: str


def facts_of(entry: Entry, lexicon: Lexicon) -> tuple[Fact, ...]:
    """What is known of an entry, in the order in which its readers ask; unknown facts are absent."""
    found = [*_PARTS[entry.kind](entry, lexicon), *_common(entry, lexicon)]
    say = lexicon.say
    between = say("punctuation.list")
    return tuple(Fact(say(f"facts.{label}"), chips, between) for label, chips in found if chips)


def _common(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    yield "tasks", tuple(lexicon.word("tasks", task) for task in entry.tasks)
    yield "tags", tuple(lexicon.word("tags", tag) for tag in entry.tags)
    yield "aliases", tuple(Chip(alias) for alias in entry.aliases)
    yield "added", (Chip(entry.added.isoformat()),)


def _publication(entry: Publication, lexicon: Lexicon) -> Iterator[Known]:
    if entry.year and not getattr(entry, "date", None):
        yield "year", (lexicon.year(str(entry.year)),)
    if entry.venue:
        yield "venue", (lexicon.word("venues", entry.venue),)
    if entry.arxiv:
        yield "arxiv", (Chip(entry.arxiv, url=f"https://arxiv.org/abs/{entry.arxiv}"),)
    if entry.doi:
        yield "doi", (Chip(entry.doi, url=f"https://doi.org/{entry.doi}"),)


def _paper(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Paper)  # noqa: S101 - the table below says so
    yield from _publication(entry, lexicon)
    if entry.family:
        yield "family", (lexicon.word("families", entry.family),)


def _reading(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Reading)  # noqa: S101
    say = lexicon.say
    if entry.date:
        yield "date", (Chip(entry.date, f"years/{entry.date[:4]}/"),)
    yield "format", (Chip(say(f"format.{entry.format}")),)
    yield "language", (Chip(say(f"language.{entry.language}")),)
    if entry.level:
        yield "level", (lexicon.word("levels", entry.level),)
    if entry.hours:
        yield "hours", (Chip(f"{entry.hours:g}"),)
    yield from _publication(entry, lexicon)


def _repo(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Repo)  # noqa: S101
    yield "frameworks", tuple(lexicon.word("frameworks", item) for item in entry.frameworks)
    if entry.licence:
        yield "licence", (Chip(entry.licence),)


def _dataset(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Dataset)  # noqa: S101
    if entry.size:
        for label in ("videos", "clips", "hours", "annotations"):
            value: int | Decimal | None = getattr(entry.size, label)
            yield f"size_{label}", (Chip(f"{value:,}"),) if value else ()
    if entry.classes:
        yield "classes", (Chip(f"{entry.classes:,}"),)
    yield "metrics", tuple(lexicon.word("metrics", item) for item in entry.metrics)
    if entry.licence:
        yield "licence", (Chip(entry.licence),)
    yield from _publication(entry, lexicon)


def _platform(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Platform)  # noqa: S101
    say = lexicon.say
    unknown = (Chip(say("facts.unknown")),)
    yield "gpus", tuple(Chip(gpu) for gpu in entry.gpus) or unknown
    yield "billing", tuple(Chip(say(f"billing.{item}")) for item in entry.billing) or unknown
    yield "region", (Chip(say(f"region.{entry.region}")),) if entry.region else unknown
    yield "price", unknown if not entry.prices else ()


def _person(entry: Entry, lexicon: Lexicon) -> Iterator[Known]:
    assert isinstance(entry, Person)  # noqa: S101
    if entry.affiliation:
        yield "affiliation", (Chip(entry.affiliation.get(lexicon.lang)),)
    if entry.role:
        yield "role", (Chip(entry.role.get(lexicon.lang)),)


_PARTS: dict[Kind, Callable[[Entry, Lexicon], Iterator[Known]]] = {
    Kind.PAPER: _paper,
    Kind.SURVEY: _reading,
    Kind.TUTORIAL: _reading,
    Kind.REPO: _repo,
    Kind.DATASET: _dataset,
    Kind.PLATFORM: _platform,
    Kind.PERSON: _person,
}
