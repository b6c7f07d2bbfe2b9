"""How pages are shown where somebody passes their address on."""

import re
from html import unescape
from pathlib import Path

from tests.site.conftest import URL, Build
from tests.site.inspection import Page, Site

from vidstore.model.text import Lang

PREFIXES = {Lang.ZH: "", Lang.EN: "en/"}


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
            assert f'<meta property="og:image" content="{URL}{name}">' in html
            assert 'content="summary_large_image"' in html
    assert not (toy / "site/assets/figures/other.png").exists()
