"""The field reference says of each field what the models and the editors say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from vidstore.locale import LANGUAGES, load_locale
from vidstore.model.entry import Entry
from vidstore.model.evidence import Implementation, Result, ResultSource
from vidstore.model.fields import fields_of
from vidstore.model.paper import Paper, Publication
from vidstore.model.path import ReadingPath, Stage, Step
from vidstore.model.reading import Reading
from vidstore.model.resources import Dataset, Person, Platform, Price, Repo
from vidstore.model.sections import Section
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import Family, Metric, Task, Term, Venue

GUIDES = Path(__file__).parents[2] / "docs"
TABLES: tuple[tuple[type[BaseModel], ...], ...] = (
    (Entry,), (Publication,), (Paper,), (Implementation,), (Result,), (ResultSource,), (Reading,),
    (Repo,), (Dataset,), (Platform,), (Price,), (Person,), (Term, Task, Family, Venue, Metric),
    (Section,), (ReadingPath,), (Stage,), (Step,), (SiteInfo,),
)  # fmt: skip
"""What each table of the guide describes, in its order."""
FIELD, REQUIRED, MEANING = {"zh": "字段", "en": "Field"}, ("必填", "Required"), ("含义", "Meaning")

Row = dict[str, str]


def tables(lang: str) -> Iterator[list[Row]]:
    """The tables of fields in a language's guide; a row is its cells by their column."""
    text = (GUIDES / lang / "guides" / "fields.md").read_text("utf-8")
    for table in re.findall(rf"^\| {FIELD[lang]} \|.*\n\|[ |-]+\n((?:\|.*\n)+)", text, re.M):
        head = re.search(rf"^(\| {FIELD[lang]} \|.*)\n\|[ |-]+\n{re.escape(table)}", text, re.M)
        assert head
        columns = cells(head[1])
        yield [dict(zip(columns, cells(line), strict=True)) for line in table.splitlines()]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def column(row: Row, names: tuple[str, str]) -> str:
    return next(row[name] for name in names if name in row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_field_has_one_row_that_means_what_the_editor_says(lang: str) -> None:
    found, say = list(tables(lang)), load_locale(lang)
    assert len(found) == len(TABLES)
    for models, rows in zip(TABLES, found, strict=True):
        told = {row[FIELD[lang]].strip("`"): column(row, MEANING) for row in rows}
        assert len(told) == len(rows)
        assert told == {
            name: say(f"fields.{model.__name__}.{name}")
            for model in models
            for name in fields_of(model)
        }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_required_is_marked(lang: str) -> None:
    for models, rows in zip(TABLES, tables(lang), strict=True):
        if not any(name in rows[0] for name in REQUIRED):
            continue  # of a price everything is required, of a source one of three
        marked = {
            row[FIELD[lang]].strip("`")
            for row in rows
            if column(row, REQUIRED) not in {"", "二者之一", "one of the two"}
        }
        assert marked == {
            name
            for model in models
            for name in fields_of(model)
            if model.model_fields[name].is_required()
        }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_field_is_explained_that_is_not_there(lang: str) -> None:
    models = {model.__name__: model for told in TABLES for model in told}
    explained = [
        key.split(".")[1:] for key in load_locale(lang).texts if key.startswith("fields.")
    ]
    assert len(explained) > 100
    for model, name in explained:
        if model in models:
            assert name in set(fields_of(models[model]))
