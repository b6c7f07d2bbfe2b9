"""`vidstore schema` at the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]


def test_schemas_are_written_once(vidstore: Run, toy: Path) -> None:
    first = vidstore("schema").stdout.splitlines()
    assert first[0] == "catalog/schema/paper.json written"
    assert len(first) == len(list((toy / "catalog/schema").iterdir())) == 18
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
    assert lines[-1] == "The schemas are not what models and taxonomy say. Run: vidstore schema"
    assert (toy / "catalog/schema/paper.json").read_bytes() == before

    vidstore("schema")
    done = vidstore("schema", "--check")
    assert (done.returncode, done.stdout) == (0, "The schemas are up to date.\n")
    tags = json.loads((toy / "catalog/schema/paper.json").read_text("utf-8"))["$defs"]["tags"]
    assert (tags["enum"][-1], tags["enumDescriptions"][-1]) == ("wind", "风 · Wind")
    assert vidstore("validate").returncode == 0


def test_a_broken_taxonomy_gives_no_schema(vidstore: Run, toy: Path) -> None:
    (toy / "catalog/taxonomy/tags.yml").write_text("wind: [\n")
    done = vidstore("schema")
    assert (done.returncode, done.stdout) == (1, "")
    assert "catalog/taxonomy/tags.yml:" in done.stderr
    assert not (toy / "catalog/schema").exists()
