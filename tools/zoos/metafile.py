"""`metafile.yml` of MMAction2: what it claims of each of its models."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml

from vidstore.load.refusal import Refused
from vidstore.load.yaml import compose, to_strings

from .model import Claim, Refusal, Spot, Words


def metafile(path: str, text: str) -> Iterator[Claim | Refusal]:
    """What a metafile claims of each of its models."""
    try:
        nodes = _models(compose(text))
    except Refused as error:
        yield _unreadable(path, 1, error)
        return
    for node in nodes:
        line = node.start_mark.line + 1
        try:
            model = to_strings(node)
        except Refused as error:
            yield _unreadable(path, line, error)
            continue
        yield from _model(path, line, model if isinstance(model, dict) else {})


def _unreadable(path: str, line: int, error: Refused) -> Refusal:
    said = " ".join(f"{name} {value}" for name, value in error.params.items())
    return Refusal("unreadable", Spot(path, line, ""), said, str(error))


def _models(tree: yaml.Node) -> list[yaml.Node]:
    top = tree.value if isinstance(tree, yaml.MappingNode) else []
    found = next((value for key, value in top if key.value == "Models"), None)
    return list(found.value) if isinstance(found, yaml.SequenceNode) else []


def _model(path: str, line: int, model: dict[str, object]) -> Iterator[Claim]:
    said = {key.casefold(): value for key, value in _dict(model.get("Metadata")).items()}
    results = model.get("Results")
    for result in results if isinstance(results, list) else [results]:
        data = _dict(result)
        for metric, value in _dict(data.get("Metrics")).items():
            yield Claim(
                spot=Spot(path, line, str(model.get("Name", ""))),
                kind="metafile",
                method=str(PurePosixPath(path).parent),
                dataset=str(data.get("Dataset", "")),
                metric=metric,
                value=str(value),
                config=str(model.get("Config", "")),
                weights=weights_file(_last(model.get("Weights", ""))),
                words=_metadata(said),
            )


def _metadata(said: dict[str, object]) -> Words:
    word = {name: str(said.get(name, "")) for name in ("architecture", "pretrained", "resolution")}
    return Words(
        backbone=word["architecture"],
        pretrain=word["pretrained"],
        resolution=word["resolution"],
        params=str(said.get("parameters", said.get("params", ""))),
        flops=str(said.get("flops", "")),
    )


def _last(value: object) -> str:
    """Of several stages the last is measured."""
    return str(value[-1] if isinstance(value, list) and value else value)


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def weights_file(address: str) -> str:
    """Weights are known by their file's name: it carries a hash."""
    return PurePosixPath(address).name
