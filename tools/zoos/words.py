"""Whether two words for the same thing agree: a backbone, what a model was trained on before."""

import re
from collections.abc import Mapping

_NOISE = re.compile(r"\\|\*|<[^>]+>")
_GLUE = re.compile(r"(?<=[a-z])[-_ ](?=\d)")
_PART = re.compile(r"[a-z0-9.@]+(?:\(\d[^)]*\))?")
_SHORT = {
    "tiny": "t",
    "small": "s",
    "base": "b",
    "large": "l",
    "huge": "h",
    "kinetics400": "k400",
    "kinetics600": "k600",
    "kinetics700": "k700",
    "kinetics710": "k710",
    "imagenet1k": "in1k",
    "imagenet21k": "in21k",
    "imagenet22k": "in22k",
}
_STEM = 4
"""Letters from which on a part stands for what begins with it, as MViT for MViTv2."""
_WIDE = {"imagenet": ("in1k", "in21k", "in22k")}


def tidy(text: str) -> str:
    """A word as it is shown: without marks of footnotes and doubled spaces."""
    return " ".join(_NOISE.sub("", text).split())


def parts(text: str) -> frozenset[str]:
    """The parts of a word that tell it from others."""
    small = tidy(text).casefold().replace("vision transformer", "vit").replace(" transformer", "")
    return frozenset(_SHORT.get(part, part) for part in _PART.findall(_GLUE.sub("", small)))


def within(less: frozenset[str], more: frozenset[str]) -> bool:
    """Whether all parts of the one are in the other, perhaps said more precisely there."""
    return all(any(_covers(part, other) for other in more) for part in less)


def _covers(part: str, other: str) -> bool:
    longer = len(part) >= _STEM and other.startswith(part)
    return part == other or longer or other in _WIDE.get(part, ())


def overlap(word: str, text: str) -> bool:
    """Whether a text has a part that agrees with each part of a word."""
    said = [frozenset({part}) for part in parts(text)]
    return all(
        any(within(each, part) or within(part, each) for part in said)
        for each in (frozenset({part}) for part in parts(word))
    )


def agree(one: str, other: str) -> bool:
    """Whether one word says no more than the other."""
    first, second = parts(one), parts(other)
    return within(first, second) or within(second, first)


def canonical(text: str, spellings: Mapping[str, str]) -> str:
    """A word as `names.yml` wants it, otherwise as it stands."""
    shown = tidy(text)
    return spellings.get(shown.casefold(), shown)


def plainest(text: str) -> str:
    """A backbone without what stands in brackets behind it."""
    return re.sub(r"\s*\(.*\)", "", tidy(text)).casefold()
