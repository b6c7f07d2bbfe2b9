"""`vidstore schema` at the command line."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from vidstore.model.ids import Kind

Run = Callable[..., "CompletedProcess[str]"]
Edit = Callable[[str, str, str], Path]
FORMS = ("entry", "mistake")


def test_schemas_are_written_once(vidstore: Run, toy: Path) -> None:
    first = vidstore("schema").stdout.splitlines()
    assert first[0] == "catalog/schema/paper.json written"
    assert len(list((toy / "catalog/schema").iterdir())) == 18
    assert first[18:] == [f".github/ISSUE_TEMPLATE/{name}.yml written" for name in FORMS]
    assert vidstore("schema").stdout == ""


def test_a_new_word_is_in_them(vidstore: Run, toy: Path) -> None:
    vidstore("schema")
    with (toy / "catalog/taxonomy/tags.yml").open("a", encoding="utf-8") as file:
        file.write("\nwind: {name: {zh: 风, en: Wind}}\n")
    before = (toy / "catalog/schema/paper.json").read_bytes()

    done = vidstore("schema", "--check")

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "+++ catalog/schema/paper.json (vidstore schema)" in lines
    assert '+    "wind"' in lines
    assert (
        lines[-1] == "Schemas or forms are not what models and taxonomy say. Run: vidstore schema"
    )
    assert (toy / "catalog/schema/paper.json").read_bytes() == before

    vidstore("schema")
    done = vidstore("schema", "--check")
    assert (done.returncode, done.stdout) == (0, "Schemas and forms are up to date.\n")
    tags = json.loads((toy / "catalog/schema/paper.json").read_text("utf-8"))["$defs"]["tags"]
    assert (tags["enum"][-1], tags["enumDescriptions"][-1]) == ("wind", "风 · Wind")
    assert vidstore("validate").returncode == 0


def test_a_broken_taxonomy_gives_no_schema(vidstore: Run, toy: Path) -> None:
    (toy / "catalog/taxonomy/tags.yml").write_text("wind: [\n")
    done = vidstore("schema")
    assert (done.returncode, done.stdout) == (1, "")
    assert "catalog/taxonomy/tags.yml:" in done.stderr
    assert not (toy / "catalog/schema").exists()


def form(toy: Path, name: str) -> Any:
    return yaml.safe_load((toy / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_such_as_github_takes(vidstore: Run, toy: Path, name: str) -> None:
    """As its documentation has it: which types there are, unique ids, options that differ."""
    vidstore("schema")
    made = form(toy, name)
    assert {"name", "description", "body"} == set(made)
    ids = [part["id"] for part in made["body"]]
    assert len(set(ids)) == len(ids) > 2
    for part in made["body"]:
        assert part["type"] in {"input", "textarea", "dropdown"}
        assert re.search(r"[\u4e00-\u9fff].* · [A-Z]", part["attributes"]["label"])
        options = part["attributes"].get("options", [])
        assert all(isinstance(option, str) and option for option in options)
        assert len(set(options)) == len(options)
        assert bool(options) == (part["type"] == "dropdown")


def test_an_entry_of_any_kind_and_task_can_be_suggested(vidstore: Run, toy: Path) -> None:
    vidstore("schema")
    kind, _, _, tasks, _ = form(toy, "entry")["body"]
    assert len(kind["attributes"]["options"]) == len(Kind)
    assert "论文 · Paper" in kind["attributes"]["options"]
    assert "升空 · Lifting" in tasks["attributes"]["options"]


def test_a_project_elsewhere_gets_no_forms_of_github(vidstore: Run, edit: Edit) -> None:
    site = edit(
        "catalog/site.yml", "https://github.com/kite-example/corner", "https://git.example.org/k"
    )
    vidstore("schema")
    assert (site.parent / "schema/paper.json").is_file()
    assert not (site.parents[1] / ".github").exists()
