"""The sitemap of all pages, with their counterparts (sitemaps.org protocol, Google's hreflang)."""

from collections.abc import Iterable, Mapping
from html import escape

from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX

MOST = 25_000
"""Addresses in one file: the protocol allows 50,000 and each page is two of them."""

_CODES = (("zh-Hans", Lang.ZH), ("en", Lang.EN), ("x-default", Lang.ZH))

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


Known = Mapping[str, tuple[Lang, ...]]
"""Addresses with the languages that have a page there."""


def sitemaps(pages: Known, site_url: str) -> dict[str, bytes]:
    """The sitemap files; a large site gets several and an index of them."""
    ordered = sorted(pages.items())
    parts = [ordered[start : start + MOST] for start in range(0, len(ordered), MOST)] or [[]]
    if len(parts) == 1:
        return {"sitemap.xml": _urlset(parts[0], site_url)}
    files = {
        f"sitemap-{number}.xml": _urlset(part, site_url) for number, part in enumerate(parts, 1)
    }
    index = "".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in files)
    top = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return files | {"sitemap.xml": f"{_HEAD}{top}{index}</sitemapindex>\n".encode()}


def _urlset(pages: Iterable[tuple[str, tuple[Lang, ...]]], site_url: str) -> bytes:
    root = escape(site_url)
    return (_HEAD + _SET + "".join(_urls(*page, root) for page in pages) + "</urlset>\n").encode()


def _urls(address: str, langs: tuple[Lang, ...], root: str) -> str:
    urls = {lang: f"{root}{PREFIX[lang]}{address}" for lang in langs}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{urls[lang]}"/>'
        for code, lang in _CODES
        if lang in urls
    )
    return "".join(f"<url><loc>{url}</loc>{links}</url>\n" for url in urls.values())
