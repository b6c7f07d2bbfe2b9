"""One entry from the bytes of its file."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from pydantic import BaseModel, ValidationError

from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.shape import findings
from vidstore.load.yaml import Raw, parse
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.references import Mark, marked_in

Model = TypeVar("Model", bound=BaseModel)


class Loaded(msgspec.Struct, frozen=True):
    """An entry with the values it was made of, or why there is none.

    `marks` are the words and references of what is right in a file without an entry.
    """

    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[Mark, ...] = ()
    raw: Raw | None = None


def load_entry(content: bytes, kind: Kind, entry_id: str, file: str) -> Loaded:
    """Read an entry of `kind`; `file` is only what findings call it."""
    parsed = parse(content, file)
    if parsed.raw is None:
        return Loaded(None, parsed.diagnostics)
    if not isinstance(parsed.raw, dict):
        return Loaded(None, (Diagnostic(Code.NOT_A_MAPPING, file),))
    model = MODELS[kind]
    entry, diagnostics = shaped(model, parsed.raw, file, id=entry_id)
    if entry is not None:
        return Loaded(entry, raw=parsed.raw)
    return Loaded(None, diagnostics, tuple(marked_in(model, _right_in(parsed.raw, diagnostics))))


def entry_of(raw: dict[str, Any], kind: Kind, entry_id: str) -> Entry:
    """The entry of values that were found right before."""
    return MODELS[kind].model_validate(raw | {"id": entry_id})


def _right_in(raw: dict[str, Any], diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """The fields without findings; of a list, the items without."""
    right = dict(raw)
    for item in diagnostics:
        field, *inside = item.path
        value = right.get(str(field))
        if isinstance(value, list) and inside and isinstance(inside[0], int):
            right[str(field)] = [None if at == inside[0] else one for at, one in enumerate(value)]
        else:
            right.pop(str(field), None)
    return right


def shaped(
    model: type[Model], raw: Raw, file: str, **given: str
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """`raw` as `model`, or what does not fit; `given` are fields that are not for the file to say."""
    own = raw if isinstance(raw, dict) else {}
    wrong = [_not_to_say(name, model, file, given) for name in given if name in own]
    try:
        found = model.model_validate(own | given if given else raw)
    except ValidationError as error:
        return None, (*wrong, *findings(error, model, file))
    return (None if wrong else found), tuple(wrong)


def _not_to_say(
    name: str, model: type[BaseModel], file: str, given: Mapping[str, str]
) -> Diagnostic:
    known = ", ".join(field for field in model.model_fields if field not in given)
    params = {"field": name, "value": "", "suggestion": "", "known": known}
    return Diagnostic(Code.UNKNOWN_FIELD, file, (name,), at_key=True, params=params)
