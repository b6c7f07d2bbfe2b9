"""The fields of models, by the class that defines them: that is where their meaning is said."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any


def owner(model: type[Any], field: str) -> str:
    """The name of the class that defines a field of `model`."""
    return next(cls.__name__ for cls in model.__mro__ if field in fields_of(cls))


def fields_of(model: type[Any]) -> Iterator[str]:
    """The fields that a class itself defines and a file may have."""
    known: Mapping[str, Any] = getattr(model, "model_fields", {})
    own = inspect.get_annotations(model)
    yield from (name for name in own if name in known and not known[name].exclude)
