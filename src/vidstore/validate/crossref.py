"""Rules about the whole catalog: references lead somewhere, and no work is listed twice."""

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from vidstore.diagnostics import Code, Diagnostic
from vidstore.model.card import Card, Reference
from vidstore.model.catalog import Catalog
from vidstore.model.ids import KIND_OF_FOLDER
from vidstore.model.references import Path, Points, marked
from vidstore.suggest import nearest

Broken = Mapping[str, tuple[Reference, ...]]
"""Entries that are there but wrong, by key, with the references that can be read in them."""


def reference_findings(catalog: Catalog, broken: Broken) -> Iterator[Diagnostic]:
    """What is named and not there, and what builds on itself."""
    known = catalog.cards.keys() | broken.keys()
    yield from _dangling(catalog.cards, broken, known)
    yield from _dangling_in_sections(catalog, known)
    yield from _cycles(catalog.cards)


def file_of(key: str) -> str:
    """The file of an entry as findings name it."""
    return f"catalog/{key}.yml"


def _dangling(
    cards: Mapping[str, Card], broken: Broken, known: Collection[str]
) -> Iterator[Diagnostic]:
    named = {key: card.references for key, card in cards.items()} | dict(broken)
    for key, references in named.items():
        for reference in references:
            if reference.key not in known:
                yield no_such_entry(known, reference.key, file_of(key), reference.path)


def _dangling_in_sections(catalog: Catalog, known: Collection[str]) -> Iterator[Diagnostic]:
    for index, section in enumerate(catalog.charter.sections):
        model: BaseModel = section
        for marker, value, path in marked(model):
            if isinstance(marker, Points) and marker.key(value) not in known:
                yield no_such_entry(known, value, "catalog/sections.yml", (index, *path))


def no_such_entry(known: Collection[str], key: str, file: str, path: Path) -> Diagnostic:
    """That an entry is named which is not there, with the nearest that is."""
    folder, _, name = key.partition("/")
    suggestion = ""
    if folder in KIND_OF_FOLDER or folder == "paths":
        ids = [other.partition("/")[2] for other in known if other.startswith(f"{folder}/")]
        near = nearest(name, ids)
        suggestion = near and (f"{folder}/{near}" if _writes_folder(path) else near)
    else:
        suggestion = nearest(key, known)
    params = {"key": key, "file": file_of(key), "suggestion": suggestion}
    return Diagnostic(Code.NO_SUCH_ENTRY, file, path, params=params)


def _writes_folder(path: Path) -> bool:
    """Whether the field takes keys (`papers/tsn`) rather than ids (`tsn`)."""
    return bool(
        {"related", "works", "replaced_by", "entries", "rows", "entry"} & set(map(str, path))
    )


def duplicate_findings(cards: Mapping[str, Card]) -> Iterator[Diagnostic]:
    """What is there twice."""
    if sum(len(card.identities) for card in cards.values()) == len(
        {identity for card in cards.values() for identity in card.identities}
    ):
        return  # the usual case, told in a tenth of the time that naming the culprits takes
    seen: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for key, card in cards.items():
        for identity in card.identities:
            first = seen.setdefault(identity, key)
            if first != key and (first, key) not in told:
                told.add((first, key))
                scheme = identity.partition(" ")[2].partition(":")[0]
                params = {"other": file_of(first), "by": scheme}
                yield Diagnostic(
                    Code.DUPLICATE_ENTRY, file_of(key), _path_of(scheme), params=params
                )


def _path_of(scheme: str) -> Path:
    return ("links",) if scheme == "link" else (scheme,)


def _cycles(cards: Mapping[str, Card]) -> Iterator[Diagnostic]:
    """A work cannot build on itself, by whatever way around."""
    lineage = {}
    for key, card in cards.items():
        built_on = [item for item in card.references if item.field == "builds_on"]
        if built_on:
            lineage[key] = built_on
    done: set[str] = set()
    for start, built_on in lineage.items():
        # Going around a cycle, time cannot always go back: one step leads to nothing older.
        if any(
            cards[item.key].date >= cards[start].date for item in built_on if item.key in cards
        ):
            yield from _walk(start, lineage, done)


def _walk(
    start: str, lineage: Mapping[str, list[Reference]], done: set[str]
) -> Iterator[Diagnostic]:
    """Depth first, without recursion: a chain may be as long as the catalog."""
    trail: list[str] = []
    on_trail: set[str] = set()
    stack: list[tuple[str, int]] = [(start, 0)]
    while stack:
        key, at = stack.pop()
        if at == 0:
            if key in done:
                continue
            trail.append(key)
            on_trail.add(key)
        following = lineage.get(key, [])
        if at == len(following):
            done.add(trail.pop())
            on_trail.discard(key)
            continue
        stack.append((key, at + 1))
        step = following[at]
        if step.key in on_trail:
            around = [*trail[trail.index(step.key) :], step.key]
            params = {"way": " → ".join(item.partition("/")[2] for item in around)}
            yield Diagnostic(Code.LINEAGE_CYCLE, file_of(key), step.path, params=params)
        else:
            stack.append((step.key, 0))
