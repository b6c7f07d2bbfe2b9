"""What a table can be filtered by."""

from collections.abc import Iterable

import msgspec

Choices = tuple[tuple[str, str], ...]
"""Values to choose from, each with its name."""


class FilterView(msgspec.Struct, frozen=True, gc=False):
    """A choice among the values of a column."""

    key: str
    label: str
    choices: Choices


def choices(values: Iterable[str]) -> Choices:
    """The different values of a column, each once, sorted for people."""
    known = {value for value in values if value}
    return tuple((value, value) for value in sorted(known, key=lambda v: (v.casefold(), v)))


def worth_showing(filters: Iterable[FilterView]) -> tuple[FilterView, ...]:
    """Those that leave a choice: a column with one value does not."""
    return tuple(item for item in filters if len(item.choices) > 1)
