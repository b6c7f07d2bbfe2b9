"""A new entry, as somebody finds it in GitHub's editor."""

import re
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from vidstore.diagnostics import Code
from vidstore.load.entry import load_entry
from vidstore.locale import load_locale
from vidstore.model.catalog import Catalog, Charter
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.render.new_entry import new_entry, new_entry_url

FILLED = {
    "title: ": "title: Kites ",
    "  zh:": "  zh: 风筝",
    "  en:": "  en: Kites",
    "format: ": "format: video ",
    "language: ": "language: zh ",
    "added: ": "added: 2024-01-01 ",
}
LONGEST = 8000
"""What servers accept as an address (RFC 9110, 4.1, recommends this much)."""


@pytest.fixture(params=list(Lang))
def lexicon(request: pytest.FixtureRequest, catalog: Catalog) -> Lexicon:
    return Lexicon(request.param, load_locale(request.param), catalog.charter)


@pytest.mark.parametrize("kind", Kind)
def test_it_has_each_field_once(kind: Kind, lexicon: Lexicon) -> None:
    named = re.findall(r"^(?:# )?([a-z_]+):(?: #|$)", new_entry(kind, lexicon), re.M)
    fields = MODELS[kind].model_fields
    assert sorted(named) == sorted(name for name in fields if not fields[name].exclude)


@pytest.mark.parametrize("kind", Kind)
def test_it_is_an_entry_once_the_rest_is_filled_in(kind: Kind, lexicon: Lexicon) -> None:
    text = new_entry(kind, lexicon)
    loaded = load_entry(text.encode(), kind, "some", "x")
    assert {item.code for item in loaded.diagnostics} == {Code.EMPTY_VALUE}

    for start, value in FILLED.items():
        text = re.sub(f"^{start}", value, text, flags=re.M)
    loaded = load_entry(text.encode(), kind, "some", "x")
    assert loaded.diagnostics == ()
    assert loaded.entry


@pytest.mark.parametrize("kind", Kind)
def test_github_gets_it_whole(kind: Kind, lexicon: Lexicon) -> None:
    url = new_entry_url(kind, lexicon)
    site = lexicon.charter.site
    assert urlsplit(url).path.endswith(f"/new/{site.branch}/catalog/{kind.folder}")
    assert parse_qs(urlsplit(url).query) == {"value": [new_entry(kind, lexicon)]}
    assert len(url) < LONGEST


def test_another_host_is_not_asked_for_what_it_may_not_have(catalog: Catalog) -> None:
    charter: Charter = catalog.charter
    site = charter.site.model_copy(update={"repository": "https://git.example.org/kites"})
    elsewhere = msgspec.structs.replace(charter, site=site)
    assert new_entry_url(Kind.PAPER, Lexicon(Lang.EN, load_locale("en"), elsewhere)) == ""
