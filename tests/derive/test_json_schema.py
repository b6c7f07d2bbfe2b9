"""What editors are told agrees with what `vidstore validate` says."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.strategies import entries

from vidstore.config import Project
from vidstore.derive.json_schema import schemas
from vidstore.intake.catalog import take_in
from vidstore.load.charter import load_charter
from vidstore.load.entry import load_entry
from vidstore.locale import load_locale
from vidstore.model.catalog import Charter
from vidstore.model.ids import KIND_OF_FOLDER, Kind
from vidstore.model.taxonomy import VOCABULARIES
from vidstore.model.text import Lang

ROOT = Path(__file__).parents[2]
SAY = {lang: load_locale(lang) for lang in Lang}
Edit = Callable[[str, str, str], Path]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2's core schema (yaml.org/spec/1.2.2, 10.3.2), which editors read."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AsEditorsRead.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), [*first, ""]
    )


def read(text: str | bytes) -> Any:
    return yaml.load(text, Loader=AsEditorsRead)


def name_of(file: Path, catalog: Path) -> str:
    """The schema of a file."""
    folder = file.relative_to(catalog).parts[0]
    if folder == "paths":
        return "path"
    return KIND_OF_FOLDER[folder].value if folder in KIND_OF_FOLDER else file.stem


def files_of(catalog: Path, pattern: str = "*.yml") -> list[Path]:
    """The files that contributors write; figures have their own."""
    return sorted(file for file in catalog.rglob(pattern) if file.parent.name != "figures")


def charter_of(root: Path) -> Charter:
    charter, _ = load_charter(Project.at(root))
    assert charter
    return charter


def complaints(root: Path, pattern: str = "*.yml") -> list[str]:
    """What an editor would complain of in a project's files."""
    catalog, found = root / "catalog", schemas(charter_of(root).taxonomy, SAY)
    return [
        f"{file.relative_to(catalog)}: {'.'.join(map(str, error.path))}: {error.validator}"
        for file in files_of(catalog, pattern)
        for error in Draft7Validator(found[name_of(file, catalog)]).iter_errors(
            read(file.read_bytes())
        )
    ]


@pytest.mark.parametrize("name", [*Kind, "path", "site", "sections", *VOCABULARIES])
def test_each_schema_is_one(catalog_schemas: dict[str, Any], name: str) -> None:
    Draft7Validator.check_schema(catalog_schemas[name])
    assert "x-" not in json.dumps(catalog_schemas[name])


@pytest.fixture(scope="module")
def catalog_schemas() -> dict[str, Any]:
    return schemas(charter_of(ROOT).taxonomy, SAY)


def test_nothing_in_a_right_catalog_is_complained_of(toy_source: Path) -> None:
    assert len(files_of(ROOT / "catalog")) > 400
    assert complaints(ROOT) == []
    assert complaints(toy_source) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("title:", "titel:", "papers/box-kite.yml: : additionalProperties"),
        ("tasks: [", "tasks: [juggling, ", "papers/box-kite.yml: tasks.0: enum"),
        ("added: 2", "added: [2]\nx: 2", "papers/box-kite.yml: added: type"),
        ("year: 1", "year: 10", "papers/box-kite.yml: year: maximum"),
        ("links:\n", "links:\n  plan: https://x.example\n", "papers/box-kite.yml: links: add"),
        ("summary:\n  zh:", "summary:\n  cn:", "papers/box-kite.yml: summary: required"),
        ("arxiv: ", "arxiv: arXiv:", "papers/box-kite.yml: arxiv: pattern"),
        ("family: ", "family: #", "papers/box-kite.yml: family: enum"),
        ("added: ", "status: inactive\nadded: ", "papers/box-kite.yml: status: enum"),
    ],
)
def test_what_is_wrong_is_complained_of_in_both(
    toy: Path, project: Project, old: str, new: str, complaint: str
) -> None:
    path = toy / "catalog/papers/box-kite.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = complaints(toy, "box-kite.yml")
    assert [line for line in found if line.startswith(complaint)], found
    assert take_in(project, time.time_ns()).diagnostics


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=25)
@given(data=st.data())
def test_editors_do_not_complain_of_what_loads(
    catalog_schemas: dict[str, Any], kind: Kind, data: st.DataObject
) -> None:
    anywhere: dict[str, Any] = {
        word: {} for word in VOCABULARIES
    }  # which words there are is checked elsewhere
    schema = catalog_schemas[kind]
    schema = {**schema, "$defs": {**schema["$defs"], **anywhere}}
    written = yaml.safe_dump(data.draw(entries(kind)), allow_unicode=True, sort_keys=False)
    assert load_entry(written.encode(), kind, "some", "x").entry
    assert [error.message for error in Draft7Validator(schema).iter_errors(read(written))] == []


def test_fields_and_words_are_explained_in_both_languages(
    catalog_schemas: dict[str, Any],
) -> None:
    paper = catalog_schemas["paper"]
    assert paper["properties"]["family"]["description"] == "方法家族 · line of methods"
    assert paper["properties"]["links"]["properties"]["code"]["description"] == "代码 · Code"
    tasks = paper["$defs"]["tasks"]
    said = dict(zip(tasks["enum"], tasks["enumDescriptions"], strict=True))
    assert said["action-recognition"] == "动作识别 · Action recognition"
    bare = [
        (name, field)
        for name, schema in catalog_schemas.items()
        for part in (schema, *schema["$defs"].values())
        for field, value in part.get("properties", {}).items()
        if "description" not in value
    ]
    assert bare == []


def test_each_file_of_a_catalog_has_a_schema_in_the_editor() -> None:
    told = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in told)
    for file in files_of(ROOT / "catalog"):
        fitting = [name for name, glob in told.items() if file.relative_to(ROOT).match(glob)]
        assert fitting == [f"./catalog/schema/{name_of(file, ROOT / 'catalog')}.json"]
