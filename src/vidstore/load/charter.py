"""The small files that lay down the rest: site, taxonomy, sections, figures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, TypeVar

from msgspec import structs
from pydantic import BaseModel

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.entry import shaped
from vidstore.load.yaml import Raw, parse
from vidstore.model.card import digest
from vidstore.model.catalog import Charter, Figure, Taxonomy
from vidstore.model.ids import SLUG
from vidstore.model.sections import Section
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import VOCABULARIES, Term

Model = TypeVar("Model", bound=BaseModel)

_SIZE = re.compile(rb'\s*<svg [^>]*?width="(\d+)" height="(\d+)"')


@dataclass(slots=True)
class _Reader:
    """Reads the charter's files, gathering findings and the digest of all it read."""

    project: Project
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seen: list[bytes] = field(default_factory=list)

    def raw(self, name: str) -> Raw | None:
        """The strings of `catalog/<name>`; a finding where there is no such file."""
        file = f"catalog/{name}"
        try:
            content = (self.project.catalog / name).read_bytes()
        except FileNotFoundError:
            self.diagnostics.append(Diagnostic(Code.MISSING_FILE, file, params={"name": name}))
            return None
        except OSError as error:
            params = {"reason": error.strerror or str(error)}
            self.diagnostics.append(Diagnostic(Code.UNREADABLE, file, params=params))
            return None
        self.seen += [name.encode(), content]
        parsed = parse(content, file)
        self.diagnostics += parsed.diagnostics
        return parsed.raw

    def shaped(
        self, model: type[Model], raw: Raw, file: str, *at: str | int, **given: str
    ) -> Model | None:
        """`raw`, which stands `at` this place of `file`, as `model`, with the fields `given`."""
        found, diagnostics = shaped(model, raw, file, **given)
        for item in diagnostics:
            self.diagnostics.append(structs.replace(item, path=(*at, *item.path)))
        return found


def load_charter(project: Project) -> tuple[Charter | None, tuple[Diagnostic, ...]]:
    """Read the charter; None when a part of it is missing or wrong."""
    reader = _Reader(project)
    site = _site(reader)
    taxonomy = Taxonomy(**{name: _vocabulary(reader, name) for name in VOCABULARIES})
    sections = _sections(reader)
    figures = dict(_figures(reader))
    if site is None or reader.diagnostics:
        return None, tuple(reader.diagnostics)
    total = blake2b(digest_size=12)
    for part in (*reader.seen, repr(sorted(figures.items())).encode()):
        total.update(digest(part).encode())
    return Charter(site, taxonomy, sections, figures, total.hexdigest()), ()


def _site(reader: _Reader) -> SiteInfo | None:
    raw, file = reader.raw("site.yml"), "catalog/site.yml"
    if raw is None:
        return None
    if not isinstance(raw, dict):
        reader.diagnostics.append(Diagnostic(Code.NOT_A_MAPPING, file))
        return None
    return reader.shaped(SiteInfo, raw, file)


def _vocabulary(reader: _Reader, name: str) -> Mapping[str, Any]:
    file = f"taxonomy/{name}.yml"
    raw = reader.raw(file)
    found: dict[str, Term] = {}
    if raw is None:
        return found
    if not isinstance(raw, dict):
        reader.diagnostics.append(Diagnostic(Code.NOT_A_MAPPING, f"catalog/{file}"))
        return found
    for word, value in raw.items():
        term = _term(reader, name, word, value)
        if term is not None:
            found[word] = term
    return found


def _term(reader: _Reader, vocabulary: str, word: str, value: Raw) -> Term | None:
    file = f"catalog/taxonomy/{vocabulary}.yml"
    if not SLUG.fullmatch(word):
        params = {"name": word, "suggestion": ""}
        reader.diagnostics.append(
            Diagnostic(Code.NOT_A_SLUG, file, (word,), at_key=True, params=params)
        )
        return None
    if not isinstance(value, dict):
        params = {"field": word, "value": "", "expected": "mapping"}
        reader.diagnostics.append(Diagnostic(Code.WRONG_SHAPE, file, (word,), params=params))
        return None
    return reader.shaped(VOCABULARIES[vocabulary], value, file, word, id=word)


def _sections(reader: _Reader) -> tuple[Section, ...]:
    file = "catalog/sections.yml"
    raw = reader.raw("sections.yml")
    if raw is None:
        return ()
    if not isinstance(raw, list):
        reader.diagnostics.append(Diagnostic(Code.NOT_A_LIST, file))
        return ()
    found = (_section(reader, item, file, index) for index, item in enumerate(raw))
    return tuple(section for section in found if section)


def _section(reader: _Reader, raw: Raw, file: str, index: int) -> Section | None:
    if isinstance(raw, dict):
        return reader.shaped(Section, raw, file, index)
    params = {"field": raw if isinstance(raw, str) else "-", "expected": "mapping"}
    reader.diagnostics.append(Diagnostic(Code.WRONG_SHAPE, file, (index,), params=params))
    return None


def _figures(reader: _Reader) -> Iterator[tuple[str, Figure]]:
    folder = reader.project.catalog / "figures"
    for path in sorted((*folder.glob("*.svg"), *folder.glob("cover.*.png"))):
        try:
            yield path.name, _figure(path.read_bytes())
        except OSError as error:
            params = {"reason": error.strerror or str(error)}
            file = reader.project.relative(path)
            reader.diagnostics.append(Diagnostic(Code.UNREADABLE, file, params=params))


def _figure(content: bytes) -> Figure:
    """A drawing says its size in its first element."""
    size = _SIZE.match(content)
    return Figure(digest(content), *map(int, size.groups())) if size else Figure(digest(content))
