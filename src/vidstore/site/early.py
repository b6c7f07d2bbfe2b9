"""Files of the whole catalog that need no plan of its pages, so they can be made before one is."""

from collections.abc import Callable

import msgspec

from vidstore.site.api_files import index_file
from vidstore.site.data_files import DataFiles
from vidstore.site.manifest import Manifest
from vidstore.site.pages import Files


class Early(msgspec.Struct, frozen=True):
    """The data to take away, the API's index, and the index for search.

    The digests of the last are known only once it is made.
    """

    data: DataFiles
    search: Callable[[], Files]

    @property
    def entries(self) -> int:
        """How many entries they are made of."""
        return len(self.data.pieces.binder.catalog.cards)

    def at_hand(self) -> Files:
        """Those whose digests are known."""
        return dict([index_file(self.data), *self.data.whole()])

    def files(self) -> Files:
        """All of them."""
        return {**self.at_hand(), **self.search()}

    def is_stale(self, known: Manifest) -> bool:
        """Whether something of a site that was built before has to be made anew."""
        at_hand = self.at_hand().items()
        return any(known.files.get(name) != digest for name, (digest, _) in at_hand)
