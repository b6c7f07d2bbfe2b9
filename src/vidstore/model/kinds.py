"""The model of each kind."""

from vidstore.model.entry import Entry
from vidstore.model.ids import Kind
from vidstore.model.paper import Paper
from vidstore.model.reading import Survey, Tutorial
from vidstore.model.resources import Dataset, Person, Platform, Repo

MODELS: dict[Kind, type[Entry]] = {
    model.kind: model for model in (Paper, Survey, Tutorial, Repo, Dataset, Platform, Person)
}
