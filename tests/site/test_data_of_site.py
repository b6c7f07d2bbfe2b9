"""What a site gives to programs: data files, API, BibTeX of lists, llms.txt."""

import json
import os
import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.site.conftest import Build
from tests.site.inspection import Site, tree

from vidstore.derive.data_format import DataFormat
from vidstore.errors import ConfigurationError
from vidstore.model.text import Lang
from vidstore.site.data_page import human

Edit = Callable[[str, str, str], Path]
Run = Callable[..., Any]
ROOT = "https://kites.example.org/corner/"
PREFIXES = {Lang.ZH: "", Lang.EN: "en/"}


@pytest.mark.parametrize("form", DataFormat)
def test_the_site_has_the_files_that_export_writes(
    built: Site, vidstore: Run, toy: Path, form: DataFormat
) -> None:
    mark = ("--bom",) if form is DataFormat.CSV else ()
    assert vidstore("export", "--format", form, "-o", "out", *mark).returncode == 0
    assert (built.folder / f"data/catalog.{form.ending}").read_bytes() == (
        toy / "out"
    ).read_bytes()


def test_a_database_is_only_made_where_it_is_wanted(
    toy: Path, build_toy: Build, edit: Edit
) -> None:
    edit("catalog/site.yml", "database: true", "database: false")
    build_toy()
    assert not list((toy / "site/data").glob("*.sqlite"))
    assert "sqlite" not in (toy / "site/data/index.html").read_text("utf-8").lower()


def test_the_data_page_tells_the_sizes(built: Site) -> None:
    for prefix in PREFIXES.values():
        page = built.pages[f"{prefix}data/index.html"]
        for form in DataFormat:
            name = f"catalog.{form.ending}"
            size = human((built.folder / "data" / name).stat().st_size)
            row = re.search(rf"<tr>.*?<code>{re.escape(name)}</code>.*?</tr>", page.html)
            assert row
            assert size in row[0]
        assert "CC-BY-4.0" in page.content()


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1_250_000, "1.2 MB")]
)
def test_sizes_are_said_as_people_do(size: int, said: str) -> None:
    assert human(size) == said


def test_home_leads_to_the_data(built: Site) -> None:
    for prefix in PREFIXES.values():
        hrefs = [ref.value for ref in built.pages[f"{prefix}index.html"].references]
        assert "./data/" in hrefs


def test_the_api_has_every_entry_as_in_the_export(built: Site) -> None:
    index = json.loads(built.text("api/index.json"))
    whole = {e["id"]: e for e in json.loads(built.text("data/catalog.json"))["entries"]}
    assert [entry["id"] for entry in index["entries"]] == list(whole)
    for item in index["entries"]:
        name = item["api"].removeprefix(ROOT)
        found = json.loads(built.text(name))
        urls, _ = found.pop("url"), found.pop("named_by")
        assert found == whole[item["id"]]
        for lang, url in urls.items():
            file = f"{url.removeprefix(ROOT)}index.html"
            assert built.pages[file].language == lang
    files = len(list((built.folder / "api").rglob("*.json")))
    assert files == 1 + len(index["entries"]) + len(index["paths"])
    for url in index["catalog"]["data"].values():
        assert url.removeprefix(ROOT) in built.files


def test_the_api_has_every_reading_path_as_in_the_export(built: Site) -> None:
    index = json.loads(built.text("api/index.json"))
    (whole,) = json.loads(built.text("data/catalog.json"))["paths"]
    (item,) = index["paths"]
    assert item["title"] == whole["title"]
    found = json.loads(built.text(item["api"].removeprefix(ROOT)))
    for url in found.pop("url").values():
        assert f"{url.removeprefix(ROOT)}index.html" in built.pages
    assert found == whole


def test_the_api_says_who_names_an_entry(built: Site) -> None:
    box = json.loads(built.text("api/papers/box-kite.json"))
    assert box["named_by"] == {
        "builds_on": ["papers/silk-line", "papers/tailless"],
        "works": ["people/lin-yuan"],
        "paper": ["repos/kitelab"],
    }
    assert json.loads(built.text("api/papers/wild-text.json"))["named_by"] == {}


