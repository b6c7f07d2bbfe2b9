import sys
from pathlib import Path

import pytest
from bench.contender import Contender
from bench.measure import CommandError, measure, run
from bench.pages import ADDRESS, CONTENT, DESCRIPTION, TITLE, pages
from bench.synthetic import counts, make

from vidstore.config import Project
from vidstore.intake.catalog import take_in
from vidstore.model.ids import Kind

SIZE = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("synthetic"), SIZE).root


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_loads_without_findings(project: Path) -> None:
    intake = take_in(Project.at(project), 0, fresh=True)
    assert intake.diagnostics == ()
    assert intake.catalog is not None
    assert len(intake.catalog.cards) == SIZE


def test_has_all_kinds_and_mostly_papers(project: Path) -> None:
    catalog = take_in(Project.at(project), 0).catalog
    assert catalog is not None
    kinds = [card.kind for card in catalog.cards.values()]
    assert set(kinds) == set(Kind)
    assert kinds.count(Kind.PAPER) > SIZE / 2


def test_texts_are_in_both_languages(project: Path) -> None:
    catalog = take_in(Project.at(project), 0).catalog
    assert catalog is not None
    for card in catalog.cards.values():
        zh, en = card.summary
        assert any("一" <= char <= "鿿" for char in zh), card.key
        assert not any("一" <= char <= "鿿" for char in en.partition(" ")[2]), card.key


def test_entries_are_as_large_as_real_ones(project: Path) -> None:
    sizes = sorted(path.stat().st_size for path in (project / "catalog" / "papers").glob("*.yml"))
    assert 700 < sizes[len(sizes) // 2] < 2_000


def test_works_build_on_a_few_that_are_a_little_older(project: Path) -> None:
    catalog = take_in(Project.at(project), 0).catalog
    assert catalog is not None
    cards = catalog.cards
    newer = [
        int(card.year) - int(cards[older].year)
        for card in cards.values()
        for older in card.builds_on
    ]
    assert len(newer) > 10
    assert min(newer) >= 0
    assert 0 < sum(newer) / len(newer) < 4


def test_same_seed_same_bytes(project: Path, tmp_path: Path) -> None:
    made = contents(make(tmp_path / "same", SIZE).root)
    assert made == {name: data for name, data in contents(project).items() if name in made}
    assert made != contents(make(tmp_path / "other", SIZE, seed=2).root)


def test_sizes_add_up() -> None:
    assert [sum(counts(number).values()) for number in (60, 1_000, 100_000)] == [
        60,
        1_000,
        100_000,
    ]


def test_a_page_is_taken_apart_and_fits_together(tmp_path: Path) -> None:
    html = (
        '<title>A &amp; B - Synthetic catalog</title><meta name="description" content="D">'
        '<a href="../../en/papers/ab/">x</a><span> A &amp; B </span>'
        '<article class="md"><div class="vs-page">text</div></article><p>end</p>'
    )
    place = tmp_path / "en" / "papers" / "ab"
    place.mkdir(parents=True)
    (place / "index.html").write_text(html, "utf-8")
    (page,) = pages(tmp_path)
    assert (page.lang, page.address, page.title) == ("en", "papers/ab/", "A & B")
    assert page.html == '<div class="vs-page">text</div>'
    slots = {TITLE: "A &amp; B", DESCRIPTION: "D", CONTENT: page.html, ADDRESS: page.address}
    whole = page.frame
    for mark, value in slots.items():
        assert mark in whole
        whole = whole.replace(mark, value)
    assert whole == html


def test_processor_time_and_memory_of_children_count() -> None:
    work = "x = bytearray(256_000_000); sum(range(20_000_000))"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    )
    code, taken = run([sys.executable, "-c", parent])
    _, alone = run([sys.executable, "-c", "import subprocess"])
    assert code == 0
    assert taken.cpu > alone.cpu
    assert taken.peak > 256_000_000
    assert taken.largest > 256_000_000 > alone.largest


def test_a_failing_command_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="out of luck"):
        measure([sys.executable, "-c", "raise SystemExit('out of luck')"], tmp_path, tmp_path)


def test_clearing_takes_outputs_and_caches_away(tmp_path: Path) -> None:
    output, cache = tmp_path / "site", tmp_path / "lock"
    output.mkdir()
    (output / "index.html").write_text("four", "utf-8")
    cache.touch()
    one = Contender("x", ("true",), tmp_path, (output,), (cache,))
    made = one.made()
    assert (made.pages, made.bytes) == (1, 4)
    one.clear()
    assert not list(tmp_path.iterdir())
