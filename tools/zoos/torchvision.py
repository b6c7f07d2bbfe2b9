"""torchvision: the enumerations of weights in its video models, read as code and not run."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from .git import Checkout
from .model import Beside, Claim, Reading, Refusal, Runnable, Spot, Words
from .names import Names, Zoo
from .quantities import views
from .runs import runnables

FOLDER = "torchvision/models/video/"
_METRICS = {"acc@1", "acc@5"}
_SAID = re.compile(r"`?(frame_rate|clips_per_video|clip_len)=([\d.]+)`?")
_BEFORE = re.compile(r"^[A-Z0-9]+_(IMAGENET\w*?)_V\d+$")


@dataclass(frozen=True, slots=True)
class Weights:
    """One member of an enumeration: where it stands, and the literals that it is made of."""

    line: int
    model: str
    member: str
    url: str
    crop: str
    meta: dict[str, ast.expr]


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that torchvision says."""
    files = {path: ast.parse(text) for path, text in checkout.below(FOLDER, ".py")}
    found = [(path, each) for path, tree in files.items() for each in members(tree)]
    claims = tuple(claim for path, each in found for claim in _claims(path, each))
    beside = {_name(each): _beside(path, each, names) for path, each in found}
    builders = {
        node.name
        for tree in files.values()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    addresses: dict[str, list[str]] = {}
    for _, each in found:
        addresses.setdefault(each.model.casefold(), []).append(each.url)
    runs = (_with_weights(run, addresses) for run in runnables(zoo, checkout.files, builders))
    return Reading(claims, beside, tuple(runs))


def _with_weights(run: Runnable | Refusal, addresses: dict[str, list[str]]) -> Runnable | Refusal:
    """The one address of a model's weights; none where there are several."""
    own = addresses.get(run.model, []) if isinstance(run, Runnable) else []
    return replace(run, weights=own[0]) if isinstance(run, Runnable) and len(own) == 1 else run


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
        url=str(_literal(given.get("url")) or ""),
        crop=_crop(given.get("transforms")),
        meta=_entries(given.get("meta"), shared),
    )


def _entries(
    node: ast.expr | None, shared: Mapping[str, ast.expr] = MappingProxyType({})
) -> dict[str, ast.expr]:
    """The entries of a dictionary, those of others that it takes in (`**_COMMON_META`) too."""
    found: dict[str, ast.expr] = {}
    for key, value in (
        zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
    ):
        if key is not None:
            found[str(_literal(key))] = value
        elif isinstance(value, ast.Name):
            found |= _entries(shared.get(value.id))
    return found


def _literal(node: ast.expr | None) -> object:
    try:
        return ast.literal_eval(node) if node is not None else None
    except ValueError:
        return None


def _crop(node: ast.expr | None) -> str:
    words = node.keywords if isinstance(node, ast.Call) else []
    size = next((_literal(word.value) for word in words if word.arg == "crop_size"), None)
    return "x".join(str(side) for side in size) if isinstance(size, tuple) else ""


def _name(each: Weights) -> str:
    return f"{each.model}.{each.member}"


def _claims(path: str, each: Weights) -> Iterator[Claim]:
    metrics = _entries(each.meta.get("_metrics"))
    for dataset, figures in metrics.items():
        for metric, value in _entries(figures).items():
            if metric in _METRICS:
                yield Claim(
                    spot=Spot(path, each.line, _name(each)),
                    kind="weights",
                    method=each.model,
                    dataset=dataset,
                    metric=metric,
                    value=ast.unparse(value),
                    config=_name(each),
                    words=_words(each),
                )


def _words(each: Weights) -> Words:
    said = dict(_SAID.findall(str(_literal(each.meta.get("_docs")) or "")))
    before = _BEFORE.match(each.member)
    length, rate = said.get("clip_len", ""), said.get("frame_rate", "")
    return Words(
        backbone=each.model,
        pretrain=before[1].casefold() if before else "",
        frames=f"clip_len={length}, frame_rate={rate}" if length and rate else "",
        resolution=each.crop,
        views=views(f"{said['clips_per_video']} clips") if "clips_per_video" in said else "",
        params=str(_literal(each.meta.get("num_params")) or ""),
        flops=str(_literal(each.meta.get("_ops")) or ""),
    )


def _beside(path: str, each: Weights, names: Names) -> Beside:
    """The list of categories says the dataset; otherwise the member's name does."""
    listed = each.meta.get("categories")
    word = listed.id if isinstance(listed, ast.Name) else each.member
    return Beside(f"{path} {word}", datasets=names.datasets_in(word))
