"""Names of people as reference managers want them: family name and given names apart."""

import re
from functools import lru_cache

_CJK = r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]"
_PARTS = 2
KEPT = 16_384
"""Names are kept with what was made of them: people write more than one paper."""


def is_cjk(name: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean: the family name comes first."""
    return not name.isascii() and re.search(_CJK, name) is not None


@lru_cache(maxsize=KEPT)
def parted(name: str) -> tuple[str, str]:
    """Family and given names; what cannot be told apart is all family name.

    `Quill, Ada` says it itself. Else the last word is the family name, together with particles
    in lower case before it: `Laurens van der Maaten`.
    """
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        return (family, given) if family else (given, "")
    words = name.split()
    if len(words) < _PARTS or "," in name:
        return " ".join(words), ""
    if is_cjk(name):
        return words[0], " ".join(words[1:])
    start = len(words) - 1
    while start > 1 and words[start - 1][0].islower():
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])
