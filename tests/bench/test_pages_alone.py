"""What is compared with peers that make only pages are the very pages of a full build."""

import time
from pathlib import Path

from bench.pages_alone import build as build_alone

from vidstore.config import Project
from vidstore.site.build import Order, build


def test_the_pages_are_those_of_a_full_build(toy: Path, tmp_path: Path) -> None:
    whole, alone = toy / "site", tmp_path / "alone"
    built = build(Order(Project.at(toy), whole, full=True), time.time_ns())
    # All but that with the data to take away, in both languages.
    assert build_alone(toy, alone) == built.pages - 2

    pages = {file.relative_to(alone) for file in alone.rglob("*.html")}
    others = {file.relative_to(whole) for file in whole.rglob("*.html")}
    assert others - pages == {Path("data/index.html"), Path("en/data/index.html")}
    assert [at for at in pages if (alone / at).read_bytes() != (whole / at).read_bytes()] == []
    assert not (alone / "assets/search").exists()
    assert not (alone / "data").exists()
