"""The Atom feeds of a site, and the pages that name them."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.site.conftest import URL, Build
from tests.site.inspection import Site

ATOM = {"a": "http://www.w3.org/2005/Atom"}


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
        assert links["self"] == URL + name
        assert f"{links['alternate'].removeprefix(URL)}index.html" in built.files
        entries = feed.findall("a:entry", ATOM)
        times = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
        assert times == sorted(times, key=str, reverse=True) != []
        assert feed.findtext("a:updated", namespaces=ATOM) == times[0]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", str(time)) for time in times)
        ids = [str(entry.findtext("a:id", namespaces=ATOM)) for entry in entries]
        assert len(set(ids)) == len(ids)
        assert all(f"{found.removeprefix(URL)}index.html" in built.files for found in ids)


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
    assert [url for url in found["index.html"] if "://" in url] == [f"{URL}feeds/all.xml"]
    assert f"{URL}en/feeds/papers.xml" in found["en/papers/index.html"]
    assert f"{URL}feeds/tasks/lifting.xml" in found["tasks/lifting/index.html"]
    assert found["tags/index.html"] == []
