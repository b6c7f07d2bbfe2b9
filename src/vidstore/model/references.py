"""What an entry points to: other entries, and the controlled words of the taxonomy.

A field says so in its type (`Annotated[Slug, Points(Kind.PAPER)]`, `Annotated[Slug, Word("tasks")]`),
and `references` and `words` read it from there, so a new field is checked without more code.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

import msgspec
from pydantic import BaseModel

from vidstore.model.ids import Kind

VOCABULARY = "x-vocabulary"
Path = tuple[str | int, ...]
"""The way to a value inside an entry, e.g. `("results", 0, "dataset")`."""


class Points(msgspec.Struct, frozen=True):
    """The value is the id of an entry of `kind`, or an `EntryKey` when `kind` is None."""

    kind: Kind | None = None

    def key(self, value: str) -> str:
        """The key of the entry meant by `value`."""
        return f"{self.kind.folder}/{value}" if self.kind else value


class Word(msgspec.Struct, frozen=True):
    """The value is a word of this vocabulary of the taxonomy."""

    vocabulary: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Say in a JSON Schema which vocabulary it is; the words themselves are in the catalog."""
        return {**handler(core), VOCABULARY: self.vocabulary}


Marker = Points | Word
Mark = tuple[Marker, str, Path]
"""A marked value: what it must be, the value, and where it stands."""
Visit = Callable[[Any, Path], Iterator[Mark]]


def marked(entry: BaseModel) -> Iterator[Mark]:
    """Every marked value of an entry, in the order of its fields, with the way to it."""
    return marked_in(type(entry), entry.__dict__)


def marked_in(model: type[BaseModel], values: Mapping[str, Any]) -> Iterator[Mark]:
    """The same of the fields of a `model`, as they are or still as raw strings; some may lack."""
    for name, visit in _visits(model):
        value = values.get(name)
        if value is not None:
            yield from visit(value, (name,))


@cache
def _visits(model: type[BaseModel]) -> tuple[tuple[str, Visit], ...]:
    found = []
    for name, field in model.model_fields.items():
        visit = _visit_of(field.annotation, tuple(field.metadata))
        if visit:
            found.append((name, visit))
    return tuple(found)


def _visit_of(annotation: Any, metadata: tuple[Any, ...]) -> Visit | None:
    """How to find the marked values below a type, or None where there are none."""
    marker = next((item for item in metadata if isinstance(item, Points | Word)), None)
    if marker is not None:
        return _single(marker)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _nested(annotation)
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        inner = _unwrap(arguments[0])
        return _each(inner) if inner else None
    inner_visits = [visit for argument in arguments if (visit := _unwrap(argument))]
    return inner_visits[0] if inner_visits else None


def _unwrap(annotation: Any) -> Visit | None:
    return _visit_of(
        getattr(annotation, "__origin__", annotation)
        if hasattr(annotation, "__metadata__")
        else annotation,
        getattr(annotation, "__metadata__", ()),
    )


def _single(marker: Marker) -> Visit:
    def visit(value: Any, path: Path) -> Iterator[Mark]:
        yield marker, value, path

    return visit


def _each(inner: Visit) -> Visit:
    def visit(value: Any, path: Path) -> Iterator[Mark]:
        for index, item in enumerate(value):
            if item is not None:
                yield from inner(item, (*path, index))

    return visit


def _nested(model: type[BaseModel]) -> Visit:
    def visit(value: Any, path: Path) -> Iterator[Mark]:
        if isinstance(value, str):
            return  # a raw text that stands for a whole model, as one title for both languages
        values = value if isinstance(value, dict) else value.__dict__
        for marker, text, inside in marked_in(model, values):
            yield marker, text, (*path, *inside)

    return visit
