"""Rules for the figures that statements of one model give."""

from .model import Fact, Refusal
from .quantities import same
from .together import Group, place


def no_value(group: Group) -> Refusal | None:
    """Two figures in one cell need another statement that says which is which."""
    if len(group.head.values) == 1:
        return None
    claim = group.head.claim
    return Refusal("which-value", claim.spot, f"{claim.metric}: {claim.value}", "two figures")


def named_twice(group: Group) -> Refusal | None:
    """A statement that names a model twice must give it one figure."""
    return _differing(group, "named-twice", alike=True)


def other_value(group: Group) -> Refusal | None:
    """Statements of two kinds must give the same figure, but for rounding."""
    return _differing(group, "value-statements", alike=False)


def unclear_value(group: Group) -> Refusal | None:
    """A cell with two figures must hold the one that is taken."""
    head = group.head
    for fact in group.unclear:
        if not any(same(value, head.values[0]) for value in fact.values):
            return _against("value-statements", head, fact)
    return None


def _differing(group: Group, rule: str, *, alike: bool) -> Refusal | None:
    head = group.head
    for fact in group.facts[1:]:
        compared = (fact.claim.kind == head.claim.kind) is alike
        if compared and not same(fact.values[0], head.values[0]):
            return _against(rule, head, fact)
    return None


def _against(rule: str, head: Fact, other: Fact) -> Refusal:
    said = f"{head.claim.metric}: {head.claim.value}"
    against = f"{place(other)}: {other.claim.metric}: {other.claim.value}"
    return Refusal(rule, head.claim.spot, said, against)
