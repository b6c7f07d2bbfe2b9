"""What a site gives to programs: data files, API, feeds, linked data, previews, llms.txt."""

import json
import os
import re
import shutil
import sqlite3
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.site.conftest import Build
from tests.site.inspection import Page, Site, differing, tree
from tests.site.test_incremental import let_time_pass

from vidstore.derive.data_format import DataFormat
from vidstore.derive.extract import Extract, extract
from vidstore.errors import ConfigurationError
from vidstore.model.card import Card
from vidstore.model.catalog import Taxonomy
from vidstore.model.entry import Entry
from vidstore.model.text import Lang
from vidstore.site import pieces
from vidstore.site.data_page import human

Edit = Callable[[str, str, str], Path]
Run = Callable[..., Any]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
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


def _feeds(site: Site) -> dict[str, ET.Element]:
    names = [name for name in site.files if re.match(r"(en/)?feeds/", name)]
    return {name: ET.fromstring(site.text(name)) for name in names}


def test_feeds_are_atom(built: Site) -> None:
    feeds = _feeds(built)
    assert len(feeds) == 2 * (1 + 7 + 2)
    for name, feed in feeds.items():
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        for needed in ("id", "title", "updated", "author/a:name"):
            assert len(feed.findall(f"a:{needed}", ATOM)) == 1, (name, needed)
        links = {link.get("rel"): link.get("href") or "" for link in feed.findall("a:link", ATOM)}
        assert links["self"] == ROOT + name
        assert f"{links['alternate'].removeprefix(ROOT)}index.html" in built.files
        entries = feed.findall("a:entry", ATOM)
        times = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
        assert times == sorted(times, key=str, reverse=True) != []
        assert feed.findtext("a:updated", namespaces=ATOM) == times[0]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", str(time)) for time in times)
        ids = [str(entry.findtext("a:id", namespaces=ATOM)) for entry in entries]
        assert len(set(ids)) == len(ids)
        assert all(f"{found.removeprefix(ROOT)}index.html" in built.files for found in ids)


def test_a_feed_has_what_its_list_has(built: Site) -> None:
    feed = _feeds(built)["en/feeds/tasks/steering.xml"]
    titles = [
        entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)
    ]
    assert titles == [
        "Tailless Flight",
        "KiteLab",
        "SilkLine: Silk Line: Less Drag & 100% More Pull_Force",
    ]
    assert feed.findtext("a:title", namespaces=ATOM) == "Steering - Kite Corner"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_a_feed_holds_the_fifty_newest(toy: Path, build_toy: Build) -> None:
    text = "title: T{n}\nsummary: {{zh: 简, en: S}}\nadded: 2023-{m:02}-{d:02}\n"
    for number in range(60):
        path = toy / f"catalog/repos/new-{number}.yml"
        path.write_text(text.format(n=number, m=number // 28 + 1, d=number % 28 + 1), "utf-8")
    build_toy()
    feed = ET.fromstring((toy / "site/feeds/repos.xml").read_text("utf-8"))
    titles = [
        entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)
    ]
    assert titles == ["Old Winder", "KiteLab", *[f"T{n}" for n in range(59, 11, -1)]]


def test_pages_name_their_feed(built: Site) -> None:
    found = {
        name: re.findall(
            r'type="application/atom\+xml"[^>]*href="([^"]*)"', built.pages[name].html
        )
        for name in (
            "index.html",
            "en/papers/index.html",
            "tasks/lifting/index.html",
            "tags/index.html",
        )
    }
    assert [url for url in found["index.html"] if "://" in url] == [f"{ROOT}feeds/all.xml"]
    assert f"{ROOT}en/feeds/papers.xml" in found["en/papers/index.html"]
    assert f"{ROOT}feeds/tasks/lifting.xml" in found["tasks/lifting/index.html"]
    assert found["tags/index.html"] == []


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def _nodes(page: Page) -> list[Any]:
    scripts = _Scripts()
    scripts.feed(page.html)
    return [json.loads(text) for text in scripts.found]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("papers/box-kite", "ScholarlyArticle"),
        ("papers/wild-text", "ScholarlyArticle"),
        ("surveys/forty-years", "ScholarlyArticle"),
        ("surveys/wind-talk", "LearningResource"),
        ("tutorials/knots", "LearningResource"),
        ("repos/kitelab", "SoftwareSourceCode"),
        ("datasets/sky-hundred", "Dataset"),
        ("platforms/windfarm", "Service"),
        ("people/lin-yuan", "Person"),
        ("people/kite-club", "Organization"),
    ],
)
@pytest.mark.parametrize("lang", Lang)
def test_an_entry_is_linked_data_and_says_what_its_page_does(
    built: Site, key: str, kind: str, lang: Lang
) -> None:
    page = built.pages[f"{PREFIXES[lang]}{key}/index.html"]
    (node,) = _nodes(page)
    assert node["@context"] == "https://schema.org"
    assert node["@type"] == kind
    assert (
        " ".join(node["name"].split()) in " ".join(page.title.split())
        or node["name"] in page.title
    )
    assert node["mainEntityOfPage"] == f"{ROOT}{PREFIXES[lang]}{key}/"
    description = re.search(r'<meta name="description" content="([^"]*)"', page.html)
    assert description
    assert unescape(description[1]) == " ".join(node["description"].split())
    names = [author["name"] for author in node.get("author", ())]
    shown = re.search(r'<p class="vs-authors">(.*?)</p>', page.content())
    assert bool(names) == bool(shown)
    plain = unescape(re.sub(r"<[^>]*>", "", shown[1] if shown else ""))
    assert all(name in plain for name in names)


