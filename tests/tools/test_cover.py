"""The picture of the site is there in both languages, small, and of the size that pages name."""

import struct
from pathlib import Path

import pytest
from tools.cover import FOLDER, MAX_BYTES, SIGNATURE, page

from vidstore.site.social import COVER_SIZE


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_picture_is_small_and_of_the_size_that_pages_name(lang: str) -> None:
    content = (FOLDER / f"cover.{lang}.png").read_bytes()
    assert content.startswith(SIGNATURE)
    assert struct.unpack(">II", content[16:24]) == COVER_SIZE
    assert len(content) < MAX_BYTES


def test_a_name_is_no_element() -> None:
    site = {"name": {"zh": "<b>&"}, "tagline": {"zh": "x"}}
    assert "<h1>&lt;b&gt;&amp;</h1>" in page(site, "zh")


def test_the_folder_is_that_of_figures() -> None:
    assert (Path(FOLDER) / "paradigm.zh.svg").is_file()
