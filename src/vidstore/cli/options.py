"""Options that several commands share, and the language that the command line speaks."""

import os
from pathlib import Path
from typing import Annotated

import typer

from vidstore.config import Project
from vidstore.locale import Locale, load_locale


def spoken() -> Locale:
    """Chinese where the environment asks for it (VIDSTORE_LANG, LC_ALL, LC_MESSAGES, LANG)."""
    for name in ("VIDSTORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return load_locale("zh" if value.lower().startswith("zh") else "en")
    return load_locale("en")


say = spoken()

Root = Annotated[
    Path | None, typer.Option("--root", metavar="DIR", help=say("cli.root"), show_default=False)
]
Debug = Annotated[bool, typer.Option("--debug", help=say("cli.debug"), show_default=False)]


def project_of(root: Path | None) -> Project:
    """The project that was named, or the nearest one.

    Raises:
        ConfigurationError: there is none.
    """
    return Project.at(root) if root is not None else Project.around(Path.cwd())
