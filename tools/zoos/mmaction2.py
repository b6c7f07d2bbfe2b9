"""MMAction2: `metafile.yml` of each folder of configs, and the tables of the `README.md` beside it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from .git import Checkout
from .markdown import TableRow, rows
from .metafile import metafile, weights_file
from .model import Beside, Claim, Reading, Refusal, Runnable, Spot, Words
from .names import Names, Zoo
from .quantities import views

_FIELDS = {
    "frame sampling strategy": "frames",
    "resolution": "resolution",
    "backbone": "backbone",
    "vision encoder": "backbone",
    "pretrain": "pretrain",
    "pretraining": "pretrain",
    "testing protocol": "views",
    "flops": "flops",
    "params": "params",
}
_SETTING = {"modality", "feature", "method", "pseudo heatmap", "joint-training"}
_NO_FIGURE = re.compile(
    r"reference|gpus|scheduler|log$|config|ckpt|gpu_mem|time\(|adapter|text encoder|uniform sampling"
    r"|n_fft|checkpoint|fusion|^dataset$|^$"
)
_PRETRAIN = re.compile(r"(?:^|[_-])([a-z0-9]+)-pre(?:trained)?(?=[-_]|$)")
_SAMPLING = re.compile(r"(?<![\dx])(\d+x\d+x\d+)(?![\dx])")
_UNIFORM = re.compile(r"[-_]u(\d+)(?=[-_])")
_ROOT = re.compile(r"['\"/]data/([\w-]+)/")
_CLASSES = re.compile(r"num_classes\s*=\s*(\d+)")


def read(checkout: Checkout, names: Names, zoo: Zoo) -> Reading:
    """All that MMAction2 says."""
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    for path, text in checkout.below("configs/", "/metafile.yml"):
        told = list(metafile(path, text))
        claims += [each for each in told if isinstance(each, Claim)]
        refusals += [each for each in told if isinstance(each, Refusal)]
    for path, text in checkout.below("configs/", "/README.md"):
        claims += readme(path, text)
    configs = checkout.below("configs/", ".py")
    beside = {path: config(path, text, names) for path, text in configs}
    return Reading(tuple(claims), beside, tuple(_runnables(claims, zoo)), tuple(refusals))


def _runnables(claims: Iterable[Claim], zoo: Zoo) -> Iterator[Runnable]:
    for folder in dict.fromkeys(claim.method for claim in claims):
        if folder in zoo.methods:
            yield Runnable(zoo.methods[folder].id, folder)


def readme(path: str, text: str) -> Iterator[Claim]:
    """What the tables of a page claim."""
    for row in rows(text):
        links = row.cell("config").links
        if not any(name.casefold() == "config" for name in row.header):
            continue  # no table of models
        config = links[-1].lstrip("/") if links else ""  # of several stages the last is measured
        for header, said in row.items():
            name = header.casefold()
            if name in _FIELDS or name in _SETTING or _NO_FIGURE.search(name):
                continue
            if said.text not in {"", "-"}:
                yield from _figures(path, row, header, said.text, config)


def _figures(path: str, row: TableRow, header: str, said: str, config: str) -> Iterator[Claim]:
    """One figure, or two where the header says which is which: `top1 acc (efficient/accurate)`."""
    both = re.fullmatch(r"(.*) \((\w+)/(\w+)\)", header)
    named = [f"{both[1]} ({both[2]})", f"{both[1]} ({both[3]})"] if both else [header]
    found = said.split("/") if both else [said]
    weights = row.cell("ckpt").links
    for metric, value in zip(named, found, strict=False):
        yield Claim(
            spot=Spot(path, row.line, PurePosixPath(config).stem or row.text("backbone")),
            kind="table",
            method=str(PurePosixPath(path).parent),
            dataset=row.headings[-1],
            metric=metric,
            value=value.strip(),
            config=config,
            weights=weights_file(weights[-1]) if weights else "",
            setting=tuple(_settings(row)),
            words=_words(row),
        )


def _settings(row: TableRow) -> Iterator[str]:
    for header, said in row.items():
        name = header.casefold()
        if name in _SETTING and said.text not in {"", "-"}:
            yield said.text if name == "modality" else f"{name} {said.text}"


def _words(row: TableRow) -> Words:
    found = {field: row.text(header) for header, field in _FIELDS.items() if row.text(header)}
    if uniform := row.text("uniform sampling"):
        found["frames"] = f"uniform {uniform}"
    return Words(**found | {"views": views(found.get("views", ""))})


def config(path: str, text: str, names: Names) -> Beside:
    """What a config says in its name and its text."""
    stem = PurePosixPath(path).stem
    told = names.datasets_in(stem.rpartition("_")[2])
    roots = frozenset(_ROOT.findall(text))
    sampling = _SAMPLING.findall(stem) + [f"uniform {number}" for number in _UNIFORM.findall(stem)]
    return Beside(
        file=path,
        datasets=told or names.datasets_in(" ".join(roots)),
        classes=frozenset(int(number) for number in _CLASSES.findall(text)),
        pretrain=frozenset(_PRETRAIN.findall(stem)) & frozenset(names.pretrain),
        frames=frozenset(sampling),
    )
