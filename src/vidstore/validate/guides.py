"""Rules about hand-written pages: what they link to in the catalog is there."""

from collections.abc import Collection, Iterable, Iterator

from vidstore.diagnostics import Code, Diagnostic
from vidstore.model.catalog import Catalog
from vidstore.model.guide import GuideLink
from vidstore.model.site import SiteInfo
from vidstore.suggest import nearest

_WITH_PAGES = ("tasks", "families", "tags")


def listed_guides(site: SiteInfo, names: Collection[str]) -> Iterator[Diagnostic]:
    """Guides that `site.yml` puts into the navigation and nobody has written."""
    for index, name in enumerate(site.guides):
        if name not in names:
            params = {"name": name, "suggestion": nearest(name, names)}
            path = ("guides", index)
            yield Diagnostic(Code.NO_SUCH_GUIDE, "catalog/site.yml", path, params=params)


def guide_findings(
    links: Iterable[GuideLink], catalog: Catalog, broken: Iterable[str]
) -> Iterator[Diagnostic]:
    """Links from guides to entries, words and figures that are not there.

    `broken` are the keys of entries that are there but wrong.
    """
    known = _files(catalog) | {f"{key}.yml" for key in broken}
    for link in links:
        target = f"{link.file}#{link.word}" if link.word else link.file
        if target not in known:
            params = {"target": f"catalog/{target}", "suggestion": nearest(target, known)}
            yield Diagnostic(Code.NO_SUCH_PAGE, link.guide, params=params, location=link.location)


def _files(catalog: Catalog) -> set[str]:
    """Everything that a guide may link to."""
    known = {f"{key}.yml" for key in catalog.cards}
    known |= {f"figures/{name}" for name in catalog.charter.figures}
    for vocabulary in _WITH_PAGES:
        words = catalog.charter.taxonomy.vocabulary(vocabulary)
        known |= {f"taxonomy/{vocabulary}.yml#{word}" for word in words}
        known.add(f"taxonomy/{vocabulary}.yml")
    return known
