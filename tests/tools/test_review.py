import time

from tools.review import draw, sheet

from vidstore.config import Project
from vidstore.intake.catalog import take_in
from vidstore.model.entry import Entry


def _entries(project: Project) -> list[Entry]:
    return list(take_in(project, time.time_ns(), fresh=True).entries.values())


def test_draws_from_every_kind_and_the_same_again(project: Project) -> None:
    entries = _entries(project)
    drawn = draw(entries, 0.5, 3)
    assert {entry.kind for entry in drawn} == {entry.kind for entry in entries}
    assert len(drawn) < len(entries)
    assert draw(reversed(entries), 0.5, 3) == drawn


def test_another_seed_draws_others(project: Project) -> None:
    entries = _entries(project)
    draws = {tuple(entry.key for entry in draw(entries, 0.5, seed)) for seed in range(8)}
    assert len(draws) > 1


def test_writes_each_fact_with_its_source(project: Project) -> None:
    entry = next(entry for entry in _entries(project) if entry.sources)
    lines = "\n".join(sheet([entry]))
    field, place = next(iter(entry.sources.items()))
    assert f"**{field.partition('.')[0]}**" in lines
    assert place in lines
    assert entry.summary.en in lines
