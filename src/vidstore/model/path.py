"""Reading paths: entries and guides in an order to learn from, `catalog/paths/`."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from vidstore.model.ids import EntryKey, Slug
from vidstore.model.references import Points, Word
from vidstore.model.text import Frozen, Line, Localized, not_empty


class Step(Frozen):
    """One thing to read, watch or try, and what to look for in it."""

    entry: Annotated[EntryKey, Points()] | None = None
    guide: Slug | None = None
    note: Localized | None = None

    @model_validator(mode="after")
    def _leads_to_one_thing(self) -> Self:
        if bool(self.entry) == bool(self.guide):
            raise PydanticCustomError("step", "entry or guide")
        return self


class Stage(Frozen):
    """Steps that belong together."""

    title: Localized
    intro: Localized | None = None
    steps: Annotated[tuple[Step, ...], AfterValidator(not_empty)]


class ReadingPath(Frozen):
    """A way through the catalog for somebody who wants something; `hours` is how long it takes."""

    id: Slug = Field(exclude=True)
    digest: str = Field(default="", exclude=True)
    title: Localized
    summary: Localized
    level: Annotated[Line, Word("levels")] | None = None
    hours: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    tasks: tuple[Annotated[Line, Word("tasks")], ...] = ()
    stages: Annotated[tuple[Stage, ...], AfterValidator(not_empty)]

    @property
    def entries(self) -> tuple[str, ...]:
        """The keys of its entries, in order, each once."""
        found = (step.entry for stage in self.stages for step in stage.steps if step.entry)
        return tuple(dict.fromkeys(found))
