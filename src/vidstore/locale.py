"""Sentences for people, in both languages, from `templates/locale/<lang>.yml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vidstore.config import shipped_templates
from vidstore.errors import ConfigurationError

LANGUAGES = ("zh", "en")


class Locale:
    """The sentences of one language. A missing key is a mistake of ours and raises."""

    def __init__(self, lang: str, texts: Mapping[str, str]) -> None:
        """Keep the flattened texts."""
        self.lang = lang
        self.texts = texts

    def __call__(self, key: str, /, **params: object) -> str:
        """The sentence `key`, filled with `params`.

        Raises:
            ConfigurationError: the locale file has no such key.
        """
        text = self.texts.get(key)
        if text is None:
            raise ConfigurationError("no_locale_key", key=key, lang=self.lang)
        return text.format_map(params) if params else text

    def find(self, key: str) -> str | None:
        """The sentence as it stands, if there is one."""
        return self.texts.get(key)


def load_locale(lang: str, folders: tuple[Path, ...] = ()) -> Locale:
    """Read the sentences of `lang`; a project's own file overrides key by key."""
    texts: dict[str, str] = {}
    for folder in (shipped_templates(), *reversed(folders)):
        path = folder / "locale" / f"{lang}.yml"
        if path.is_file():
            texts.update(_read(path, path.stat().st_mtime_ns))
    return Locale(lang, texts)


@cache
def _read(path: Path, _mtime_ns: int) -> dict[str, str]:
    # Read anew when it was written anew: a preview lives through many edits.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return dict(_flat(yaml.load(path.read_text("utf-8"), Loader=loader)))  # noqa: S506 - strings only


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, f"{prefix}.{key}" if prefix else key)
    else:
        yield prefix, value
