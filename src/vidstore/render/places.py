"""Web addresses of places in public repositories."""

import re
from functools import lru_cache
from urllib.parse import quote

from vidstore.model.card import Card

_PLACE = re.compile(
    r"(?P<repo>[\w.-]+/[\w.-]+)(?:@(?P<commit>[0-9a-f]{7,40}))?(?::(?P<path>[^\s#]+))?(?P<line>#L.*)?"
)


def place_url(place: str) -> str:
    """The address of `owner/name@commit:path#L12` on GitHub; an address is its own."""
    if place.startswith(("http://", "https://")):
        return place
    found = _PLACE.fullmatch(place)
    if not found:
        return ""
    return _file_url(
        f"https://github.com/{found['repo']}", found["path"] or "", found["commit"], found["line"]
    )


def repo_file_url(repo: Card, path: str, commit: str | None = None) -> str:
    """The address of a file or folder in the repository of an entry; empty without a code link."""
    home = dict(repo.links).get("code", "").rstrip("/")
    return _file_url(home, path, commit, None) if home.startswith("https://github.com/") else home


@lru_cache(maxsize=1024)  # asked for again by the page in the other language
def _file_url(home: str, path: str, commit: str | None, line: str | None) -> str:
    if not path:
        return f"{home}/tree/{commit}" if commit else home
    return f"{home}/blob/{commit or 'HEAD'}/{quote(path)}{line or ''}"
