"""Where findings stand. Files that have none are never looked at twice."""

from collections.abc import Iterable

import yaml

from vidstore.config import Project
from vidstore.diagnostics import Code, Diagnostic, DocumentPath, Location
from vidstore.load.refusal import Refused
from vidstore.load.yaml import compose, decode, span

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


def locate(node: yaml.Node, path: DocumentPath, *, at_key: bool) -> Location:
    """Where `path` leads inside `node`; the nearest parent when it leads nowhere.

    A finding about a key (`at_key`) points at the key of the last step instead of its value. So
    does one about a mapping: its key is what one looks for.
    """
    key_node: yaml.Node | None = None
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        key_node, node = below
    by_key = at_key or isinstance(node, yaml.MappingNode)
    return span(key_node if by_key and key_node is not None else node)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
