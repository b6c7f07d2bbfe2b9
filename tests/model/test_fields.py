"""What each form of a value takes and refuses."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from vidstore.model.entry import PartialDate
from vidstore.model.evidence import Commit, FilePath, Place
from vidstore.model.ids import EntryKey, Kind, Slug
from vidstore.model.links import TRACKING, Role, Url
from vidstore.model.paper import Arxiv, Doi, Paper, Year
from vidstore.model.resources import Currency, Licence
from vidstore.model.text import Day, Lang, Localized, Title

TAKEN: dict[str, tuple[Any, tuple[str, ...]]] = {
    "slug": (Slug, ("a", "two-stream", "3d-cnn", "x" * 80)),
    "key": (EntryKey, ("papers/box-kite",)),
    "arxiv": (Arxiv, ("1608.00859", "0704.0001", "2104.13730", "cs/0112017", "math.GT/0309136")),
    "doi": (Doi, ("10.1007/978-3-319-46484-8_2", "10.9999/a(b)c;d")),
    "partial date": (PartialDate, ("2022", "2022-06", "2022-06-12", "2024-02-29")),
    "day": (Day, ("2022-06-12", "2024-02-29")),
    "year": (Year, ("1950", "2100")),
    "licence": (Licence, ("MIT", "Apache-2.0 WITH LLVM-exception", "LicenseRef-Own")),
    "currency": (Currency, ("CNY",)),
    "commit": (Commit, ("0123abc", "f" * 40)),
    "path": (FilePath, ("configs/tsn", "a.yml", "目录/a.yml")),
    "url": (
        Url,
        (
            "https://kites.example.org",
            "http://kites.example.org:8080/a?b=c&d=(e)#f",
            "https://例子.example/路径",
            "https://kites.example.org/?q=utm",
        ),
    ),
    "place": (
        Place,
        (
            "https://kites.example.org/a",
            "owner/name",
            "owner/name@0123abc",
            "owner/name@0123abc:docs/a.md#L3-L5",
            "owner/name:docs/a.md",
        ),
    ),
}
REFUSED: dict[str, tuple[Any, tuple[str, ...]]] = {
    "slug": (Slug, ("", "A", "a--b", "-a", "a-", "a_b", "a/b", "..", "a.b", "a\n", "é", "x" * 81)),
    "key": (EntryKey, ("box-kite", "papers/", "papers/../x", "/papers/x", "papers/a/b")),
    "arxiv": (Arxiv, ("arXiv:1608.00859", "1608.00859v2", "1608.859", "https://arxiv.org/abs/1")),
    "doi": (Doi, ("https://doi.org/10.9999/x", "10.9/x", "10.9999/a b", "11.9999/x")),
    "partial date": (PartialDate, ("22", "2022-13", "2022-6", "2022-02-30", "2023-02-29", "June")),
    "day": (Day, ("0", "1700000000", "2022-06", "2022-06-12T00:00:00", "2023-02-29", "12.6.2022")),
    "year": (Year, ("1949", "2101", "'16", "MMXVI")),
    "licence": (Licence, ("Apache License 2.0", "MIT,BSD", "")),
    "currency": (Currency, ("cny", "元", "RENM")),
    "commit": (Commit, ("main", "0123ab", "0123ABC", "f" * 41)),
    "path": (FilePath, ("/etc/passwd", "a b", "")),
    "url": (
        Url,
        (
            "kites.example.org",
            "//kites.example.org",
            "ftp://kites.example.org",
            "javascript:alert(1)",
            "https://",
            "https://kites.example.org/a b",
            'https://kites.example.org/"onclick=x',
            "https://kites.example.org/<script>",
            "https://kites.example.org:99999/",
            "https://[::1",
            "https://kites.example.org/" + "a" * 1000,
        ),
    ),
    "place": (Place, ("page 3", "owner", "owner/name@main", "ftp://kites.example.org")),
}


def _examples(table: dict[str, tuple[Any, tuple[str, ...]]]) -> list[Any]:
    return [
        pytest.param(form, text, id=f"{name}-{text[:30]}")
        for name, (form, texts) in table.items()
        for text in texts
    ]


@pytest.mark.parametrize(("form", "text"), _examples(TAKEN))
def test_takes(form: Any, text: str) -> None:
    assert str(TypeAdapter(form).validate_python(text)) == text.strip()


@pytest.mark.parametrize(("form", "text"), _examples(REFUSED))
def test_refuses(form: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(form).validate_python(text)


@pytest.mark.parametrize("name", TRACKING)
def test_refuses_an_address_that_follows_the_reader(name: str) -> None:
    with pytest.raises(ValidationError, match=f"no tracking: {name}"):
        TypeAdapter(Url).validate_python(f"https://video.example.org/x?p=1&{name}=abc")


def test_a_plain_title_serves_both_languages() -> None:
    assert TypeAdapter(Title).validate_python("Kites") == Localized(zh="Kites", en="Kites")


def test_a_text_is_given_in_the_language_asked_for() -> None:
    text = Localized(zh="风筝", en="Kite")
    assert [text.get(Lang.ZH), text.get(Lang.EN)] == ["风筝", "Kite"]
    assert [Lang.ZH.other, Lang.EN.other] == [Lang.EN, Lang.ZH]


def test_a_link_is_one_address_or_a_list_of_them(make: Any) -> None:
    one, two = "https://a.example.org", "https://b.example.org"
    entry = make(Kind.PAPER, links={"code": one, "mirror": [one, two]})
    assert entry.links == {Role.CODE: (one,), Role.MIRROR: (one, two)}


def test_numbers_keep_their_digits(make: Any) -> None:
    result = {"dataset": "sky", "metric": "m", "value": "74.10", "source": {"paper": "x"}}
    entry = make(Kind.PAPER, arxiv="2104.13730", results=[result])
    assert isinstance(entry, Paper)
    assert (entry.arxiv, entry.results[0].value) == ("2104.13730", Decimal("74.10"))
    assert str(entry.results[0].value) == "74.10"


@pytest.mark.parametrize("source", [{}, {"repo": "kitelab"}, {"path": "a"}, {"commit": "0123abc"}])
def test_a_source_that_leads_nowhere_is_none(make: Any, source: dict[str, str]) -> None:
    result = {"dataset": "sky", "metric": "m", "value": "1", "source": source}
    with pytest.raises(ValidationError, match="repo and path, or paper, or url"):
        make(Kind.PAPER, results=[result])


def test_hours_are_a_number_that_can_be_written_again(make: Any) -> None:
    with pytest.raises(ValidationError):
        make(Kind.TUTORIAL, hours="inf")


def test_entries_cannot_be_changed(make: Any) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make(Kind.PAPER).year = 2000
