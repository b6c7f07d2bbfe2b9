"""One entry from the bytes of its file."""

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.shape import findings
from vidstore.load.yaml import Raw, parse
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An entry, or why there is none."""

    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...] = ()


def load_entry(content: bytes, kind: Kind, entry_id: str, file: str) -> Loaded:
    """Read an entry of `kind`; `file` is only what findings call it."""
    parsed = parse(content, file)
    if parsed.raw is None:
        return Loaded(None, parsed.diagnostics)
    if not isinstance(parsed.raw, dict):
        return Loaded(None, (Diagnostic(Code.NOT_A_MAPPING, file),))
    if "id" in parsed.raw:
        known = ", ".join(name for name in MODELS[kind].model_fields if name != "id")
        params = {"field": "id", "value": "", "suggestion": "", "known": known}
        found = Diagnostic(Code.UNKNOWN_FIELD, file, ("id",), at_key=True, params=params)
        return Loaded(None, (found,))
    entry, diagnostics = shaped(MODELS[kind], parsed.raw | {"id": entry_id}, file)
    return Loaded(entry, diagnostics)


def shaped(model: type[Model], raw: Raw, file: str) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """`raw` as `model`, or what does not fit."""
    try:
        return model.model_validate(raw), ()
    except ValidationError as error:
        return None, tuple(findings(error, model, file))
