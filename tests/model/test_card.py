from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from vidstore.model.card import Card, card_of, digest
from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.references import marked
from vidstore.model.text import Lang


@pytest.fixture
def card(make: Callable[..., Entry]) -> Callable[..., Card]:
    def build(*args: Any, **fields: Any) -> Card:
        entry = make(*args, **fields)
        return card_of(entry, "d", tuple(marked(entry)))

    return build


def test_carries_what_lists_show(card: Any) -> None:
    found = card(
        Kind.PAPER,
        "box",
        name="Box",
        title={"zh": "盒", "en": "A Box"},
        authors=["Ada Quill", "Bo d'Arc"],
        year="1999",
        links={
            "pdf": "https://a.example.org",
            "paper": ["https://b.example.org", "https://c.org"],
        },
    )
    assert (found.key, found.year, found.date) == ("papers/box", "1999", "1999")
    assert (found.label(Lang.ZH), found.title_in(Lang.EN)) == ("Box", "A Box")
    assert found.byline == "Ada Quill et al."
    assert found.links == (("paper", "https://b.example.org"), ("pdf", "https://a.example.org"))


def test_is_called_by_its_title_when_it_has_no_name(card: Any) -> None:
    found = card(Kind.PERSON, title={"zh": "林 远", "en": "Lin Yuan"})
    assert [found.label(Lang.ZH), found.label(Lang.EN)] == ["林 远", "Lin Yuan"]


def test_a_date_is_more_exact_than_a_year(card: Any) -> None:
    assert card(Kind.SURVEY, year="2021", date="2021-03").date == "2021-03"


def test_one_author_stands_alone(card: Any) -> None:
    assert card(Kind.PAPER, authors=["Wei Sòng"]).byline == "Wei Sòng"
    assert card(Kind.REPO).byline == ""


def test_frameworks_are_its_own_and_those_it_runs_on(card: Any) -> None:
    runs = [
        {"repo": "a", "path": "x", "framework": name} for name in ("carbon", "bamboo", "carbon")
    ]
    assert card(Kind.PAPER, implementations=runs).frameworks == ("carbon", "bamboo")
    assert card(Kind.REPO, frameworks=["bamboo"]).frameworks == ("bamboo",)


def test_names_every_entry_it_points_to_with_the_way_there(card: Any) -> None:
    found = card(
        Kind.PAPER,
        builds_on=["a"],
        related=["repos/b"],
        results=[{"dataset": "c", "metric": "m", "value": "1", "source": {"paper": "d"}}],
    )
    assert {(item.key, item.path) for item in found.references} == {
        ("papers/a", ("builds_on", 0)),
        ("repos/b", ("related", 0)),
        ("datasets/c", ("results", 0, "dataset")),
        ("papers/d", ("results", 0, "source", "paper")),
    }


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (Kind.PAPER, {"title": "Box Kites!"}, {"title": "box-kites"}),
        (Kind.PAPER, {"arxiv": "9901.00001"}, {"arxiv": "9901.00001"}),
        (Kind.PAPER, {"doi": "10.9999/ABC"}, {"doi": "10.9999/abc"}),
        (
            Kind.REPO,
            {"links": {"code": "https://www.example.org/Kite/"}},
            {"links": {"code": "http://example.org/kite"}},
        ),
    ],
    ids=["title", "arxiv", "doi", "address"],
)
def test_the_same_work_has_the_same_identity(card: Any, kind: Kind, one: Any, other: Any) -> None:
    first, second = card(kind, "one", **one), card(kind, "other", **other)
    assert set(first.identities) & set(second.identities)


def test_two_papers_may_share_their_code(card: Any) -> None:
    links = {"code": "https://github.com/kite-example/kitelab"}
    first, second = (card(Kind.PAPER, name, links=links) for name in ("one", "two"))
    assert not set(first.identities) & set(second.identities)


def test_titles_without_any_letter_are_not_the_same(card: Any) -> None:
    first, second = (card(Kind.PAPER, "x", title=title) for title in ("???", "!!!"))
    assert not set(first.identities) & set(second.identities)


