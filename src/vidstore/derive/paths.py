"""Which reading paths lead through an entry."""

from collections import defaultdict
from collections.abc import Mapping

from vidstore.model.catalog import Catalog
from vidstore.model.path import ReadingPath


def paths_through(catalog: Catalog) -> Mapping[str, tuple[ReadingPath, ...]]:
    """The paths that each entry stands on, by key, in the order of paths."""
    found: defaultdict[str, list[ReadingPath]] = defaultdict(list)
    for path in catalog.paths:
        for key in path.entries:
            found[key].append(path)
    return {key: tuple(paths) for key, paths in found.items()}
