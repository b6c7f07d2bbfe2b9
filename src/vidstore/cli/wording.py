"""Typer's own words in a command's help, in the language that the command line speaks.

Typer writes its headings in English whatever the language is, and has no place to change them.
"""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from vidstore.cli.options import say

_WORDS = {
    r"^Usage: ": "usage",
    r"^Arguments:$": "arguments",
    r"^Options:$": "options",
    r"^Commands:$": "commands",
    r"\[default: ": "default",
    r"\[required\]$": "required",
    r"Show this message and exit\.$": "help",
}
"""What Typer writes, with the word of `cli.words` that we write instead."""


def worded(text: str) -> str:
    """Help as Typer writes it, with our words."""
    for pattern, word in _WORDS.items():
        text = re.sub(pattern, say(f"cli.words.{word}"), text, flags=re.MULTILINE)
    return text


class Command(TyperCommand):
    """A command whose help has our words."""

    def get_help(self, ctx: Any) -> str:
        """The help as a whole."""
        return worded(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The line that stands above a wrong usage."""
        return worded(super().get_usage(ctx))


class Group(TyperGroup):
    """All commands; their common help has our words."""

    def get_help(self, ctx: Any) -> str:
        """The help as a whole."""
        return worded(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The line that stands above a wrong usage."""
        return worded(super().get_usage(ctx))
