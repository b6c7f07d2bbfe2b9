"""What a site was made from, so that the next build writes only what differs.

The manifest lies in `.vidstore/`; the site carries a marker with the same token. A site without
our marker is not ours, and a manifest without its site is worth nothing.
"""

from pathlib import Path

import msgspec

from vidstore import keepsake
from vidstore.config import Project

MARKER = ".made-by-vidstore"


class Manifest(msgspec.Struct, array_like=True, gc=False):
    """The digests of a finished build: of pages by address, of files by name.

    `stamp` stands for all that every page depends on.
    """

    stamp: str
    token: str
    pages: dict[str, str]
    files: dict[str, str]


def _place(project: Project, site: Path) -> Path:
    return project.cache_of("site", site)


def recall(project: Project, site: Path) -> Manifest | None:
    """The manifest of the site as it lies there; None when it is not known."""
    known = keepsake.load(_place(project, site), Manifest)
    try:
        token = (site / MARKER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return known if known and known.token == token else None


def remember(project: Project, site: Path, manifest: Manifest) -> None:
    """Keep the manifest. Where it cannot be kept, the next build is a full one."""
    if not keepsake.save(_place(project, site), manifest):
        forget(project, site)


def forget(project: Project, site: Path) -> None:
    """Drop the manifest: from now on the site may differ from it."""
    keepsake.drop(_place(project, site))


def is_ours(site: Path) -> bool:
    """Whether a folder may be replaced: it is empty, absent, or made by us."""
    return (
        not site.exists()
        or (site / MARKER).is_file()
        or (site.is_dir() and not any(site.iterdir()))
    )
