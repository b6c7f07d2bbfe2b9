"""torchvision: the enumerations of weights in its video models, read as code and not run."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from .git import Checkout
from .model import Beside, Claim, Reading, Refusal, Runnable, Spot, Words
from .names import Names, Zoo
from .quantities import views
from .runs import runnables
from .weights import Weights, entries, literal, members

FOLDER = "torchvision/models/video/"
_METRICS = {"acc@1", "acc@5"}
_SAID = re.compile(r"`?(frame_rate|clips_per_video|clip_len)=([\d.]+)`?")
_BEFORE = re.compile(r"^[A-Z0-9]+_(IMAGENET\w*?)_V\d+$")


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


def _name(each: Weights) -> str:
    return f"{each.model}.{each.member}"


def _claims(path: str, each: Weights) -> Iterator[Claim]:
    metrics = entries(each.meta.get("_metrics"))
    for dataset, figures in metrics.items():
        for metric, value in entries(figures).items():
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
    said = dict(_SAID.findall(str(literal(each.meta.get("_docs")) or "")))
    before = _BEFORE.match(each.member)
    length, rate = said.get("clip_len", ""), said.get("frame_rate", "")
    return Words(
        backbone=each.model,
        pretrain=before[1].casefold() if before else "",
        frames=f"clip_len={length}, frame_rate={rate}" if length and rate else "",
        resolution=each.crop,
        views=views(f"{said['clips_per_video']} clips") if "clips_per_video" in said else "",
        params=str(literal(each.meta.get("num_params")) or ""),
        flops=str(literal(each.meta.get("_ops")) or ""),
    )


def _beside(path: str, each: Weights, names: Names) -> Beside:
    """The list of categories says the dataset; otherwise the member's name does."""
    listed = each.meta.get("categories")
    word = listed.id if isinstance(listed, ast.Name) else each.member
    return Beside(f"{path} {word}", datasets=names.datasets_in(word))
