"""The toy project is what all other tests stand on: it must use everything there is."""

from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from vidstore.load.yaml import parse
from vidstore.model.evidence import Implementation, Result, ResultSource
from vidstore.model.ids import Kind
from vidstore.model.kinds import MODELS
from vidstore.model.links import Role
from vidstore.model.reading import SpokenIn
from vidstore.model.resources import Billing, Price, Region, Size, Who
from vidstore.model.sections import Manner, Section, Selection
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import VOCABULARIES

TOY = Path(__file__).parents[1] / "data" / "toy_catalog" / "catalog"


def _raw(pattern: str) -> list[object]:
    return [parse(path.read_bytes(), str(path)).raw for path in sorted(TOY.glob(pattern))]


def _mappings(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in _mappings(item))]
    if isinstance(value, list):
        return [found for item in value for found in _mappings(item)]
    return []


def _fields(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields) - {"id"}


@pytest.mark.parametrize("kind", Kind)
def test_uses_every_field_of_its_kind(kind: Kind) -> None:
    used = {name for raw in _raw(f"{kind.folder}/*.yml") for name in _mappings(raw)[0]}
    everywhere = {name for raw in _raw("*/*.yml") for name in _mappings(raw)[0]}
    common = _fields(MODELS[kind].__mro__[1])
    assert used >= _fields(MODELS[kind]) - common
    assert everywhere >= common


@pytest.mark.parametrize(
    "model", [Implementation, Result, ResultSource, Size, Price], ids=lambda model: model.__name__
)
def test_uses_every_field_inside_entries(model: type[BaseModel]) -> None:
    found = {name for raw in _raw("*/*.yml") for mapping in _mappings(raw) for name in mapping}
    assert found >= _fields(model)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_uses_every_field_of_a_vocabulary(name: str) -> None:
    terms = _mappings(_raw(f"taxonomy/{name}.yml"))[1:]
    assert {field for term in terms for field in term} >= _fields(VOCABULARIES[name])


@pytest.mark.parametrize(
    ("file", "model"),
    [("site.yml", SiteInfo), ("sections.yml", Section), ("sections.yml", Selection)],
    ids=["site", "section", "selection"],
)
def test_uses_every_field_of_its_charter(file: str, model: type[BaseModel]) -> None:
    assert {name for item in _mappings(_raw(file)) for name in item} >= _fields(model)


@pytest.mark.parametrize(
    "choices", [Role, SpokenIn, Billing, Region, Who, Manner], ids=lambda choices: choices.__name__
)
def test_uses_every_choice(choices: type[StrEnum]) -> None:
    assert _words(_raw("*.yml") + _raw("*/*.yml")) >= set(choices)


def _words(value: object) -> set[object]:
    if isinstance(value, dict):
        return set(value) | _words(list(value.values()))
    return (
        {word for item in value for word in _words(item)} if isinstance(value, list) else {value}
    )
