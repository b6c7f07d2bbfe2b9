"""Takes typed values out of parsed YAML and refuses what nobody asked for."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from .model import Text


class FigureError(Exception):
    """A figure's description is wrong; the message says where and how."""


class Fields:
    """The fields of one mapping, each taken once; `done` refuses the rest."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise FigureError(f"{where}: a mapping is expected, not {data!r}")
        self._data = {str(key): value for key, value in data.items()}
        self.where = where

    @classmethod
    def load(cls, path: Path) -> "Fields":
        """The top-level fields of a YAML file."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")), path.name)

    def has(self, name: str) -> bool:
        """Whether the field is there and not yet taken."""
        return name in self._data

    def take(self, name: str) -> object:
        """The value of a required field."""
        if name not in self._data:
            raise FigureError(f"{self.where}: `{name}` is missing")
        return self._data.pop(name)

    def string(self, name: str) -> str:
        """A required string that is not empty."""
        value = self.take(name)
        if not isinstance(value, str) or not value.strip():
            raise FigureError(f"{self.where}.{name}: text is expected, not {value!r}")
        return value

    def number(self, name: str, default: float) -> float:
        """A number, or `default`."""
        return _number(self.take(name), f"{self.where}.{name}") if self.has(name) else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """True or false, or `default`."""
        value = self.take(name) if self.has(name) else default
        if not isinstance(value, bool):
            raise FigureError(f"{self.where}.{name}: true or false is expected, not {value!r}")
        return value

    def items(self, name: str) -> list[object]:
        """A list; empty where the field is missing."""
        value = self.take(name) if self.has(name) else []
        if not isinstance(value, list):
            raise FigureError(f"{self.where}.{name}: a list is expected, not {value!r}")
        return value

    def numbers(self, name: str) -> tuple[float, ...]:
        """A list of numbers."""
        return tuple(_number(item, f"{self.where}.{name}") for item in self.items(name))

    def pair(self, name: str, default: tuple[int, int]) -> tuple[int, int]:
        """Two whole numbers, or `default`."""
        match self.items(name) if self.has(name) else list(default):
            case [int(column), int(row)]:
                return column, row
        raise FigureError(f"{self.where}.{name}: two whole numbers are expected")

    def text(self, name: str) -> Text:
        """A required text in both languages."""
        inner = self.inner(name)
        text = Text(zh=inner.string("zh"), en=inner.string("en"))
        inner.done()
        return text

    def maybe_text(self, name: str) -> Text | None:
        """A text in both languages, or nothing."""
        return self.text(name) if self.has(name) else None

    def inner(self, name: str) -> "Fields":
        """The fields of a required inner mapping."""
        return Fields(self.take(name), f"{self.where}.{name}")

    def each(self, name: str) -> Iterator[tuple[str, "Fields"]]:
        """The named mappings inside a mapping; none where the field is missing."""
        if not self.has(name):
            return
        inner = self.inner(name)
        for key in tuple(inner._data):
            yield key, inner.inner(key)

    def done(self) -> None:
        """Refuses fields that were not taken."""
        if self._data:
            raise FigureError(f"{self.where}: unknown: {', '.join(sorted(self._data))}")


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FigureError(f"{where}: a number is expected, not {value!r}")
    return float(value)
