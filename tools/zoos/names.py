"""What zoos call papers, datasets and metrics, from `names.yml`: a label not there is not guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vidstore.load.refusal import Refused
from vidstore.load.yaml import compose, to_strings

from .model import ZooError

FILE = Path(__file__).with_name("names.yml")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label stands for, and what it says besides: a version, a threshold, a split."""

    id: str
    detail: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What configs say when they mean a dataset: words, and the number of classes."""

    words: frozenset[str]
    classes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Zoo:
    """A zoo: its entry in the catalog, and whose methods its folders or architectures are."""

    repo: str
    source: str
    framework: str
    methods: Mapping[str, Label]
    not_ours: Mapping[str, str]
    official: frozenset[str]
    runs: Mapping[str, str]
    """Where papers can be run, where no folder of configs is theirs alone: "path; model"."""


@dataclass(frozen=True, slots=True)
class Names:
    """All labels, by their text in small letters without spaces at the ends."""

    datasets: Mapping[str, Label]
    metrics: Mapping[str, Label]
    pretrain: Mapping[str, str]
    known: Mapping[str, Dataset]
    zoos: Mapping[str, Zoo]

    def dataset(self, label: str) -> Label | None:
        """The dataset that a label names."""
        return self.datasets.get(key(label))

    def metric(self, label: str) -> Label | None:
        """The metric that a label names."""
        return self.metrics.get(key(label))

    def labels_in(self, text: str) -> frozenset[str]:
        """The labels of datasets that stand in a sentence, each as a word of its own."""
        small = key(text)
        ends = "[^a-z0-9]"
        return frozenset(
            label
            for label in self.datasets
            if re.search(f"(?:^|{ends}){re.escape(label)}(?:{ends}|$)", small)
        )

    def datasets_in(self, words: str) -> frozenset[str]:
        """The datasets that are named by words of a path or a config's text."""
        parts = set(re.split(r"[^a-z0-9]+", words.casefold()))
        joined = "-".join(re.split(r"[^a-z0-9]+", words.casefold()))
        return frozenset(
            name
            for name, dataset in self.known.items()
            if any(word in parts or ("-" in word and word in joined) for word in dataset.words)
        )


def key(label: str) -> str:
    """A label without what writers vary: case, and spaces around or doubled."""
    return " ".join(label.casefold().split())


def load(file: Path = FILE) -> Names:
    """The names of a file."""
    try:
        tree = to_strings(compose(file.read_text(encoding="utf-8")))
    except (OSError, Refused) as error:
        raise ZooError(f"{file.name}: cannot be read: {error}") from error
    try:
        return _names(tree)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ZooError(f"{file.name}: not as its first lines say: {error!r}") from error


def _names(tree: Any) -> Names:
    datasets, metrics = tree["datasets"], tree["metrics"]
    return Names(
        _labels(datasets),
        _labels(metrics),
        {key(label): said for label, said in tree["pretrain"].items()},
        {name: _dataset(data) for name, data in datasets.items()},
        {name: _zoo(data) for name, data in tree["zoos"].items()},
    )


def _labels(tree: Mapping[str, dict[str, dict[str, str]]]) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for name, data in tree.items():
        for label, said in data["labels"].items():
            if key(label) in found:
                raise ZooError(f"names.yml: {label!r} stands for two things")
            found[key(label)] = _label(name, said)
    return found


def _label(name: str, said: str) -> Label:
    detail, _, note = said.partition(";")
    return Label(name, detail.strip(), note.strip())


def _dataset(data: Mapping[str, str | list[str]]) -> Dataset:
    words = data.get("words", [])
    classes = str(data.get("classes", "")).split()
    return Dataset(frozenset(words), frozenset(int(each) for each in classes))


def _zoo(data: dict[str, dict[str, str]]) -> Zoo:
    methods = {each: _method(said) for each, said in data["methods"].items()}
    official = frozenset(data.get("official", []))
    repo, source, framework = (str(data[name]) for name in ("repo", "source", "framework"))
    return Zoo(
        repo, source, framework, methods, data.get("not_ours", {}), official, data.get("runs", {})
    )


def _method(said: str) -> Label:
    paper, _, variant = said.partition(";")
    return Label(paper.strip(), variant.strip())
