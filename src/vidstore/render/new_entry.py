"""A new entry to fill in, and the page of GitHub where it can be written."""

from collections.abc import Iterator
from urllib.parse import quote

from vidstore.model.entry import Entry
from vidstore.model.fields import owner
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.text import Localized
from vidstore.render.lexicon import Lexicon

_FIRST = ("name", "title", "aliases")
_LAST = ("tasks", "tags", "summary", "note", "links", "related", "replaced_by", "status", "added")


def new_entry_url(kind: Kind, lexicon: Lexicon) -> str:
    """Where somebody writes an entry of this kind in the browser; empty if not on GitHub.

    GitHub opens its editor with the `value` it is given.
    """
    site = lexicon.charter.site
    if not site.is_on_github:
        return ""
    place = f"{site.repository.rstrip('/')}/new/{site.branch}/catalog/{kind.folder}"
    return f"{place}?value={quote(new_entry(kind, lexicon), safe='')}"


def new_entry(kind: Kind, lexicon: Lexicon) -> str:
    """An entry of this kind without values: what must be filled in, and what may be, as comments."""
    model, say = MODELS[kind], lexicon.say
    lines = [f"# {say('new_entry.file', folder=kind.folder)}", f"# {say('new_entry.optional')}"]
    for name in _in_order(model):
        meaning = say(f"fields.{owner(model, name)}.{name}")
        field = model.model_fields[name]
        if field.is_required():
            lines.append(f"{name}: # {meaning}")
            if field.annotation is Localized and name != "title":
                lines += ["  zh:", "  en:"]
        else:
            lines.append(f"# {name}: # {meaning}")
    return "\n".join(lines) + "\n"


def _in_order(model: type[Entry]) -> Iterator[str]:
    """The fields as our entries have them: names, what the kind is about, the rest, sources."""
    known = [name for name, field in model.model_fields.items() if not field.exclude]
    yield from _FIRST
    yield from (name for name in known if name not in {*_FIRST, *_LAST, "sources"})
    yield from _LAST
    yield "sources"
