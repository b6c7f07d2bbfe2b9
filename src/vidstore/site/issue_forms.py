"""GitHub's forms for those who do not write YAML: to suggest an entry, and to tell of a mistake.

The form of such files is GitHub's (docs.github.com, "Syntax for GitHub's form schema").
"""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from vidstore.model.ids import Kind
from vidstore.model.text import Lang, in_both
from vidstore.render.lexicon import Lexicon

FOLDER = ".github/ISSUE_TEMPLATE"
Lexicons = Mapping[Lang, Lexicon]
_Part = dict[str, Any]


def issue_forms(lexicons: Lexicons) -> dict[str, str]:
    """The text of each form, by its name in the project. Whoever fills it in reads both languages."""
    forms = {
        "entry": [
            _choice(lexicons, "kind", (_kind(lexicons, kind) for kind in Kind)),
            _line(lexicons, "title"),
            _line(lexicons, "link"),
            _choice(lexicons, "tasks", _tasks(lexicons), many=True),
            _text(lexicons, "why"),
        ],
        "mistake": [
            _line(lexicons, "entry"),
            _text(lexicons, "wrong"),
            _text(lexicons, "source"),
        ],
    }
    made = in_both(lexicons[lang].say("schema.made") for lang in Lang)
    return {
        f"{FOLDER}/{name}.yml": f"# {made}\n{_written(_form(lexicons, name, body))}"
        for name, body in forms.items()
    }


def _form(lexicons: Lexicons, name: str, body: list[_Part]) -> _Part:
    return {
        "name": _said(lexicons, f"{name}_form"),
        "description": _said(lexicons, f"{name}_about"),
        "body": body,
    }


def _line(lexicons: Lexicons, name: str) -> _Part:
    return _part(lexicons, "input", name, {}, required=True)


def _text(lexicons: Lexicons, name: str) -> _Part:
    return _part(lexicons, "textarea", name, {}, required=True)


def _choice(lexicons: Lexicons, name: str, options: Iterable[str], *, many: bool = False) -> _Part:
    more = {"options": list(options), "multiple": many}
    return _part(lexicons, "dropdown", name, more, required=not many)


def _part(
    lexicons: Lexicons, form: str, name: str, more: Mapping[str, Any], *, required: bool
) -> _Part:
    return {
        "type": form,
        "id": name,
        "attributes": {"label": _said(lexicons, name), **more},
        "validations": {"required": required},
    }


def _kind(lexicons: Lexicons, kind: Kind) -> str:
    return in_both(lexicons[lang].kind(kind) for lang in Lang)


def _tasks(lexicons: Lexicons) -> list[str]:
    tasks = lexicons[Lang.ZH].charter.taxonomy.tasks
    return [in_both(lexicons[lang].name("tasks", task) for lang in Lang) for task in tasks]


def _said(lexicons: Lexicons, name: str) -> str:
    return in_both(lexicons[lang].say(f"forms.{name}") for lang in Lang)


def _written(form: _Part) -> str:
    text: str = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=10_000)
    return text
