"""The site as the last build left it, for what can be made from that faster than anew."""

from collections.abc import Mapping
from pathlib import Path

import msgspec


class Former(msgspec.Struct, frozen=True):
    """The digests of the files of a site, by name, and where they lie."""

    digests: Mapping[str, str]
    site: Path

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            OSError: it is not there.
        """
        return (self.site / name).read_bytes()
