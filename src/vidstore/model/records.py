"""What a card keeps of the evidence of a paper: its results and its implementations.

Texts only, as they were published: 10,000 cards are decoded by every build, and most of what they
hold is shown as it stands. Whoever has to compare values reads them as numbers then.
"""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from vidstore.model.evidence import Implementation, Result


class ResultRecord(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A published figure. What is not known is an empty string."""

    dataset: str
    metric: str
    value: str
    setting: str
    backbone: str
    pretrain: str
    frames: str
    resolution: str
    params_m: str
    gflops: str
    repo: str
    path: str
    commit: str
    paper: str
    url: str


class ImplementationRecord(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Where a method can be run. What is not known is an empty string."""

    repo: str
    path: str
    model: str
    framework: str
    weights: str
    official: bool


def result_records(results: Iterable[Result]) -> tuple[ResultRecord, ...]:
    """The records of a paper's results, in their order."""
    return tuple(
        ResultRecord(
            dataset=result.dataset,
            metric=result.metric,
            value=_number(result.value),
            setting=result.setting or "",
            backbone=result.backbone or "",
            pretrain=result.pretrain or "",
            frames=result.frames or "",
            resolution=result.resolution or "",
            params_m=_number(result.params_m),
            gflops=_number(result.gflops),
            repo=result.source.repo or "",
            path=result.source.path or "",
            commit=result.source.commit or "",
            paper=result.source.paper or "",
            url=result.source.url or "",
        )
        for result in results
    )


def implementation_records(found: Iterable[Implementation]) -> tuple[ImplementationRecord, ...]:
    """The records of a paper's implementations, in their order."""
    return tuple(
        ImplementationRecord(
            repo=item.repo,
            path=item.path or "",
            model=item.model or "",
            framework=item.framework or "",
            weights=item.weights or "",
            official=item.official,
        )
        for item in found
    )


def _number(value: Decimal | None) -> str:
    # As written, the last zero included: 74.10 says how precisely it was measured.
    return "" if value is None else str(value)
