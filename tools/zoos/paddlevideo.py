"""PaddleVideo: the pages of its model zoo in English, beside the same pages in Chinese."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import TableRow, rows
from .model import Beside, Claim, Reading, Spot, Words
from .names import Names, Zoo
from .runs import runnables

_PAGES = {"en": "docs/en/model_zoo/", "zh": "docs/zh-CN/model_zoo/"}
_METRIC = re.compile(
    r"^(top-?[15]|acc[15]?|map|gap|auc|ar@\d+|r@\d+|(median|mean) r|edit|f1@[\d.]+|cs|cv"
    r"|frame-map.*|hit@1|perr)$"
)
_SETTING = ("Sampling method", "Training Strategy", "split", "modality", "Test_Data", "采样方式")
_SAMPLING = "frame length x sample rate"
_SPLIT = {"cross-subject": "X-Sub", "cross-view": "X-View"}
_THEIRS = {"paper", "pytorch"}
"""Rows of a table that repeat what others report."""


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that PaddleVideo says."""
    claims = [
        claim
        for kind, folder in _PAGES.items()
        for path, text in checkout.below(folder, ".md")
        for claim in page(kind, path, text, names)
    ]
    beside = {claim.config: _beside(claim, names) for claim in claims}
    return Reading(tuple(claims), beside, tuple(runnables(zoo, checkout.files)))


def _beside(claim: Claim, names: Names) -> Beside:
    """Weights are called after their dataset."""
    return Beside(claim.weights, datasets=names.datasets_in(claim.weights.replace("_", " ")))


def page(kind: str, path: str, text: str, names: Names) -> Iterator[Claim]:
    """What the tables of a page claim."""
    for row in rows(text):
        if row.text("Model").casefold() in _THEIRS:
            continue
        for header, cell in row.items():
            if _METRIC.match(header.casefold()) and cell.text not in {"", "-"}:
                yield _claim(kind, path, row, names, (header, cell.text))


def _claim(kind: str, path: str, row: TableRow, names: Names, figure: tuple[str, str]) -> Claim:
    stem = PurePosixPath(path).stem.removesuffix("_en")
    weights = _weights(row)
    claim = Claim(
        spot=Spot(path, row.line, PurePosixPath(weights).stem or row.text("Model", "") or stem),
        kind=kind,
        method=stem,
        dataset=_dataset(row, names),
        metric=figure[0],
        value=figure[1],
        weights=weights,
        setting=tuple(_setting(row)),
        words=_words(row),
    )
    known = names.dataset(claim.dataset)
    named = row.cells[0].text if row.text("Model", "") else ""
    place = weights or f"{known.id if known else claim.dataset} {named}"
    return replace(claim, config=f"{stem}: {place}".strip())


def _weights(row: TableRow) -> str:
    links = row.cell("checkpoints", "Weights", "model").links
    return PurePosixPath(links[0]).name if links and links[0] else ""


def _dataset(row: TableRow, names: Names) -> str:
    """The dataset that the row, the sentence above the table or the heading names."""
    if said := row.text("Dataset"):
        return said
    if version := row.text("AVA version"):
        return f"AVA v{version}"
    for text in (row.before, row.headings[-1]):
        found = {names.datasets[label].id: label for label in names.labels_in(text)}
        if len(found) == 1:
            return next(iter(found.values()))
    return row.before or row.headings[-1]


def _setting(row: TableRow) -> Iterator[str]:
    for header in _SETTING:
        if said := row.text(header):
            yield _SPLIT.get(said, said)
    if row.text("distill") == "True":
        yield "distilled"
    if config := row.text("Configs"):
        yield config.removesuffix(".yaml")
    if row.header[0] == "":
        yield row.cells[0].text


def _words(row: TableRow) -> Words:
    pretrain = row.text("Pretrain Model")
    side, sampled = row.text("target_size"), row.text("num_seg")
    backbone = (
        row.text("backbone", "骨干网络") or f"{row.text('architecture')} {row.text('depth')}"
    )
    return Words(
        backbone=backbone.strip() or row.text("3D-CNN backbone"),
        pretrain="" if pretrain.endswith(".pdparams") else pretrain,
        frames=row.text(_SAMPLING).replace(" ", "") or (f"num_seg {sampled}" if sampled else ""),
        resolution=f"{side}x{side}" if side else "",
    )
