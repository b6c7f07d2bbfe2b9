"""Addresses of pages: the same path in both languages, English below `en/`."""

from vidstore.model.ids import KIND_OF_FOLDER
from vidstore.model.text import Lang

PREFIX = {Lang.ZH: "", Lang.EN: "en/"}


def depth(address: str) -> int:
    """How many folders deep a page stands in its language's part of the site."""
    return address.count("/")


def base(address: str) -> str:
    """The way from a page to the root of its language."""
    return "../" * depth(address) or "./"


def assets(address: str, lang: Lang) -> str:
    """The way from a page to the root of the whole site, where the assets of both languages are."""
    return "../" * (depth(address) + (lang is Lang.EN)) or "./"


def file_of(address: str, lang: Lang) -> str:
    """The file of a page inside the site."""
    return f"{PREFIX[lang]}{address}index.html"


def api_of(address: str) -> str:
    """The file of the API that goes with the page of an entry; other pages have none."""
    folder, _, rest = address.partition("/")
    is_entry = folder in KIND_OF_FOLDER and rest.count("/") == 1
    return f"api/{address.removesuffix('/')}.json" if is_entry else ""


def files_of(address: str) -> list[str]:
    """All files that go with a page."""
    files = [file_of(address, lang) for lang in Lang]
    api = api_of(address)
    return [*files, api] if api else files
