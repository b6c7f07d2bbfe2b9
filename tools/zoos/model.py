"""What zoos say, what is taken of it, and what is refused: frozen data, no I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

ROW = "row"
"""What a refusal drops when the whole row falls, and not only one of its fields."""
SIZES = "sizes"
"""Parameters and FLOPs, which stand and fall together."""


class ZooError(Exception):
    """Something the user can mend; the message says what."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where something is said: a file, its line, and what the source calls the row."""

    file: str
    line: int
    row: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a statement says of a model besides its figure, as written; empty if it says nothing."""

    backbone: str = ""
    pretrain: str = ""
    frames: str = ""
    resolution: str = ""
    views: str = ""
    params: str = ""
    flops: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure as one statement of a zoo gives it; `kind` tells its statements apart."""

    spot: Spot
    kind: str
    method: str
    dataset: str
    metric: str
    value: str
    config: str = ""
    weights: str = ""
    setting: tuple[str, ...] = ()
    words: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a model's own file says of it where that can be read as text; ids, not labels."""

    file: str
    datasets: frozenset[str] = frozenset()
    classes: frozenset[int] = frozenset()
    pretrain: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    """Words that the row's setting must repeat, as a split."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in the catalog's words; `values` are several where the source does not tell which."""

    claim: Claim
    paper: str
    dataset: str
    version: str
    metric: str
    qualifier: str
    values: tuple[Decimal, ...]
    setting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is not taken: by which rule, what was said where, and what stands against it."""

    rule: str
    spot: Spot
    said: str
    against: str
    drops: str = ROW


@dataclass(frozen=True, slots=True)
class Row:
    """A result that is taken, and the statements that give it."""

    paper: str
    dataset: str
    metric: str
    value: Decimal
    setting: tuple[str, ...]
    words: Words
    params_m: Decimal | None
    gflops: Decimal | None
    spots: tuple[Spot, ...]
    kinds: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        """Where the row is cited from."""
        return self.spots[0]


@dataclass(frozen=True, slots=True, order=True)
class Runnable:
    """Where a paper's method can be run in a zoo: a path, or the id of a model."""

    paper: str
    path: str = ""
    model: str = ""
    weights: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a zoo. `beside` is by config; None if claims need not name a config."""

    claims: tuple[Claim, ...]
    beside: Mapping[str, Beside] | None = None
    runnables: tuple[Runnable | Refusal, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    not_ours: tuple[str, ...] = ()
