"""Rules for one statement: it must not contradict the file of the model that it names."""

from .model import Beside, Fact, Refusal
from .names import Names
from .words import canonical, overlap


def no_config(fact: Fact) -> Refusal | None:
    """A row that names no model cannot be checked, and nobody can run it."""
    if fact.claim.config:
        return None
    return Refusal("no-config", fact.claim.spot, "(no config)", "a row names what it measured")


def no_such_config(fact: Fact, beside: Beside | None) -> Refusal | None:
    """The config that a row names must exist in the same commit."""
    if beside:
        return None
    return Refusal("no-such-config", fact.claim.spot, fact.claim.config, "no such file")


def dataset_of_config(fact: Fact, beside: Beside) -> Refusal | None:
    """The config must be one for the dataset that the row is about."""
    if not beside.datasets or fact.dataset in beside.datasets:
        return None
    against = f"{beside.file} is for {', '.join(sorted(beside.datasets))}"
    return Refusal("dataset-of-config", fact.claim.spot, fact.claim.dataset, against)


def classes_of_config(fact: Fact, beside: Beside, names: Names) -> Refusal | None:
    """The config's number of classes must be one of the dataset."""
    classes = names.known[fact.dataset].classes
    if len(beside.classes) != 1 or not classes or beside.classes <= classes:
        return None
    against = f"{beside.file} has {next(iter(beside.classes))} classes"
    return Refusal("classes-of-config", fact.claim.spot, fact.claim.dataset, against)


def details_of_config(fact: Fact, beside: Beside) -> Refusal | None:
    """A split or a kind of annotation that the config names must be the row's."""
    said = ", ".join((fact.version, *fact.setting))
    small = said.casefold().replace("-", "")
    wrong = [word for word in sorted(beside.details) if word.casefold() not in small]
    if not wrong:
        return None
    against = f"{beside.file} says {', '.join(wrong)}"
    return Refusal("details-of-config", fact.claim.spot, said, against)


def pretrain_of_config(fact: Fact, beside: Beside, names: Names) -> Refusal | None:
    """What the config's name says of pre-training must be in what the row says of it."""
    said = canonical(fact.claim.words.pretrain, names.pretrain)
    wrong = [word for word in sorted(beside.pretrain) if not overlap(word, said)]
    if not said or not wrong:
        return None
    against = f"{beside.file} says {', '.join(wrong)}"
    return Refusal("pretrain-of-config", fact.claim.spot, said, against, "pretrain")


def frames_of_config(fact: Fact, beside: Beside) -> Refusal | None:
    """The sampling in the config's name must be the row's."""
    said = fact.claim.words.frames
    if not said or not beside.frames or any(each in said for each in beside.frames):
        return None
    against = f"{beside.file} says {', '.join(sorted(beside.frames))}"
    return Refusal("frames-of-config", fact.claim.spot, said, against, "frames")


def against_row(fact: Fact, beside: Beside | None, names: Names) -> Refusal | None:
    """The first reason not to believe a statement at all."""
    found = no_config(fact) or no_such_config(fact, beside)
    if found or not beside:
        return found
    return (
        dataset_of_config(fact, beside)
        or classes_of_config(fact, beside, names)
        or details_of_config(fact, beside)
    )


def against_fields(fact: Fact, beside: Beside | None, names: Names) -> list[Refusal]:
    """Reasons not to believe what it says besides the figure."""
    if not beside:
        return []
    found = (pretrain_of_config(fact, beside, names), frames_of_config(fact, beside))
    return [refusal for refusal in found if refusal]
