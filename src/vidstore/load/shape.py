"""From pydantic's errors to findings: what was expected, and the nearest thing that would do."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from vidstore.diagnostics import Code, Diagnostic, DocumentPath
from vidstore.model.entry import PartialDate
from vidstore.model.evidence import Commit, FilePath
from vidstore.model.ids import EntryKey, Slug
from vidstore.model.links import Role, Url
from vidstore.model.paper import Arxiv, Doi
from vidstore.model.resources import Currency, Licence
from vidstore.model.site import FolderUrl
from vidstore.suggest import nearest


def _patterns(**types: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, annotated in types.items():
        for constraint in get_args(annotated)[1:]:
            if getattr(constraint, "pattern", None):
                found.setdefault(str(constraint.pattern), name)
    return found


EXPECTED_BY_PATTERN = _patterns(
    url=Url,
    slug=Slug,
    key=EntryKey,
    arxiv=Arxiv,
    doi=Doi,
    partial_date=PartialDate,
    licence=Licence,
    commit=Commit,
    currency=Currency,
    path=FilePath,
    folder_url=FolderUrl,
)
"""What to call the form of a text, for the locale key `expected.<name>`."""

_SIMPLE = {
    "missing": Code.MISSING_FIELD,
    "string_too_short": Code.EMPTY_VALUE,
    "no_address": Code.EMPTY_VALUE,
    "string_too_long": Code.TOO_LONG,
    "url": Code.NOT_A_URL,
    "tracking": Code.TRACKING,
    "place": Code.NOT_A_PLACE,
    "source": Code.RESULT_WITHOUT_SOURCE,
    "implementation": Code.NOTHING_TO_RUN,
    "step": Code.STEP_TO_NOTHING,
    "no_items": Code.EMPTY_VALUE,
}
_SHAPES = {
    "string_type": "text",
    "tuple_type": "list",
    "dict_type": "pairs",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "iterable_type": "list",
}
_CLASSES = {"Localized": "localized"}
_FORMS = (
    ("int", "integer"),
    ("float", "number"),
    ("finite", "number"),
    ("decimal", "number"),
    ("date", "date"),
    ("day", "date"),
    ("bool", "boolean"),
    ("enum", "word"),
)
_LIMITS = {
    "greater_than": "gt",
    "greater_than_equal": "ge",
    "less_than": "lt",
    "less_than_equal": "le",
}


def findings(error: ValidationError, model: type[BaseModel], file: str) -> Iterator[Diagnostic]:
    """One finding for each thing that pydantic minds."""
    for detail in error.errors(include_url=False):
        yield _finding(detail, model, file)


def _finding(detail: Mapping[str, Any], model: type[BaseModel], file: str) -> Diagnostic:
    kind = str(detail["type"])
    path: DocumentPath = tuple(step for step in detail["loc"] if step != "[key]")
    at_key = "[key]" in detail["loc"] or kind in {"extra_forbidden"}
    code, params = _describe(kind, detail, model, path)
    return Diagnostic(code, file, path, at_key=at_key, params=params)


def _describe(  # noqa: PLR0911 - one answer a kind of error
    kind: str, detail: Mapping[str, Any], model: type[BaseModel], path: DocumentPath
) -> tuple[Code, dict[str, str]]:
    written, context = detail["input"], detail.get("ctx", {})
    names = [step for step in path if isinstance(step, str)]
    params = {
        "field": ".".join(names),
        "name": names[-1] if names else "",
        "value": written if isinstance(written, str) else "",
    }
    if kind == "extra_forbidden":
        return _unknown_field(_fields_at(model, path[:-1]), params)
    if kind == "enum" and "[key]" in detail["loc"]:
        return _unknown_field(list(Role), params)
    if isinstance(written, str) and not written.strip():
        return Code.EMPTY_VALUE, params
    if kind == "enum" and params["value"]:
        return _unknown_choice(str(context["expected"]), params)
    if kind in _LIMITS:
        return Code.OUT_OF_RANGE, params | {
            "limit": str(context[_LIMITS[kind]]),
            "bound": _LIMITS[kind],
        }
    if kind in _SIMPLE:
        return _SIMPLE[kind], params | {name: str(item) for name, item in context.items()}
    return _malformed(kind, context, params)


def _malformed(
    kind: str, context: Mapping[str, Any], params: dict[str, str]
) -> tuple[Code, dict[str, str]]:
    if kind in _SHAPES:
        form = _CLASSES.get(str(context.get("class_name")), _SHAPES[kind])
        return Code.WRONG_SHAPE, params | {"expected": form}
    expected = EXPECTED_BY_PATTERN.get(str(context.get("pattern")), "")
    if expected == "url":
        return Code.NOT_A_URL, params
    form = expected or next((name for start, name in _FORMS if kind.startswith(start)), "text")
    return Code.MALFORMED if params["value"] else Code.WRONG_SHAPE, params | {"expected": form}


def _unknown_field(fields: list[str], params: dict[str, str]) -> tuple[Code, dict[str, str]]:
    known = [name for name in fields if name != "id"]
    hints = {"suggestion": nearest(params["name"], known), "known": ", ".join(known)}
    return Code.UNKNOWN_FIELD, params | hints


def _unknown_choice(expected: str, params: dict[str, str]) -> tuple[Code, dict[str, str]]:
    known = [item.strip("'") for item in expected.replace(" or ", ", ").split(", ")]
    hints = {"suggestion": nearest(params["value"], known), "known": ", ".join(known)}
    return Code.UNKNOWN_CHOICE, params | hints


def _fields_at(model: type[BaseModel], path: DocumentPath) -> list[str]:
    """The fields that a mapping at `path` may have."""
    here: type[BaseModel] = model
    for step in path:
        if isinstance(step, int):
            continue
        field = here.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        here = inner
    return list(here.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)
