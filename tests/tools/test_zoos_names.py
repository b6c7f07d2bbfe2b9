from pathlib import Path

from tools.zoos.model import Runnable
from tools.zoos.names import load
from tools.zoos.runs import runnables


def test_places_must_exist() -> None:
    zoo = load().zoos["pytorchvideo"]
    files = {said.partition(";")[0].strip() for said in zoo.runs.values()}
    models = {said.partition(";")[2].strip() for said in zoo.runs.values()}
    found = list(runnables(zoo, files, models))
    assert all(isinstance(each, Runnable) for each in found)
    lost = list(runnables(zoo, files - {"pytorchvideo/models/csn.py"}, models))
    assert len([each for each in lost if not isinstance(each, Runnable)]) == 1


def test_labels_name_papers_and_words_of_the_catalog() -> None:
    """Metrics must be words of the taxonomy; papers and datasets may still be to come."""
    taxonomy = Path(__file__).parents[2] / "catalog" / "taxonomy" / "metrics.yml"
    known = [
        line[:-2]
        for line in taxonomy.read_text("utf-8").splitlines(keepends=True)
        if line[0] != " "
    ]
    names = load()
    assert {label.id for label in names.metrics.values()} <= set(known)
    for zoo in names.zoos.values():
        assert not set(zoo.methods) & set(zoo.not_ours)
