"""Enumerations of weights in Python modules, read as code and not run."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Weights:
    """One member of an enumeration: where it stands, and the literals that it is made of."""

    line: int
    model: str
    member: str
    url: str
    crop: str
    meta: dict[str, ast.expr]


def members(tree: ast.Module) -> Iterator[Weights]:
    """All weights that a module offers."""
    shared = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for kind in tree.body:
        if isinstance(kind, ast.ClassDef) and kind.name.endswith("_Weights"):
            model = kind.name.removesuffix("_Weights")
            for node in kind.body:
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                    yield _member(node, node.value, model, shared)


def _member(node: ast.Assign, call: ast.Call, model: str, shared: dict[str, ast.expr]) -> Weights:
    given = {word.arg or "": word.value for word in call.keywords}
    target = node.targets[0]
    return Weights(
        line=node.lineno,
        model=model,
        member=target.id if isinstance(target, ast.Name) else "",
        url=str(literal(given.get("url")) or ""),
        crop=_crop(given.get("transforms")),
        meta=entries(given.get("meta"), shared),
    )


def entries(
    node: ast.expr | None, shared: Mapping[str, ast.expr] = MappingProxyType({})
) -> dict[str, ast.expr]:
    """The entries of a dictionary, those of others that it takes in (`**_COMMON_META`) too."""
    found: dict[str, ast.expr] = {}
    for key, value in (
        zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
    ):
        if key is not None:
            found[str(literal(key))] = value
        elif isinstance(value, ast.Name):
            found |= entries(shared.get(value.id))
    return found


def literal(node: ast.expr | None) -> object:
    """The value of a literal; nothing where code would have to run."""
    try:
        return ast.literal_eval(node) if node is not None else None
    except ValueError:
        return None


def _crop(node: ast.expr | None) -> str:
    words = node.keywords if isinstance(node, ast.Call) else []
    size = next((literal(word.value) for word in words if word.arg == "crop_size"), None)
    return "x".join(str(side) for side in size) if isinstance(size, tuple) else ""
