"""Where findings stand. Files that have none are never looked at twice."""

from collections.abc import Iterable

import yaml

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic
from vidstore.load.yaml import Refused, compose, decode, locate

_ABOUT_THE_FILE = {Code.NOT_A_SLUG, Code.STRAY_FILE}
"""What is wrong is the file's name; no line of it helps."""


def located(project: Project, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with line and column, in the order in which one would mend them.

    The text is composed again for this: keeping the positions of 10,000 clean files for the few
    that have a finding costs more than reading those few twice.
    """
    nodes: dict[str, yaml.Node | None] = {}
    found = []
    for item in diagnostics:
        is_open = item.location is None and (item.path or item.code not in _ABOUT_THE_FILE)
        if is_open and item.file not in nodes:
            nodes[item.file] = _node(project, item.file)
        node = nodes.get(item.file) if is_open else None
        if node is not None:
            found.append(item.located(locate(node, item.path, at_key=item.at_key)))
        else:
            found.append(item)
    return sorted(found, key=lambda item: item.order)


def _node(project: Project, file: str) -> yaml.Node | None:
    try:
        return compose(decode((project.root / file).read_bytes()))
    except (OSError, Refused):
        return None
