"""From labels to ids and from figures to numbers; what cannot be told is refused."""

from collections.abc import Iterator
from decimal import Decimal

from .model import Claim, Fact, Refusal
from .names import Label, Names, Zoo
from .quantities import values

_HUNDRED = Decimal(100)
UNBOUNDED = {"median-rank", "mean-rank", "cider"}
"""Metrics that are no percentages."""
Told = Fact | Refusal


def unknown_method(claim: Claim, zoo: Zoo) -> Refusal | None:
    """Whose method it is must be in `names.yml`."""
    if claim.method in zoo.methods:
        return None
    return Refusal("unknown-method", claim.spot, claim.method, "names.yml has no paper for it")


def unknown_dataset(claim: Claim, names: Names) -> Refusal | None:
    """A label of a dataset must be in `names.yml`."""
    if names.dataset(claim.dataset):
        return None
    said = claim.dataset or "(no dataset)"
    return Refusal("unknown-dataset", claim.spot, said, "names.yml has no dataset for it")


def unknown_metric(claim: Claim, names: Names) -> Refusal | None:
    """A label of a metric must be in `names.yml`."""
    if names.metric(claim.metric):
        return None
    return Refusal("unknown-metric", claim.spot, claim.metric, "names.yml has no metric for it")


def no_number(claim: Claim) -> Refusal | None:
    """A value must be one number, or two with a slash between."""
    if values(claim.value):
        return None
    return Refusal("no-number", claim.spot, f"{claim.metric}: {claim.value}", "a number")


def out_of_range(claim: Claim, metric: Label) -> Refusal | None:
    """A percentage lies between 1 and 100; 0.74 may be a share, and is not multiplied by guess."""
    found = values(claim.value)
    if metric.id in UNBOUNDED or all(1 < value <= _HUNDRED for value in found):
        return None
    return Refusal("out-of-range", claim.spot, f"{claim.metric}: {claim.value}", "1 to 100")


def resolve(claim: Claim, names: Names, zoo: Zoo) -> Told:
    """A claim in the catalog's words, or the first reason against it."""
    reason = (
        unknown_method(claim, zoo)
        or unknown_dataset(claim, names)
        or unknown_metric(claim, names)
        or no_number(claim)
    )
    dataset, metric = names.dataset(claim.dataset), names.metric(claim.metric)
    if reason or not dataset or not metric:
        return reason or Refusal("unknown", claim.spot, claim.dataset, "")
    return out_of_range(claim, metric) or _fact(claim, zoo.methods[claim.method], dataset, metric)


def _fact(claim: Claim, method: Label, dataset: Label, metric: Label) -> Fact:
    details = (dataset.note, method.detail, *claim.setting)
    return Fact(
        claim=claim,
        paper=method.id,
        dataset=dataset.id,
        version=dataset.detail,
        metric=metric.id,
        qualifier=metric.detail,
        values=values(claim.value),
        setting=tuple(detail for detail in details if detail),
    )


def resolve_all(claims: tuple[Claim, ...], names: Names, zoo: Zoo) -> Iterator[Told]:
    """All claims, except those of methods that `names.yml` lists as not ours."""
    for claim in claims:
        if claim.method not in zoo.not_ours:
            yield resolve(claim, names, zoo)
