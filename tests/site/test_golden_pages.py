"""What vidstore itself puts into a frame, page type by page type.

`pytest --update-expected` writes the golden files anew; read the difference before you commit it.
"""

import re
from pathlib import Path

import pytest
from tests.site.inspection import Site

from vidstore.site.engine import Engine

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PAGES = {
    "home": "index.html",
    "data": "en/data/index.html",
    "section": "en/sections/shapes/index.html",
    "task": "tasks/lifting/index.html",
    "overview": "en/families/index.html",
    "paper": "en/papers/box-kite/index.html",
    "hostile": "en/papers/wild-text/index.html",
    "survey": "surveys/wind-talk/index.html",
    "dataset": "en/datasets/sky-hundred/index.html",
    "platform": "platforms/windfarm/index.html",
    "person": "en/people/lin-yuan/index.html",
    "paths": "paths/index.html",
    "prices": "en/prices/index.html",
    "path": "en/paths/first-summer/index.html",
    "results": "results/index.html",
    "board": "en/results/sky-hundred/index.html",
    "run": "run/index.html",
}


@pytest.mark.parametrize("built", [Engine.MKDOCS], indirect=True)
@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_the_golden_one(built: Site, name: str, update_expected: bool) -> None:
    page = built.pages[PAGES[name]]
    head = re.findall(
        r'<title>.*?</title>|<meta name="(?:description|twitter:card)".*?>|<meta property=.*?>'
        r'|<link rel="(?:canonical|alternate)".*?>|<script type="application/ld\+json">.*?</script>',
        page.html.partition("</head>")[0],
    )
    written = "\n".join([*head, page.content().rstrip(), ""])
    golden = GOLDEN / f"page.{name}.html"
    if update_expected:
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


def test_both_engines_get_the_same_content(built: Site) -> None:
    for name, file in PAGES.items():
        golden = (GOLDEN / f"page.{name}.html").read_text("utf-8")
        assert built.pages[file].content().rstrip() in golden
