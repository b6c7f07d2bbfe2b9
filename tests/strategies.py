"""Entries of any shape the models allow, made from the models' own types and constraints."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator, StringConstraints, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from vidstore.model.entry import PartialDate
from vidstore.model.evidence import Place
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.links import Url, Urls
from vidstore.model.text import Day, Title

Raw = Any
"""Strings, lists and dicts, as they come out of a YAML file."""

LINES = st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
SLUGS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
URLS = st.builds(
    "{}://{}.example.{}{}".format,
    st.sampled_from(["http", "https"]),
    SLUGS,
    st.sampled_from(["org", "org:8080", "中国"]),
    st.sampled_from(["", "/", "/a/b.pdf", "/?q=1&r=(2)", "/路径#片段", "/%20+~"]),
)
PLACES = URLS | st.from_regex(
    r"[\w.-]{1,9}/[\w.-]{1,9}(@[0-9a-f]{7,40})?(:[a-z/.]{1,9})?(#L[1-9]{1,3})?", fullmatch=True
)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(str)
PARTIAL = DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])


def entries(kind: Kind) -> st.SearchStrategy[Raw]:
    """The fields of an entry of this kind."""
    return _fields(MODELS[kind]).filter(lambda raw: _fits(MODELS[kind], raw | {"id": "some"}))


def _fits(form: Any, raw: Raw) -> bool:
    try:
        TypeAdapter(form).validate_python(raw)
    except ValidationError:
        return False
    return True


def _fields(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Raw]]:
    required: dict[str, st.SearchStrategy[Raw]] = {}
    optional: dict[str, st.SearchStrategy[Raw]] = {}
    for name, field in model.model_fields.items():
        if not field.exclude:
            form: Any = (
                Annotated[field.annotation, *field.metadata]
                if field.metadata
                else field.annotation
            )
            (required if field.is_required() else optional)[name] = _of(form)
    return st.fixed_dictionaries(required, optional=optional)


def _of(form: Any) -> st.SearchStrategy[Raw]:
    known: tuple[tuple[Any, st.SearchStrategy[Raw]], ...] = (
        (Url, URLS),
        (Urls, URLS | st.lists(URLS, min_size=1, max_size=2)),
        (Place, PLACES),
        (PartialDate, PARTIAL),
        (Day, DAYS),
        (Title, LINES | st.fixed_dictionaries({"zh": LINES, "en": LINES})),
    )
    base, metadata = _unfolded(form)
    for alias, strategy in known:
        alias_base, alias_metadata = _unfolded(alias)
        if (
            base == alias_base
            and alias_metadata == [m for m in metadata if m in alias_metadata] != []
        ):
            return strategy
    return _plain(base, metadata)


def _unfolded(form: Any) -> tuple[Any, list[Any]]:
    """A type without its annotations, and the annotations."""
    metadata: list[Any] = []
    while get_origin(form) is Annotated:
        form, *found = get_args(form)
        metadata += found
    return form, [part for item in metadata for part in _parts(item)]


def _parts(item: Any) -> Iterable[Any]:
    return item.metadata if isinstance(item, FieldInfo) else (item,)


def _plain(base: Any, metadata: list[Any]) -> st.SearchStrategy[Raw]:  # noqa: PLR0911 - one a type
    arguments = get_args(base)
    origin = get_origin(base)
    if origin in {Union, UnionType}:
        (inner,) = (item for item in arguments if item is not NoneType)
        return _of(Annotated[inner, *metadata] if metadata else inner)
    if origin is tuple:
        return st.lists(_of(arguments[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(_of(arguments[0]), _of(arguments[1]), max_size=3)
    if issubclass(base, BaseModel):
        return _fields(base).filter(lambda raw: _fits(base, raw))
    if issubclass(base, StrEnum):
        return st.sampled_from([choice.value for choice in base])
    if base is bool:
        return st.sampled_from(["true", "false"])
    if issubclass(base, int | float | Decimal):
        return _numbers(base, metadata)
    return _texts(metadata)


def _numbers(base: Any, metadata: list[Any]) -> st.SearchStrategy[str]:
    limits: dict[type, Any] = {type(item): item for item in metadata}
    low: int = limits[Ge].ge if Ge in limits else 0
    high: int = limits[Le].le if Le in limits else 10**6
    numbers: st.SearchStrategy[Any] = (
        st.integers(low, high) if base is int else st.decimals(low, high, places=2)
    )
    return numbers.filter(lambda number: Gt not in limits or number > limits[Gt].gt).map(str)


def _texts(metadata: list[Any]) -> st.SearchStrategy[str]:
    rules = [item for item in metadata if isinstance(item, StringConstraints)]
    pattern = next((rule.pattern for rule in rules if rule.pattern), None)
    most = min([rule.max_length for rule in rules if rule.max_length], default=30)
    if pattern is None:
        return LINES
    assert isinstance(pattern, str)
    assert not any(isinstance(item, BeforeValidator) for item in metadata)
    return st.from_regex(pattern.replace("$", r"\Z")).filter(lambda text: len(text) <= most)