def test_linked_data_knows_more_of_some(built: Site) -> None:
    (box,) = _nodes(built.pages["en/papers/box-kite/index.html"])
    assert box["identifier"] == [
        "https://doi.org/10.9999/kite.1(2)",
        "https://arxiv.org/abs/9901.00001",
    ]
    assert box["isPartOf"]["name"] == "International Conference on Wind & Other Excuses"
    assert box["datePublished"] == "1999"
    (lab,) = _nodes(built.pages["repos/kitelab/index.html"])
    assert lab["codeRepository"] == "https://github.com/kite-example/kitelab"
    (talk,) = _nodes(built.pages["surveys/wind-talk/index.html"])
    assert (talk["inLanguage"], talk["timeRequired"]) == ("zh", "PT1.5H")
    (lin,) = _nodes(built.pages["en/people/lin-yuan/index.html"])
    assert (lin["jobTitle"], lin["affiliation"]["name"]) == ("Professor", "University of Kites")


def test_other_pages_are_no_linked_data(built: Site) -> None:
    for name in ("index.html", "papers/index.html", "en/guides/first-kite/index.html"):
        assert _nodes(built.pages[name]) == []


def _properties(page: Page) -> dict[str, str]:
    found = re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', page.html)
    assert len(found) == len(dict(found)), page.name
    return {name: unescape(content) for name, content in found}


def test_every_page_can_be_shown_elsewhere(built: Site) -> None:
    for page in built.pages.values():
        if page.is_missing_page:
            continue
        found = _properties(page)
        assert found["url"] == page.canonical[0], page.name
        assert found["locale"] == ("en_US" if page.language is Lang.EN else "zh_CN"), page.name
        assert found["title"], page.name
        assert found["title"] in page.title, page.name
        assert found["description"], page.name
        assert found["type"] in {"article", "website"}, page.name
        assert '<meta name="twitter:card" content="' in page.html


