"""Numbers as zoos write them: with units, in words, rounded more or less."""

import re
from decimal import Decimal

_NUMBER = re.compile(
    r"^[~≈]?\s*(\d+(?:\.\d+)?)\s*([KMGBT]?)\s*(?:FLOPs|params)?\s*(%?)\s*\*?$", re.I
)
_EXPONENTS = {"K": 3, "M": 6, "G": 9, "B": 9, "T": 12}
_PLAIN = Decimal(10) ** 6
"""A plain number from here on counts parameters or operations one by one."""
_CENT = Decimal("0.01")


def number(text: str) -> tuple[Decimal, str] | None:
    """A number and the letter of its unit; nothing if it is no number."""
    found = _NUMBER.match(text.strip())
    return (Decimal(found[1]), found[2].upper()) if found else None


def values(text: str) -> tuple[Decimal, ...]:
    """The figures of a cell; two if it gives two without saying which is which."""
    found = [number(part) for part in text.split("/")]
    return tuple(each[0] for each in found if each and not each[1]) if all(found) else ()


def _scaled(text: str, exponent: int) -> Decimal | None:
    found = number(text)
    if found is None:
        return None
    value, unit = found
    if unit:
        return _tidy(value.scaleb(_EXPONENTS[unit] - exponent))
    return _tidy((value.scaleb(-exponent)).quantize(_CENT)) if value >= _PLAIN else value


def _tidy(value: Decimal) -> Decimal:
    """Without an exponent: `1E+2` is 100."""
    return Decimal(f"{value:f}")


def millions(text: str) -> Decimal | None:
    """Parameters in millions, from `24.33M`, `24.33` or `24330000`."""
    return _scaled(text, 6)


def giga(text: str) -> Decimal | None:
    """FLOPs in G, from `102.7G`, `0.1T`, `102.7` or `102700000000`."""
    return _scaled(text, 9)


def same(one: Decimal, other: Decimal) -> bool:
    """Whether the one is the other with fewer places, rounded or cut."""
    short, long = sorted((one, other), key=_places)
    if _places(short) == _places(long):
        return short == long
    step = Decimal(1).scaleb(-_places(short))
    return abs(long - short) <= step / 2 or 0 <= long - short < step


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def sharpest(found: list[Decimal]) -> Decimal:
    """The value with most places; of equal ones the first."""
    return max(found, key=_places)


def views(text: str) -> str:
    """`10 clips × 3 crops`, from the ways zoos say so; otherwise as written."""
    if found := re.fullmatch(r"(\d+)\s*clips?\s*[x×]\s*(\d+)\s*crops?", text.strip(), re.I):
        return _clips(int(found[1]), int(found[2]))
    return "1 clip" if text.strip() == "1 clips" else text.strip()


def _clips(clips: int, crops: int) -> str:
    return f"{clips} clip{'s'[: clips - 1]} × {crops} crop{'s'[: crops - 1]}"


def crops_clips(text: str) -> str:
    """The same from `3 x 10`, where the source says that crops come first."""
    found = re.fullmatch(r"(\d+)\s*[x×]\s*(\d+)", text.strip())
    return _clips(int(found[2]), int(found[1])) if found else text.strip()


def flops_views(text: str) -> tuple[str, str]:
    """FLOPs and views from `64 x 1 x 5`: operations of one view, crops, clips."""
    found = re.fullmatch(r"([\d.]+)\s*[x×]\s*(\d+)\s*[x×]\s*(\d+)", text.strip())
    return (found[1], _clips(int(found[3]), int(found[2]))) if found else ("", "")
