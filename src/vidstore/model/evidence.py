"""What was read where: sources of facts, results of methods, and code that implements them."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from vidstore.model.ids import Kind, Slug
from vidstore.model.links import Url
from vidstore.model.references import Points, Word
from vidstore.model.text import Day, Frozen, Line

MOST = 10**15
"""No figure is larger: data files hold numbers of 64 bits, and a slip of the keyboard is told."""

Commit = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{7,40}$")]
FilePath = Annotated[str, StringConstraints(pattern=r"^[^\s/][^\s]*$", max_length=300)]

_REPO_FILE = r"[\w.-]+/[\w.-]+(?:@[0-9a-f]{7,40})?(?::[^\s#]+)?(?:#L\d+(?:-L\d+)?)?"


def _is_place(value: str) -> str:
    import re  # noqa: PLC0415 - rarely needed, and pydantic's own regex has no alternation speed-up

    if re.fullmatch(rf"https?://\S+|{_REPO_FILE}", value):
        return value
    raise PydanticCustomError("place", "a URL or owner/name@commit:path#Lnn")


Place = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_is_place)]
"""Where a fact was read: a URL, or `owner/name@commit:path#L12` for a file in a public repository."""


class ResultSource(Frozen):
    """Where a figure is published: a file of a repository in the catalog, a paper, or a page."""

    repo: Annotated[Slug, Points(Kind.REPO)] | None = None
    path: FilePath | None = None
    commit: Commit | None = None
    paper: Annotated[Slug, Points(Kind.PAPER)] | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if not (self.paper or self.url or (self.repo and self.path)):
            raise PydanticCustomError("source", "repo and path, or paper, or url")
        return self


class Result(Frozen):
    """One published figure: a metric on a dataset under a setting, with its cost and its source."""

    dataset: Annotated[Slug, Points(Kind.DATASET)]
    metric: Annotated[Line, Word("metrics")]
    value: Annotated[Decimal, Field(ge=-MOST, le=MOST)]
    setting: Line | None = None
    backbone: Line | None = None
    pretrain: Line | None = None
    frames: Line | None = None
    resolution: Line | None = None
    params_m: Decimal | None = Field(default=None, gt=0, le=MOST)
    gflops: Decimal | None = Field(default=None, gt=0, le=MOST)
    source: ResultSource
    read: Day | None = None


class Implementation(Frozen):
    """Where a method can be run: a place in a repository of the catalog, or a model id."""

    repo: Annotated[Slug, Points(Kind.REPO)]
    path: FilePath | None = None
    model: Line | None = None
    framework: Annotated[Line, Word("frameworks")] | None = None
    weights: Url | None = None
    official: bool = False

    @model_validator(mode="after")
    def _says_what_to_run(self) -> Self:
        if not (self.path or self.model):
            raise PydanticCustomError("implementation", "path or model")
        return self