def test_a_picture_of_the_site_is_named_where_there_is_one(toy: Path, build_toy: Build) -> None:
    for lang in Lang:
        (toy / f"catalog/figures/cover.{lang}.png").write_bytes(b"\x89PNG toy")
    (toy / "catalog/figures/other.png").write_bytes(b"no figure")
    build_toy()
    for lang, prefix in PREFIXES.items():
        name = f"assets/figures/cover.{lang}.png"
        assert (toy / "site" / name).read_bytes() == b"\x89PNG toy"
        for page in ("index.html", "papers/box-kite/index.html", "guides/first-kite/index.html"):
            html = (toy / "site" / prefix / page).read_text("utf-8")
            assert f'<meta property="og:image" content="{ROOT}{name}">' in html
            assert 'content="summary_large_image"' in html
    assert not (toy / "site/assets/figures/other.png").exists()


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


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of entries whose pieces are made where they are asked for."""
    keys: list[str] = []

    def noted(entry: Entry, card: Card, taxonomy: Taxonomy) -> Extract:
        keys.append(card.key)
        return extract(entry, card, taxonomy)

    monkeypatch.setattr(pieces, "extract", noted)
    return keys


def ledger_of(toy: Path) -> Path:
    (found,) = (toy / ".vidstore").glob("data-*.msgpack")
    return found


def edit_and_compare(toy: Path, build_toy: Build, edit: Edit) -> None:
    """After an edit, data must be what a full build writes."""
    edit("catalog/papers/tailless.yml", "Two lines and no tail.", "No tail at all.")
    build_toy()
    found = tree(toy / "site")
    build_toy(full=True)
    assert differing(found, tree(toy / "site")) == []


def test_all_pieces_but_those_of_the_edited_are_cut_out_of_the_site(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str]
) -> None:
    let_time_pass(toy)
    build_toy()
    edit_and_compare(toy, build_toy, edit)
    # What is edited is made into pieces where it is read; no page of another shows the summary.
    assert extracted == []
    edit("catalog/papers/tailless.yml", "title: Tailless", "title: Headless")
    build_toy()
    neighbours = {
        "datasets/sky-hundred",
        "papers/box-kite",
        "papers/silk-line",
        "repos/old-winder",
    }
    assert set(extracted) == neighbours
    extracted.clear()
    edit("catalog/paths/first-summer.yml", "三个周末", "四个周末")
    build_toy()
    assert "四个周末" in (toy / "site/api/paths/first-summer.json").read_text("utf-8")
    on_path = json.loads((toy / "site/data/catalog.json").read_text("utf-8"))["paths"]
    assert "四个周末" in str(on_path)
    assert len(set(extracted)) < 8


@pytest.mark.parametrize("content", [b"", b"\xc1rubbish", b"\x93\x01\x02\x03"])
def test_pieces_of_which_nothing_is_known_are_made_anew(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str], content: bytes
) -> None:
    let_time_pass(toy)
    build_toy()
    ledger_of(toy).write_bytes(content)
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


def test_a_ledger_that_lacks_an_entry_is_not_believed(
    toy: Path, build_toy: Build, edit: Edit, extracted: list[str]
) -> None:
    let_time_pass(toy)
    build_toy()
    ledger = msgspec.msgpack.decode(ledger_of(toy).read_bytes())
    for lengths in ledger[-1].values():
        lengths.pop()
    ledger_of(toy).write_bytes(msgspec.msgpack.encode(ledger))
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


@pytest.mark.parametrize("spoil", [lambda data: data + b" ", lambda data: b" " + data[:-1], None])
def test_pieces_are_not_cut_out_of_what_somebody_else_wrote(
    toy: Path,
    build_toy: Build,
    edit: Edit,
    extracted: list[str],
    spoil: Callable[[bytes], bytes] | None,
) -> None:
    let_time_pass(toy)
    build_toy()
    path = toy / "site/data/catalog.json"
    if spoil:
        path.write_bytes(spoil(path.read_bytes()))
    else:
        path.unlink()
    edit_and_compare(toy, build_toy, edit)
    assert len(set(extracted)) == 15


def test_pieces_are_not_cut_out_of_another_site(toy: Path, build_toy: Build, edit: Edit) -> None:
    build_toy()
    before = [(path, path.read_bytes()) for path in (toy / ".vidstore").glob("site-*")]
    shutil.copytree(toy / "site", toy / "before")
    edit("catalog/papers/silk-line.yml", "year: 2003", "year: 2004")  # as long as before
    build_toy()
    shutil.rmtree(toy / "site")
    (toy / "before").rename(toy / "site")  # a build that was ended before it moved anything
    for path, content in before:
        path.write_bytes(content)
    edit_and_compare(toy, build_toy, edit)
    entries = json.loads((toy / "site/data/catalog.json").read_text("utf-8"))["entries"]
    assert [e["year"] for e in entries if e["id"] == "silk-line"] == [2004]


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