def test_every_list_with_something_to_cite_has_its_bibtex(built: Site) -> None:
    page = built.pages["en/tasks/lifting/index.html"]
    assert "../../../data/bib/tasks/lifting.bib" in [ref.value for ref in page.references]
    keys = re.findall(r"^@\w+\{(.*),$", built.text("data/bib/tasks/lifting.bib"), re.MULTILINE)
    assert keys == [
        "atall2015paper",
        "song2003silk",
        "quill1999kites",
        "wind-talk2022where",
        "song2010hundred",
    ]
    assert "data/bib/platforms.bib" not in built.files
    assert ".bib" not in built.pages["platforms/index.html"].content()
    assert "data/bib/sections/by-hand.bib" in built.files


@pytest.mark.parametrize("lang", Lang)
def test_llms_txt_leads_to_what_there_is(built: Site, lang: Lang) -> None:
    text = built.text(f"{PREFIXES[lang]}llms.txt")
    lines = text.splitlines()
    assert lines[0] == ("# Kite Corner" if lang is Lang.EN else "# 风筝小站")
    assert lines[2].startswith("> ")
    assert len([line for line in lines if line.startswith("## ")]) == 4
    urls = re.findall(r"\]\((\S+)\)", text)
    assert len(urls) > 20
    for url in urls:
        name = url.removeprefix(ROOT)
        assert (f"{name}index.html" if name.endswith("/") else name) in built.files


def test_an_edit_writes_only_what_shows_it(toy: Path, build_toy: Build, edit: Edit) -> None:
    hour_ago = time.time() - 3600
    for path in toy.glob("catalog/**/*.yml"):
        os.utime(path, (hour_ago, hour_ago))
    build_toy()
    before = tree(toy / "site")
    inodes = {name: (toy / "site" / name).stat().st_ino for name in before}

    edit("catalog/papers/tailless.yml", "Two lines and no tail.", "No tail at all.")
    build_toy()

    after = tree(toy / "site")
    moved = {name for name in after if (toy / "site" / name).stat().st_ino != inodes.get(name)}
    data = {name for name in moved if re.match(r"(en/)?(api|data|feeds)/|.*llms.txt", name)}
    whole = {f"data/catalog.{form.ending}" for form in DataFormat if form is not DataFormat.BIBTEX}
    pages = {"data/index.html", "en/data/index.html"}
    assert data - pages == {
        *whole,  # BibTeX has no summary
        "api/papers/tailless.json",
        *(f"en/feeds/{name}.xml" for name in ("all", "papers", "tasks/steering")),
    }


def test_one_more_that_names_an_entry_is_told_by_the_api(
    toy: Path, build_toy: Build, edit: Edit
) -> None:
    build_toy()
    edit(
        "catalog/papers/paper-dragon.yml",
        "tasks: [lifting]",
        "tasks: [lifting]\nbuilds_on: [tailless]",
    )
    build_toy()
    found = json.loads((toy / "site/api/papers/tailless.json").read_text("utf-8"))
    assert found["named_by"]["builds_on"] == ["papers/paper-dragon"]


def test_a_key_that_comes_to_be_shared_changes_everywhere(
    toy: Path, build_toy: Build, edit: Edit
) -> None:
    build_toy()
    edit("catalog/papers/silk-line.yml", "year: 2003", "year: 2010")
    edit("catalog/papers/silk-line.yml", "Silk Line: Less", "Hundred Lines: Less")
    build_toy()
    shared = {"song2010hundred-datasets-sky-hundred", "song2010hundred-papers-silk-line"}
    whole = (toy / "site/data/catalog.bib").read_text("utf-8")
    assert shared <= set(re.findall(r"^@\w+\{(.*),$", whole, re.MULTILINE))
    assert "song2010hundred-datasets" in (toy / "site/data/bib/datasets.bib").read_text("utf-8")
    page = (toy / "site/datasets/sky-hundred/index.html").read_text("utf-8")
    assert "{song2010hundred-datasets-sky-hundred," in page


def test_a_page_of_hand_cannot_take_the_place_of_data(toy: Path, build_toy: Build) -> None:
    path = toy / "docs/zh/llms.txt"
    path.write_text("mine", "utf-8")
    with pytest.raises(ConfigurationError, match=r"llms\.txt"):
        build_toy()


def test_the_database_of_a_site_can_be_asked(built: Site) -> None:
    connection = sqlite3.connect(f"file:{built.folder}/data/catalog.sqlite?mode=ro", uri=True)
    found = connection.execute("SELECT key FROM texts WHERE text LIKE '%丝线%'").fetchall()
    assert found == [("papers/silk-line",)]
    connection.close()
