"""OpenTAD: the tables of `configs/*/README.md`, beside the configs and beside their own means."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import TableRow, rows
from .model import Beside, Claim, Reading, Refusal, Runnable, Spot, Words
from .names import Names, Zoo
from .quantities import values

_METRIC = re.compile(r"^(map@[\d.]+|(ave\.|average) map.*|ar@\d+|auc)$")
_AT = re.compile(r"^map@([\d.]+)$")
_SETTING = {
    "features": "features",
    "feature": "features",
    "classifier": "classifier",
    "subset": "",
    "setting": "",
}
_SWITCH = {"stitching": "stitching", "gcn": "GCN", "e2e": "end-to-end"}
_CLASSIFIER = re.compile(r"with (\S+ classifier)")
_STEPS = 5
"""Thresholds whose mean is what a table gives as mean: five, as far from each other."""
_LAST_DIGITS = Decimal("0.011")


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that OpenTAD says."""
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    for path, text in checkout.below("configs/", "/README.md"):
        for row in rows(text):
            found = [*_claims(path, row, names)]
            reason = found and (other_mean(path, row) or rising(path, row))
            if reason:
                refusals.append(reason)
            else:
                claims += found
    configs = [path for path in checkout.files if path.startswith("configs/")]
    beside = {path: _beside(path, names) for path in configs if path.endswith(".py")}
    methods = dict.fromkeys(claim.method for claim in claims if claim.method in zoo.methods)
    runs = (_run(method, zoo) for method in methods)
    return Reading(tuple(claims), beside, tuple(runs), tuple(refusals))


def _run(method: str, zoo: Zoo) -> Runnable:
    paper = zoo.methods[method].id
    return Runnable(paper, method.partition("#")[0], official=paper in zoo.official)


def _beside(path: str, names: Names) -> Beside:
    return Beside(path, datasets=names.datasets_in(PurePosixPath(path).stem))


def _at(row: TableRow) -> list[tuple[Decimal, Decimal]]:
    """Thresholds with their figures, in order."""
    found = [(_AT.match(name.casefold()), values(cell.text)) for name, cell in row.items()]
    return sorted((Decimal(at[1]), said[0]) for at, said in found if at and said)


def other_mean(path: str, row: TableRow) -> Refusal | None:
    """Where a table shows all that it averages, the mean must be the mean."""
    found = _at(row)
    said = next((c.text for name, c in row.items() if name.casefold().endswith(". map")), "")
    said = said or row.text("Average mAP")
    even = len({b[0] - a[0] for a, b in pairwise(found)}) == 1
    if len(found) != _STEPS or not even or not values(said):
        return None
    mean = sum((value for _, value in found), Decimal(0)) / _STEPS
    if abs(mean - values(said)[0]) <= _LAST_DIGITS:
        return None
    against = f"the mean of the figures beside it is {mean:.2f}"
    return Refusal("mean-of-others", Spot(path, row.line, _name(row)), f"mean {said}", against)


def rising(path: str, row: TableRow) -> Refusal | None:
    """A stricter threshold finds no more."""
    for (low, first), (high, second) in pairwise(_at(row)):
        if second > first:
            said = f"mAP@{low}: {first}"
            spot = Spot(path, row.line, _name(row))
            return Refusal("rises-with-iou", spot, said, f"mAP@{high}: {second}")
    return None


def _name(row: TableRow) -> str:
    links = row.cell("Config").links
    return PurePosixPath(links[0]).stem if links else ""


def _claims(path: str, row: TableRow, names: Names) -> Iterator[Claim]:
    links = row.cell("Config").links
    folder = str(PurePosixPath(path).parent)
    for header, cell in row.items():
        if _METRIC.match(header.casefold()) and cell.text not in {"", "-"}:
            yield Claim(
                spot=Spot(path, row.line, _name(row)),
                kind="table",
                method=_method(folder, row),
                dataset=_dataset(row, names),
                metric=header,
                value=cell.text,
                config=f"{folder}/{links[0]}" if links else "",
                setting=tuple(_setting(row)),
                words=_words(row),
            )


def _method(folder: str, row: TableRow) -> str:
    """The folder, unless the row is about another method beside the folder's own."""
    if row.text("Backbone").startswith("E2E-"):
        return f"{folder}#end-to-end"
    other = PurePosixPath(folder).name == "re2tal" and "re2tal" not in _name(row)
    return f"{folder}#baseline" if other else folder


def _dataset(row: TableRow, names: Names) -> str:
    """The dataset that the heading names, or the line above the table."""
    for text in (row.headings[-1] if row.headings else "", row.before):
        found = {names.datasets[label].id: label for label in names.labels_in(text)}
        if len(found) == 1:
            return next(iter(found.values()))
    return row.before


def _setting(row: TableRow) -> Iterator[str]:
    for header, cell in row.items():
        name = header.casefold()
        if name in _SETTING and cell.text not in {"", "-", "x"}:
            yield f"{_SETTING[name]} {cell.text}".strip()
        elif name in _SWITCH and cell.text == "True":
            yield _SWITCH[name]
    if found := _CLASSIFIER.search(row.before):
        yield found[1]


def _words(row: TableRow) -> Words:
    side, frames = row.text("Img Size"), row.text("Frames")
    return Words(
        backbone=row.text("Backbone"),
        frames=frames,
        resolution=f"{side}x{side}" if side else "",
    )
