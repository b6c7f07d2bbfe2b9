"""The formats in which a whole catalog can be taken away."""

from enum import StrEnum


class DataFormat(StrEnum):
    """A format by its name on the command line; `ending` is that of its files."""

    ending: str

    JSON = "json", "json"
    JSONL = "jsonl", "jsonl"
    CSV = "csv", "csv"
    BIBTEX = "bibtex", "bib"
    RIS = "ris", "ris"
    CSL = "csl", "csl.json"
    SQLITE = "sqlite", "sqlite"

    def __new__(cls, value: str, ending: str) -> "DataFormat":
        """A name with its ending."""
        found = str.__new__(cls, value)
        found._value_ = value
        found.ending = ending
        return found

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self is not DataFormat.SQLITE
