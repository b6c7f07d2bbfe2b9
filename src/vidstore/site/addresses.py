"""Addresses of pages: the same path in both languages, English below `en/`."""

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


def across(address: str, lang: Lang, to: Lang) -> str:
    """The way from a page to its counterpart, or to itself."""
    return f"{assets(address, lang)}{PREFIX[to]}{address}"


def file_of(address: str, lang: Lang) -> str:
    """The file of a page inside the site."""
    return f"{PREFIX[lang]}{address}index.html"
