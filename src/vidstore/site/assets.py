"""Style sheets and scripts of a site: the engine's, and ours, whose style sheet is put together."""

import re
from functools import partial
from pathlib import Path

from vidstore.config import Project
from vidstore.model.card import digest
from vidstore.site.frameset import Frameset
from vidstore.site.pages import File, fingerprint

OWN = "assets/vidstore"
"""Where ours lie in a site."""
_IMPORT = re.compile(r'^@import "([\w./-]+)";\n', re.M)


def assets(project: Project, frames: Frameset) -> dict[str, File]:
    """The files by name; a project's own replace ours by name.

    Raises:
        ConfigurationError: a style sheet asks for a part that is not there.
    """
    own: dict[str, Path] = {}
    for folder in reversed(project.template_folders):
        own |= {path.name: path for path in sorted((folder / "theme" / "assets").glob("*.*"))}
    copies = {f"assets/{name}" for name in own}  # the engine takes the theme's along
    found: dict[str, File] = {
        name: (fingerprint(frames.run.digest, name), path.read_bytes)
        for name, path in frames.static_files()
        if name not in copies
    }
    for name, path in own.items():
        content = _whole(project, path)
        found[f"{OWN}/{name}"] = (digest(content), partial(bytes, content))
    return found


def _whole(project: Project, path: Path) -> bytes:
    """A file; of a style sheet the parts that it imports from `templates/`, so one request does."""
    if path.suffix != ".css":
        return path.read_bytes()
    text = path.read_text("utf-8")
    return _IMPORT.sub(lambda part: project.template(part[1]).read_text("utf-8"), text).encode()
