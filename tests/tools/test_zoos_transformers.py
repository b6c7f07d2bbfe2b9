from pathlib import Path

import pytest
from tests.tools.shelf import shelved
from tools.zoos.git import opened
from tools.zoos.model import Refusal, Runnable
from tools.zoos.names import load
from tools.zoos.plan import READERS


def library(tmp_path: Path, word: str, folder: str) -> list[Runnable | Refusal]:
    names = load()
    zoo = names.zoos["transformers"]
    places = [tuple(part.strip() for part in said.split(";")) for said in zoo.runs.values()]
    files = {
        f"{path}/modeling_{model}.py": f"class {name}: ..."
        for path, model, name in places
        if path.endswith("/timesformer")
    }
    moved = {
        name.replace("/timesformer/", folder): text.replace("TimeSformer", word)
        for name, text in files.items()
    }
    reading = READERS["transformers"](opened(shelved(tmp_path, moved)), names, zoo)
    return [run for run in reading.runnables if "timesformer" in str(run)]


def test_transformers(tmp_path: Path) -> None:
    own = "/timesformer/"
    place = "src/transformers/models/timesformer"
    assert library(tmp_path / "a", "TimeSformer", own) == [
        Runnable("timesformer", place, "timesformer")
    ]
    (other,) = library(tmp_path / "b", "Elsewhat", own)
    assert isinstance(other, Refusal)
    assert other.against == "not named there"
    (lost,) = library(tmp_path / "c", "TimeSformer", "/other/")
    assert isinstance(lost, Refusal)
    assert lost.against == "no such folder"


CHECKPOINTS = {
    "own": ('@auto_docstring(checkpoint="a/timesformer-base")', "", "a/timesformer-base"),
    "of the configuration": (
        '@auto_docstring(checkpoint="a/TimeSformer-base")',
        'from_pretrained("a/timesformer-large")',
        "a/TimeSformer-base",
    ),
    "of an example": (
        '@auto_docstring(checkpoint="a/videomae-base")',
        "AutoImageProcessor.from_pretrained('a/videomae-base'); X.from_pretrained(\n"
        "    'a/timesformer-large', dtype=x)",
        "a/timesformer-large",
    ),
    "of another version": ('@auto_docstring(checkpoint="a/timesformer2-base")', "", ""),
    "of images": ('@auto_docstring(checkpoint="a/timesformer-2b-image-hf")', "", ""),
    "of a dataset": ("", 'hf_hub_download(repo_id="a/timesformer-base")', ""),
    "of nothing": ("", "", ""),
}


@pytest.mark.parametrize(
    ("configuration", "modeling", "named"), CHECKPOINTS.values(), ids=CHECKPOINTS
)
def test_transformers_checkpoint(
    tmp_path: Path, configuration: str, modeling: str, named: str
) -> None:
    names = load()
    zoo = names.zoos["transformers"]
    place = "src/transformers/models/timesformer"
    files = {
        f"{place}/configuration_timesformer.py": configuration,
        f"{place}/modeling_timesformer.py": f"class TimeSformer: ...\n{modeling}\n",
    }
    reading = READERS["transformers"](opened(shelved(tmp_path, files)), names, zoo)
    (run,) = (each for each in reading.runnables if isinstance(each, Runnable))
    assert run.weights == (f"https://huggingface.co/{named}" if named else "")
