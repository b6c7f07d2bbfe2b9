"""PySlowFast: the tables of `MODEL_ZOO.md` and of the projects' pages, beside the configs."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import TableRow, rows
from .model import Beside, Claim, Reading, Spot, Words
from .names import Names, Zoo
from .quantities import crops_clips, flops_views
from .runs import runnables

_METRICS = {"top1", "top5", "top 1", "top 5", "map", "top1 10-view", "top1 30-view"}
_DATASET = {"k400-linear", "ucf101-split1", "ava", "ssv2"}
"""Columns of transfer: each is a dataset of its own."""
_SAMPLING = ("frame length x sample rate", "frames x sampling", "frame x interval")
_PLACE = re.compile(r"configs are under (configs/\w+)/")
_NUMBER = r"^\s+{}:\s*(\d+)\s*(?:#.*)?$"
_WORD = re.compile(r"^\s+DATASET:\s*(\w+)", re.MULTILINE)
_VERSIONS = {"kinetics": {"kinetics-400", "kinetics-600", "kinetics-700"}}


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that PySlowFast says."""
    configs = {
        path: config(path, text, names) for path, text in checkout.below("configs/", ".yaml")
    }
    pages = dict(checkout.below("MODEL_ZOO.md", "")) | dict(
        checkout.below("projects/", "README.md")
    )
    claims = [claim for path, text in pages.items() for claim in page(path, text, configs)]
    runs = tuple(runnables(zoo, checkout.files))
    return Reading(tuple(claims), configs | _transfers(claims, configs), runs)


def _transfers(claims: list[Claim], configs: dict[str, Beside]) -> dict[str, Beside]:
    """Configs of pre-training say nothing of the datasets that a model is tried on."""
    named = {claim.config: configs.get(claim.config.partition("#")[0]) for claim in claims}
    return {
        name: Beside(own.file, frames=own.frames)
        for name, own in named.items()
        if own and "#" in name
    }


def page(path: str, text: str, configs: dict[str, Beside]) -> Iterator[Claim]:
    """What the tables of a page claim."""
    under = _PLACE.search(text)
    for row in rows(text):
        place = _config(row, under[1] if under else "configs", configs)
        for header, cell in row.items():
            name = header.casefold()
            said = cell.text.rstrip("*")
            if (name in _METRICS or name in _DATASET) and said not in {"", "-", "xx"}:
                yield _claim(path, row, header, said, place)


def _claim(path: str, row: TableRow, header: str, said: str, config: str) -> Claim:
    return Claim(
        spot=Spot(path, row.line, PurePosixPath(config.partition("#")[0]).stem),
        kind=path,
        method=_method(path, row),
        dataset=_dataset(row, header),
        metric=header,
        value=said,
        config=config,
        weights=_link(row),
        setting=tuple(_setting(row)),
        words=_words(row),
    )


def _link(row: TableRow) -> str:
    links = row.cell("model", "weights").links
    return PurePosixPath(links[0]).name if links else ""


def _config(row: TableRow, under: str, configs: dict[str, Beside]) -> str:
    """The config of a row; where it names none, the one that is called like its weights."""
    named = row.text("config", "config fine-tune")
    if named:
        path = f"{under}/{named.removesuffix('.yaml')}.yaml"
        return f"{path}#{_link(row)}" if _transfer(row) else path
    stem = PurePosixPath(_link(row)).stem
    alike = [path for path in configs if PurePosixPath(path).stem == stem and "/AVA/" in path]
    return alike[0] if stem and len(alike) == 1 else stem


def _transfer(row: TableRow) -> bool:
    return any(name.casefold() in _DATASET for name in row.header)


def _method(path: str, row: TableRow) -> str:
    """The project whose page it is, otherwise the architecture."""
    if path.startswith("projects/"):
        return str(PurePosixPath(path).parent)
    return "Multigrid" if row.text("training") == "Multigrid" else row.text("architecture")


def _dataset(row: TableRow, header: str) -> str:
    if header.casefold() in _DATASET:
        return header
    if version := row.text("AVA version"):
        return f"AVA v{version}"
    return row.text("dataset") or row.headings[-1].partition(";")[0].rstrip(":")


def _setting(row: TableRow) -> Iterator[str]:
    if method := row.text("method"):
        yield f"{method}, rho {row.text('&rho;')}"
    if training := row.text("training"):
        yield f"{training} training"


def _words(row: TableRow) -> Words:
    flops, views = flops_views(row.text("Flops (G) x views"))
    name = [row.text("architecture", "name", "arch"), row.text("size", "depth")]
    return Words(
        backbone=" ".join(part for part in name if part),
        pretrain=row.cell("pretrain", "Pretrain Model", "pretrain data").text.strip("-"),
        frames=row.text(*_SAMPLING).replace(" ", ""),
        views=views or crops_clips(row.text("crops x clips")),
        params=row.text("parameters (M)", "#params (M)", "Params (M)"),
        flops=flops or row.text("FLOPs (G)"),
    )


def config(path: str, text: str, names: Names) -> Beside:
    """What a config says: its dataset, classes, and the frames of the slow pathway."""
    words = frozenset(word.casefold() for word in _WORD.findall(text))
    told = {each for word in words for each in _VERSIONS.get(word, names.datasets_in(word))}
    frames, rate, alpha = (
        _number(name, text) for name in ("NUM_FRAMES", "SAMPLING_RATE", "ALPHA")
    )
    share = alpha or 1
    sampling = {f"{frames // share}x{rate * share}"} if frames and rate else set()
    classes = _number("NUM_CLASSES", text)
    return Beside(path, frozenset(told), frozenset({classes} - {0}), frames=frozenset(sampling))


def _number(name: str, text: str) -> int:
    found = re.search(_NUMBER.format(name), text, re.MULTILINE)
    return int(found[1]) if found else 0
