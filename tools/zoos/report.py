"""What was taken, refused and why, as Markdown that can be compared from run to run."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from .judge import Verdict
from .model import ROW, Reading, Refusal, Row
from .names import Zoo

_RULES = {
    "unknown-method": "names.yml knows no paper for the folder or architecture",
    "unknown-dataset": "names.yml knows no dataset by this label",
    "unknown-metric": "names.yml knows no metric by this label",
    "unreadable": "the statement is not valid YAML",
    "no-number": "the value is no number",
    "out-of-range": "a percentage must lie above 1 and not above 100",
    "no-config": "the row does not say which config it measured",
    "no-such-config": "the config that the row names is not in the commit",
    "no-such-path": "names.yml names a path or a model that is not in the commit",
    "dataset-of-config": "the config is one for another dataset",
    "classes-of-config": "the config has not as many classes as the dataset",
    "details-of-config": "the config is one for another split or kind of annotation",
    "dataset-statements": "two statements of the same model name different datasets",
    "value-statements": "two statements of the same model give different figures",
    "which-value": "two figures in one cell, and no other statement to tell them apart",
    "named-twice": "one statement names the model twice, with different figures",
    "top5-below-top1": "top-5 accuracy cannot be below top-1",
    "mean-of-others": "the mean is not that of the figures beside it",
    "rises-with-iou": "a stricter threshold cannot find more",
    "pretrain-of-config": "the config says other pre-training",
    "frames-of-config": "the config says other sampling",
    "backbone-statements": "two statements name different backbones",
    "pretrain-statements": "two statements name different pre-training",
    "frames-statements": "two statements name different sampling",
    "resolution-statements": "two statements name different resolutions",
    "views-statements": "two statements name different numbers of views",
    "sizes-statements": "two statements give different parameters or FLOPs",
    "sizes-of-another": "two different backbones share parameters and FLOPs",
    "more-frames-cost-less": "the same network costs less with more frames",
}
"""Rules in the order of the report, and what each refuses."""


def report(
    zoo: Zoo, commit: str, reading: Reading, verdict: Verdict, waiting: Iterable[str]
) -> str:
    """The page of a zoo."""
    taken, refused = list(verdict.rows), list(verdict.refusals)
    parts = [
        f"# {zoo.source}\n",
        f"Read at `{commit}` by `python -m tools.zoos`. Do not edit: run it again.\n",
        _summary(reading, taken, refused),
        _list("Waiting for an entry", [f"`{key}`" for key in waiting]),
        _list("No papers of ours", _not_ours(zoo, reading)),
        *_refused(refused),
        *_taken(taken),
    ]
    return "\n".join(part for part in parts if part)


def _summary(reading: Reading, rows: list[Row], refusals: list[Refusal]) -> str:
    alone = sum(len(row.spots) == 1 for row in rows)
    lines = [
        f"- statements read: {len(reading.claims)}",
        f"- results taken: {len(rows)}, of which given by one statement alone: {alone}",
        f"- rows refused: {sum(refusal.drops == ROW for refusal in refusals)}",
        f"- fields dropped: {sum(refusal.drops != ROW for refusal in refusals)}",
    ]
    return "\n".join(lines) + "\n"


def _not_ours(zoo: Zoo, reading: Reading) -> list[str]:
    read = {claim.method for claim in reading.claims} | set(reading.not_ours)
    known = {name: why for name, why in zoo.not_ours.items() if name in read}
    return [f"`{name}`: {why}" for name, why in sorted(known.items())]


def _list(title: str, items: list[str]) -> str:
    return f"## {title}\n\n" + "".join(f"- {item}\n" for item in items) if items else ""


def _refused(refusals: list[Refusal]) -> list[str]:
    by_rule: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in refusals:
        by_rule[refusal.rule].append(refusal)
    counts = Counter(refusal.rule for refusal in refusals)
    order = [rule for rule in _RULES if rule in by_rule]
    order += sorted(set(by_rule) - set(_RULES))
    head = ["## Refused\n"] if order else []
    return head + [
        f"### {rule}: {counts[rule]}\n\n{_RULES.get(rule, '')}\n\n"
        + "".join(_line(refusal) for refusal in by_rule[rule])
        for rule in order
    ]


def _line(refusal: Refusal) -> str:
    spot = refusal.spot
    dropped = "" if refusal.drops == ROW else f" (only {refusal.drops} dropped)"
    row = f" `{spot.row}`" if spot.row else ""
    place = f"{spot.file}:{spot.line}"
    return f"- `{place}`{row}: {refusal.said} — {refusal.against}{dropped}\n"


def _taken(rows: list[Row]) -> list[str]:
    by_paper: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_paper[row.paper].append(row)
    head = ["## Taken\n"] if rows else []
    return head + [
        f"### {paper}\n\n" + "".join(_row(row) for row in by_paper[paper])
        for paper in sorted(by_paper)
    ]


def _row(row: Row) -> str:
    said = " ".join([row.dataset, row.metric, f"{row.value:f}"])
    details = ", ".join(
        part for part in (row.words.backbone, row.words.frames, *row.setting) if part
    )
    places = ", ".join(f"`{spot.file}:{spot.line}`" for spot in row.spots)
    mark = " (one statement)" if len(row.spots) == 1 else ""
    return f"- {said}{f' ({details})' if details else ''}: {places}{mark}\n"
