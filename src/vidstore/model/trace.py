"""Traces: numbers that change when what they stand for changes.

A drawing of a lineage and the data of the browse page show a little of very many entries. What they
show of one is boiled down when its file is read and remembered with its card, so that a build
compares thousands of them by looking at numbers.
"""

from collections.abc import Iterable
from hashlib import blake2b


def trace(*parts: str | Iterable[str]) -> int:
    """A number for these texts, the same on every run; a list is not the texts in it."""
    flat = "\0".join(
        p if isinstance(p, str) else "".join(f"\1{item}" for item in p) for p in parts
    )
    return int.from_bytes(blake2b(flat.encode(), digest_size=7).digest())
