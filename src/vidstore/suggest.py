"""Did you mean …? The nearest of the known names."""

from collections.abc import Iterable

CUTOFF = 70
"""Least likeness, 0 to 100: `tsnn`→`tsn` (86) and `taks`→`tasks` (89) pass, `foo`→`tsn` does not."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or an empty string."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only needed once something is wrong

    found = process.extractOne(
        name,
        sorted(known),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=CUTOFF,
    )
    return found[0] if found else ""