RESULT = {
    "dataset": "sky",
    "metric": "altitude",
    "value": "74.10",
    "setting": "3 m/s",
    "params_m": "0.04",
    "source": {"repo": "kitelab", "path": "kites/box", "commit": "0123abc"},
}
RUN = {"repo": "kitelab", "path": "kites/box", "framework": "bamboo", "official": "true"}


def test_evidence_is_kept_as_it_was_published(card: Any) -> None:
    found = card(Kind.PAPER, results=[RESULT], implementations=[RUN])
    (result,), (run,) = found.results, found.implementations
    assert (result.dataset, result.metric, result.value) == ("sky", "altitude", "74.10")
    assert (result.setting, result.params_m, result.gflops) == ("3 m/s", "0.04", "")
    assert (result.repo, result.path, result.commit) == ("kitelab", "kites/box", "0123abc")
    assert (result.paper, result.url, result.backbone) == ("", "", "")
    assert (run.repo, run.path, run.model, run.weights) == ("kitelab", "kites/box", "", "")
    assert (run.framework, run.official) == ("bamboo", True)


def test_a_dataset_says_its_metrics(card: Any) -> None:
    assert card(Kind.DATASET, metrics=["altitude", "tangles"]).metrics == ("altitude", "tangles")
    assert card(Kind.PAPER).metrics == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Boxy"},
        {"title": "Other"},
        {"year": "2001"},
        {"tasks": ["landing"]},
        {"results": [RESULT | {"value": "74.1"}]},
        {"results": []},
        {"implementations": [RUN | {"weights": "https://a.example.org/w"}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_evidence_differs_with_what_its_tables_show(card: Any, change: Any) -> None:
    fields = {"name": "Box", "results": [RESULT], "implementations": [RUN]}
    assert card(Kind.PAPER, **fields).evidence != card(Kind.PAPER, **(fields | change)).evidence


def test_evidence_stays_the_same_with_a_new_summary(card: Any) -> None:
    first, second = (
        card(Kind.PAPER, results=[RESULT], summary={"zh": text, "en": text}) for text in "ab"
    )
    assert first.evidence == second.evidence
    assert card(Kind.PAPER).evidence == 0


def test_survives_its_memory(card: Any) -> None:
    found = card(
        Kind.PAPER,
        builds_on=["a"],
        links={"code": "https://a.example.org"},
        results=[RESULT],
        implementations=[RUN],
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Card) == found


def test_a_digest_changes_with_any_byte() -> None:
    assert len({digest(content) for content in (b"", b"a", b"a\n", b"\xef\xbb\xbfa")}) == 4


BASE: dict[str, Any] = {"title": "A", "year": "2000", "tasks": ["t"], "links": {}}


@pytest.mark.parametrize(
    ("change", "outline", "traits"),
    [
        ({"summary": {"zh": "新", "en": "New"}}, False, False),
        ({"authors": ["Ada"]}, False, False),
        ({"title": "B"}, True, False),
        ({"title": {"zh": "甲", "en": "A"}}, True, False),
        ({"name": "N"}, True, False),
        ({"year": "2001"}, True, True),
        ({"builds_on": ["x"]}, True, True),
        ({"venue": "v"}, False, True),
        ({"family": "f"}, False, True),
        ({"tasks": ["t", "u"]}, False, True),
        ({"tasks": [], "tags": ["t"]}, False, True),
        ({"added": "2024-02-02"}, False, True),
        ({"links": {"weights": "https://a.example.org"}}, False, True),
        ({"links": {"code": "https://a.example.org"}}, False, True),
        ({"implementations": [{"repo": "r", "path": "p", "framework": "f"}]}, False, True),
    ],
)
def test_traces_change_with_what_is_shown_elsewhere(
    card: Any, change: dict[str, Any], outline: bool, traits: bool
) -> None:
    before, after = card(Kind.PAPER, **BASE), card(Kind.PAPER, **BASE | change)
    assert (before.outline != after.outline) is outline
    assert (before.traits != after.traits) is traits


@pytest.mark.parametrize("change", [{"language": "zh"}, {"level": "easy"}, {"date": "2020-02"}])
def test_what_a_reading_can_be_found_by_is_traced(card: Any, change: dict[str, str]) -> None:
    assert card(Kind.SURVEY).traits != card(Kind.SURVEY, **change).traits
