"""One row from the statements that agree, and rules for what they say besides the figure."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from .model import SIZES, Fact, Refusal, Row, Words
from .names import Names
from .quantities import giga, millions, same, sharpest
from .together import Group
from .words import agree, canonical, parts, tidy, within

FIELDS = ("backbone", "pretrain", "frames", "resolution", "views")
_Agree = Callable[[str, str], bool]


def _alike(one: str, other: str) -> bool:
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def other_words(group: Group, field: str, names: Names) -> Refusal | None:
    """Statements must agree on a word; one may say it more precisely."""
    test: _Agree = agree if field in {"backbone", "pretrain"} else _alike
    (_, said), *others = _said(group, field, names) or [(group.head, "")]
    for fact, word in others:
        if not test(said, word):
            against = f"{fact.claim.spot.file}:{fact.claim.spot.line}: {word}"
            return Refusal(f"{field}-statements", group.head.claim.spot, said, against, field)
    return None


def other_sizes(group: Group) -> Refusal | None:
    """Statements must agree on parameters and on FLOPs; if on one they do not, both fall."""
    for field, read in (("params", millions), ("flops", giga)):
        said = [(f, read(w)) for f in group.kin if (w := getattr(f.claim.words, field))]
        first = next((value for _, value in said if value), None)
        for fact, value in said:
            if value is None or first is None or not same(first, value):
                words = getattr(fact.claim.words, field)
                against = f"{fact.claim.spot.file}:{fact.claim.spot.line}: {words}"
                said_first = f"{field} {first} ({'M' if read is millions else 'G'})"
                spot = group.head.claim.spot
                return Refusal("sizes-statements", spot, said_first, against, SIZES)
    return None


def merged(group: Group, names: Names, dropped: Iterable[str]) -> Row:
    """The row, without the fields that are dropped."""
    without, head = set(dropped), group.head
    words = {field: _word(group, field, names) for field in FIELDS if field not in without}
    return Row(
        paper=head.paper,
        dataset=head.dataset,
        metric=head.metric,
        value=sharpest([fact.values[0] for fact in group.facts]),
        setting=_setting(group),
        words=Words(**words),
        params_m=None if SIZES in without else _size(group, "params", millions),
        gflops=None if SIZES in without else _size(group, "flops", giga),
        spots=tuple(fact.claim.spot for fact in group.facts),
        kinds=tuple(dict.fromkeys(f.claim.kind for f in (*group.facts, *group.unclear))),
    )


def _said(group: Group, field: str, names: Names) -> list[tuple[Fact, str]]:
    found = [(fact, getattr(fact.claim.words, field)) for fact in group.kin]
    spellings = names.pretrain if field == "pretrain" else {}
    return [(fact, canonical(word, spellings)) for fact, word in found if tidy(word)]


def _word(group: Group, field: str, names: Names) -> str:
    """The most precise of the words that agree; of equally precise ones the last."""
    best = ""
    for _, word in _said(group, field, names):
        best = word if within(parts(best), parts(word)) else best
    return best


def _size(group: Group, field: str, read: Callable[[str], Decimal | None]) -> Decimal | None:
    found = [value for fact in group.kin if (value := read(getattr(fact.claim.words, field)))]
    return sharpest(found) if found else None


def _setting(group: Group) -> tuple[str, ...]:
    """The version, what the source says of the model, and what of the test."""
    details = [fact.version for fact in group.facts]
    details += [each for fact in group.kin for each in fact.setting]
    details += [fact.qualifier for fact in group.facts]
    return tuple(dict.fromkeys(tidy(each) for each in details if each))
