"""What only one entry of a kind can have: two entries that share it are about the same work."""

import re

from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.links import Role

_NO_LETTERS = re.compile(r"[\W_]+")

_MAIN_LINK = {
    Kind.REPO: (Role.CODE, Role.HOME),
    Kind.SURVEY: (Role.ARTICLE, Role.VIDEO, Role.COURSE, Role.BOOK),
    Kind.TUTORIAL: (Role.ARTICLE, Role.VIDEO, Role.COURSE, Role.BOOK),
    Kind.PLATFORM: (Role.HOME,),
    Kind.PERSON: (Role.HOME,),
    Kind.DATASET: (),
    Kind.PAPER: (),
}


def identities(entry: Entry) -> list[str]:
    """What only one entry of a kind can have: identifiers, title, main address."""
    return [f"{entry.kind.value} {identity}" for identity in _identifying(entry)]


def _identifying(entry: Entry) -> list[str]:
    folded = _folded(entry.title.en)
    found = [f"title:{folded}"] if folded else []
    for scheme in ("arxiv", "doi"):
        value = entry.__dict__.get(scheme)
        if value:
            found.append(f"{scheme}:{value.lower()}")
    for role in _MAIN_LINK[entry.kind]:
        found += [f"link:{_plain(url)}" for url in entry.links.get(role, ())]
    return found


def _folded(title: str) -> str:
    return _NO_LETTERS.sub("", title.casefold())


def _plain(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/").casefold()
