"""PYSKL: the tables of `configs/*/README.md`, beside the configs that each cell links to."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import Cell, TableRow, rows
from .model import Beside, Claim, Reading, Runnable, Spot, Words
from .names import Names, Zoo

_FIGURE = re.compile(r"([\d.]+)\s*$")
_HEADER = re.compile(r"^(.+?) top-?1\b")
_CLASSES = re.compile(r"num_classes\s*=\s*(\d+)")
_SPLIT = re.compile(r"_(xsub|xview|xset)(?=_|$)")
_SKELETON = {"3dkp": "3D", "hrnet": "2D"}


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that PYSKL says."""
    claims = [
        claim
        for path, text in checkout.below("configs/", "/README.md")
        for row in rows(text)
        for claim in _claims(path, row)
    ]
    configs = checkout.below("configs/", ".py")
    beside = {path: config(path, text, names) for path, text in configs}
    folders = dict.fromkeys(claim.method for claim in claims if claim.method in zoo.methods)
    runs = (_run(folder, zoo) for folder in folders)
    return Reading(tuple(claims), beside, tuple(runs))


def _run(folder: str, zoo: Zoo) -> Runnable:
    paper = zoo.methods[folder].id
    return Runnable(paper, folder, official=paper in zoo.official)


def _claims(path: str, row: TableRow) -> Iterator[Claim]:
    """One claim for each stream; sums of streams name no config and are not one model."""
    for header, cell in row.items():
        stream = _HEADER.match(header.casefold())
        figure = _FIGURE.search(cell.text)
        if stream and figure and cell.links:
            yield _claim(path, row, stream[1], (figure[1], cell))


def _claim(path: str, row: TableRow, stream: str, figure: tuple[str, Cell]) -> Claim:
    value, cell = figure
    said = (row.text("Practice"), row.text("Annotation"), stream)
    config = cell.links[0].lstrip("/")
    return Claim(
        spot=Spot(path, row.line, "/".join(PurePosixPath(config).with_suffix("").parts[-2:])),
        kind="table",
        method=str(PurePosixPath(path).parent),
        dataset=row.text("Dataset").rstrip("¹²³"),
        metric="mean Top1" if "GYM" in row.text("Dataset") else "Top1",
        value=value,
        config=config,
        setting=tuple(part for part in said if part),
        words=Words(backbone=row.text("Backbone"), pretrain=row.text("Pretrain")),
    )


def config(path: str, text: str, names: Names) -> Beside:
    """What a config says in its folder's name and its text."""
    folder = PurePosixPath(path).parent.name
    classes = _CLASSES.findall(text)
    return Beside(
        file=path,
        datasets=names.datasets_in(folder),
        classes=frozenset(int(number) for number in classes),
        details=frozenset(_SPLIT.findall(folder))
        | frozenset(word for key, word in _SKELETON.items() if key in folder),
    )
