"""Where things are: the project's root and the folders below it."""

from hashlib import blake2b
from pathlib import Path

import msgspec

from vidstore.errors import ConfigurationError

PACKAGE = Path(__file__).parent


class Project(msgspec.Struct, frozen=True):
    """A folder that has `catalog/`, and the well-known places in it."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> "Project":
        """The project at `root`.

        Raises:
            ConfigurationError: there is no such folder, or it has no `catalog/`.
        """
        if not (root / "catalog").is_dir():
            raise ConfigurationError("no_catalog_at", root=root)
        return cls(root.resolve())

    @classmethod
    def around(cls, start: Path) -> "Project":
        """The project of the nearest folder upwards from `start` that has `catalog/`.

        Raises:
            ConfigurationError: there is none.
        """
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / "catalog").is_dir():
                return cls(folder)
        raise ConfigurationError("no_catalog", start=start)

    @property
    def catalog(self) -> Path:
        """The data."""
        return self.root / "catalog"

    @property
    def docs(self) -> Path:
        """Hand-written pages, one folder a language."""
        return self.root / "docs"

    @property
    def cache(self) -> Path:
        """What may be lost at any time."""
        return self.root / ".vidstore"

    def cache_of(self, what: str, site: Path) -> Path:
        """Where something about one of the project's sites is kept."""
        mark = blake2b(str(site).encode(), digest_size=6).hexdigest()
        return self.cache / f"{what}-{mark}.msgpack"

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked up: the project's own first, then those of the package."""
        shipped = shipped_templates()
        own = self.root / "templates"
        return (own, shipped) if own.is_dir() and own != shipped else (shipped,)

    def relative(self, path: Path) -> str:
        """`path` as people write it in this project: relative to the root, forward slashes."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    def template(self, name: str) -> Path:
        """The file of a template or of a part of the theme.

        Raises:
            ConfigurationError: no template folder has it.
        """
        for folder in self.template_folders:
            if (folder / name).exists():
                return folder / name
        raise ConfigurationError("no_template", name=name, root=self.root)


def shipped_templates() -> Path:
    """The templates that come with vidstore: inside the wheel, or beside `src/` in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "templates"
