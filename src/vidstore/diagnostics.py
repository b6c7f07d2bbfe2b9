"""Findings in the data: what is wrong, where, and what to write instead.

A `Diagnostic` is a value. Rules yield them, loading collects them, one place prints them. The
sentences stand in the locale files under `diagnostics.<code>`.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

DocumentPath = tuple[str | int, ...]
"""The way to a value inside a YAML document, e.g. `("links", "code")`."""


class Code(StrEnum):
    """Every kind of finding. Numbers stay for ever: people search for them."""

    SYNTAX = "E101"
    DUPLICATE_KEY = "E102"
    ANCHOR = "E103"
    TAG = "E104"
    MANY_DOCUMENTS = "E105"
    NOT_A_MAPPING = "E106"
    EMPTY_FILE = "E107"
    ENCODING = "E108"
    BINARY = "E109"
    UNREADABLE = "E110"
    COMPLEX_KEY = "E111"
    NOT_A_LIST = "E112"
    MISSING_FIELD = "E201"
    UNKNOWN_FIELD = "E202"
    UNKNOWN_CHOICE = "E203"
    MALFORMED = "E204"
    OUT_OF_RANGE = "E205"
    EMPTY_VALUE = "E206"
    TOO_LONG = "E207"
    WRONG_SHAPE = "E208"
    NOT_A_URL = "E209"
    TRACKING = "E210"
    NOT_A_PLACE = "E211"
    RESULT_WITHOUT_SOURCE = "E212"
    NOTHING_TO_RUN = "E213"
    STEP_TO_NOTHING = "E214"
    UNKNOWN_FOLDER = "E301"
    NOT_A_SLUG = "E302"
    STRAY_FILE = "E303"
    MISSING_FILE = "E304"
    NO_ENTRIES = "E305"
    NO_SUCH_ENTRY = "E401"
    NO_SUCH_WORD = "E402"
    DUPLICATE_ENTRY = "E501"
    REPLACED_BY_ITSELF = "E502"
    LINEAGE_CYCLE = "E503"
    SOURCE_OF_NOTHING = "E504"
    REPEATED_ITEM = "E505"
    NO_SUCH_FIGURE = "E506"
    NO_SUCH_PAGE = "E507"
    NO_SUCH_GUIDE = "E508"


class Location(msgspec.Struct, frozen=True):
    """A place in a text: line and column count from 1, `length` in characters."""

    line: int
    column: int
    length: int = 1


class Diagnostic(msgspec.Struct, frozen=True):
    """One finding. `file` is relative to the project's root, with forward slashes."""

    code: Code
    file: str
    path: DocumentPath = ()
    at_key: bool = False
    params: Mapping[str, str] = msgspec.field(default_factory=dict)
    location: Location | None = None

    def located(self, location: Location | None) -> "Diagnostic":
        """The same finding with its place in the text."""
        return msgspec.structs.replace(self, location=location)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are shown in the order in which one would mend them: file, line, column."""
        place = self.location or Location(0, 0)
        return (self.file, place.line, place.column, self.code, str(sorted(self.params.items())))
