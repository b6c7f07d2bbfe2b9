"""Files of the whole catalog that need no plan of its pages, so they can be made before one is."""

from collections.abc import Callable

import msgspec

from vidstore.site.data_files import DataFiles
from vidstore.site.manifest import Manifest
from vidstore.site.pages import Files


class Early(msgspec.Struct, frozen=True):
    """The data to take away, and the index for search; of that, digests are known once it is made."""

    data: DataFiles
    index: Callable[[], Files]

    def files(self) -> Files:
        """All of them."""
        return {**dict(self.data.whole()), **self.index()}

    def is_stale(self, known: Manifest) -> bool:
        """Whether the data of a site that was built before has to be made anew."""
        return any(known.files.get(name) != digest for name, (digest, _) in self.data.whole())
