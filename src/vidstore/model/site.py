"""What a catalog says of itself: `catalog/site.yml`."""

from typing import Annotated

from pydantic import StringConstraints

from vidstore.model.ids import Slug
from vidstore.model.links import Url
from vidstore.model.text import Frozen, Localized

FolderUrl = Annotated[Url, StringConstraints(pattern=r"/$")]


class SiteInfo(Frozen):
    """Name, addresses and words of the site.

    `url` is where it is published, `repository` where it is written; `guides` orders the
    hand-written pages `docs/<lang>/guides/<name>.md` in the navigation, `paths` the reading paths.
    `database` asks for the catalog as SQLite, too; every edit makes that anew as a whole.
    """

    name: Localized
    readme_title: Localized | None = None
    tagline: Localized
    description: Localized
    url: FolderUrl
    repository: Url
    branch: str = "main"
    figure: Slug | None = None
    guides: tuple[Slug, ...] = ()
    paths: tuple[Slug, ...] = ()
    licence: str = "CC-BY-4.0"
    database: bool = False

    @property
    def is_on_github(self) -> bool:
        """Whether GitHub's editor and forms can be counted on."""
        return self.repository.startswith("https://github.com/")
