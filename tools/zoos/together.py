"""Which statements are about the same figure, and rules for what they say of it together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .model import Fact, Refusal, Spot
from .quantities import same


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one figure of one model, and unclear ones that must allow for it."""

    model: str
    facts: tuple[Fact, ...]
    unclear: tuple[Fact, ...] = ()
    kin: tuple[Fact, ...] = ()
    """Statements of the same model on the same dataset, whatever they measure."""

    @property
    def head(self) -> Fact:
        """The statement that a row is cited from."""
        return self.facts[0]


def models(facts: Iterable[Fact]) -> dict[Fact, str]:
    """What each statement is about: its config, or its weights where a config stands twice.

    A config that one kind of statement names in two rows is wrong in one of them, or was run
    twice; the file of weights then tells the rows apart, if another kind of statement knows it.
    """
    every = tuple(facts)
    rows: dict[tuple[str, str], set[Spot]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for fact in every:
        rows[fact.claim.config, fact.claim.kind].add(fact.claim.spot)
        kinds[fact.claim.weights].add(fact.claim.kind)
    twice = {config for (config, _), spots in rows.items() if len(spots) > 1}
    return {fact: _model(fact, twice, kinds) for fact in every}


def _model(fact: Fact, twice: set[str], kinds: dict[str, set[str]]) -> str:
    claim = fact.claim
    known = claim.weights and len(kinds[claim.weights]) > 1
    return claim.weights if claim.config in twice and known else claim.config


def wrong_dataset(facts: Iterable[Fact], about: dict[Fact, str]) -> Iterator[tuple[Fact, Refusal]]:
    """Statements of two kinds must be about the same dataset, and the same version of it."""
    for bucket in _by(facts, lambda fact: (about[fact], fact.metric)):
        for fact in bucket:
            others = [other for other in bucket if other.claim.kind != fact.claim.kind]
            if others and all(_on(other) != _on(fact) for other in others):
                against = f"{place(others[0])}: {others[0].claim.dataset}"
                claim = fact.claim
                yield fact, Refusal("dataset-statements", claim.spot, claim.dataset, against)


def _on(fact: Fact) -> tuple[str, str]:
    return fact.dataset, fact.version


def groups(facts: Iterable[Fact], about: dict[Fact, str]) -> Iterator[Group]:
    """Statements of the same figure; one that does not say under which test joins its equal."""
    for family in _by(facts, lambda fact: (about[fact], *_on(fact))):
        for bucket in _by(family, lambda fact: fact.metric):
            clear = [fact for fact in bucket if len(fact.values) == 1]
            unclear = tuple(fact for fact in bucket if len(fact.values) > 1)
            told = _told_apart(clear) or [list(unclear)]
            for part in told:
                rest = unclear if clear else ()
                yield Group(about[part[0]], tuple(part), rest, _kin(part, family))


def _kin(facts: list[Fact], family: list[Fact]) -> tuple[Fact, ...]:
    """The rows that the statements are in, and what other kinds of statement say of the model."""
    kinds = {fact.claim.kind for fact in facts}
    spots = {fact.claim.spot for fact in facts}
    return tuple(f for f in family if f.claim.kind not in kinds or f.claim.spot in spots)


def _told_apart(facts: list[Fact]) -> list[list[Fact]]:
    found = [list(part) for part in _by(facts, lambda fact: fact.qualifier)]
    plain = [part for part in found if not part[0].qualifier]
    others = [part for part in found if part[0].qualifier]
    for part in plain:
        kinds = {fact.claim.kind for fact in part}
        strange = [o for o in others if not kinds & {fact.claim.kind for fact in o}]
        if len(kinds) == 1 and strange:
            home = next((o for o in strange if same(o[0].values[0], part[0].values[0])), None)
            others = _joined(others, home, part)
        else:
            others.append(part)
    return others


def _joined(
    parts: list[list[Fact]], home: list[Fact] | None, guest: list[Fact]
) -> list[list[Fact]]:
    """With the guest where its value is said; if nowhere, all stand against each other."""
    if home is None:
        return [[*guest, *(fact for part in parts for fact in part)]]
    return [[*guest, *part] if part is home else part for part in parts]


def place(fact: Fact) -> str:
    """File and line of a statement."""
    return f"{fact.claim.spot.file}:{fact.claim.spot.line}"


def _by(facts: Iterable[Fact], key: Callable[[Fact], object]) -> list[list[Fact]]:
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[key(fact)].append(fact)
    return list(found.values())
