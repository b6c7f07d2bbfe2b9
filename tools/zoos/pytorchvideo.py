"""PyTorchVideo: the tables of its model zoo, and of the page on its hub, beside the hub's code."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import TableRow, rows
from .model import Beside, Claim, Reading, Spot, Words
from .names import Names, Zoo
from .quantities import flops_views
from .runs import runnables

ZOO, HUB = "docs/source/model_zoo.md", "pytorchvideo/models/hub/README.md"
_METRICS = {"top 1", "top 5", "map"}
_HUB_NAME = "torchhub name"
_ROOT = re.compile(r'^root_dir = "([^"]+)"', re.MULTILINE)
_CHECKPOINT = re.compile(r'"(\w+)":\s*f?"[^"]*?/(\w+/\w+\.pyth)"')
_FOLDER = re.compile(r"/model_zoo/(\w+)/")
_SAMPLING = re.compile(r"(?<![\dx])(\d+x\d+)(?![\dx])")
_EXPORT = re.compile(r"^\s+(\w+),\s*$", re.MULTILINE)


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that PyTorchVideo says."""
    code = [text for _, text in checkout.below("pytorchvideo/models/hub/", ".py")]
    known = {name: file for text in code for name, file in checkpoints(text)}
    tables = {name: tuple(rows(checkout.text(name))) for name in (ZOO, HUB)}
    claims = [claim for row in tables[ZOO] for claim in _claims(ZOO, row, _weights(row))]
    datasets = {claim.weights: claim.dataset for claim in claims}
    for row in tables[HUB]:
        weights = known.get(row.text(_HUB_NAME), "")
        if weights in datasets:
            claims += _claims(HUB, row, weights, datasets[weights])
    beside = {_weights(row): _beside(row, names) for row in tables[ZOO]}
    models = set(_EXPORT.findall(checkout.text("hubconf.py")))
    return Reading(tuple(claims), beside, tuple(runnables(zoo, checkout.files, models)))


def checkpoints(code: str) -> list[tuple[str, str]]:
    """Names of the hub, and the weights that its code loads for them: folder and file."""
    root = _ROOT.search(code)
    return _CHECKPOINT.findall(code.replace("{root_dir}", root[1] if root else ""))


def _weights(row: TableRow) -> str:
    """Folder and file: the same name stands for weights of several datasets."""
    links = row.cell("Model", "checkpoint").links
    return "/".join(PurePosixPath(links[0]).parts[-2:]) if links else ""


def _claims(path: str, row: TableRow, weights: str, dataset: str = "") -> Iterator[Claim]:
    arch = _arch(row)
    for header, cell in row.items():
        if header.casefold() in _METRICS and cell.text:
            yield Claim(
                spot=Spot(path, row.line, PurePosixPath(weights).stem or arch),
                kind=path,
                method=arch,
                dataset=dataset or row.headings[-1],
                metric=header,
                value=cell.text,
                config=weights,
                weights=weights,
                words=_words(row),
            )


def _arch(row: TableRow) -> str:
    return row.text("arch") or row.text("model")


def _words(row: TableRow) -> Words:
    flops, views = flops_views(row.text("Flops (G) x views"))
    return Words(
        backbone=f"{_arch(row)} {row.text('depth')}".strip(),
        pretrain=row.cell("pretrain").text.strip("-"),
        frames=row.text("frame length x sample rate").replace(" ", ""),
        views=views,
        params=row.text("Params (M)"),
        flops=flops,
    )


def _beside(row: TableRow, names: Names) -> Beside:
    """What the address of the weights says: the dataset's folder, the sampling."""
    links = row.cell("Model", "checkpoint").links
    folder = _FOLDER.search(links[0]) if links else None
    word = "kinetics400" if folder and folder[1] == "kinetics" else folder[1] if folder else ""
    weights = _weights(row)
    return Beside(
        weights,
        datasets=names.datasets_in(word),
        frames=frozenset(_SAMPLING.findall(weights.replace("_", " "))),
    )
