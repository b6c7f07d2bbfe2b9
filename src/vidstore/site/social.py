"""What other sites show of a page when somebody passes its address on (ogp.me, Twitter cards)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from vidstore.model.catalog import Charter
from vidstore.model.text import Lang
from vidstore.site.addresses import PREFIX

COVER = "cover"
"""The picture of the whole site: `catalog/figures/cover.<lang>.png`, where there is one."""
COVER_SIZE = (1200, 630)
_LOCALES = {Lang.ZH: "zh_CN", Lang.EN: "en_US"}


@dataclass(slots=True)
class Social:
    """Writes these lines; what is the same on all pages of a language is made once."""

    charter: Charter
    lang: Lang
    _same: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Make what does not depend on the page."""
        self._same = b"".join(_same(self.charter, self.lang))

    def lines(self, title: bytes, description: bytes, address: str, kind: str) -> bytes:
        """The lines for a page; title and description are escaped already."""
        url = escape(self.charter.site.url + PREFIX[self.lang] + address)
        return b"".join(
            (
                _property("og:type", kind.encode()),
                _property("og:title", title),
                _property("og:description", description),
                _property("og:url", url.encode()),
                self._same,
            )
        )


def _same(charter: Charter, lang: Lang) -> Iterator[bytes]:
    site, picture = charter.site, f"{COVER}.{lang}.png"
    yield _property("og:site_name", escape(site.name.get(lang)).encode())
    yield _property("og:locale", _LOCALES[lang].encode())
    yield _property("og:locale:alternate", _LOCALES[lang.other].encode())
    if picture in charter.figures:
        url = escape(f"{site.url}assets/figures/{picture}")
        yield _property("og:image", url.encode())
        for name, size in zip(("width", "height"), COVER_SIZE, strict=True):
            yield _property(f"og:image:{name}", str(size).encode())
    card = "summary_large_image" if picture in charter.figures else "summary"
    yield f'<meta name="twitter:card" content="{card}">\n'.encode()


def _property(name: str, content: bytes) -> bytes:
    return b'<meta property="%s" content="%s">\n' % (name.encode(), content)
