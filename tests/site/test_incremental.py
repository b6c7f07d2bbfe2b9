"""A build after an edit gives the same bytes as a full build, and writes only what differs."""

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.conftest import Build
from tests.site.inspection import differing, tree

from vidstore.config import shipped_templates
from vidstore.site.engine import Engine

Edit = Callable[[Path], None]
Stats = dict[str, tuple[int, int]]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}"
    path.write_text(text.replace(old, new), "utf-8")


def own_template(root: Path, name: str, old: str, new: str) -> None:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(shipped_templates() / name, path)
    replace(path, old, new)


NEW_ENTRY = """\
title: A Kite from a Newspaper
authors: [Ada Quill]
year: 2024
tasks: [landing]
family: flat
builds_on: [box-kite]
summary: {zh: 用报纸糊的风筝。, en: A kite made of a newspaper.}
links: {paper: "https://kites.example.org/papers/newspaper"}
added: 2024-06-01
"""


def change_summary(root: Path) -> None:
    replace(
        root / "catalog/papers/tailless.yml", "Two lines and no tail.", "No tail, *two* lines."
    )


def change_title(root: Path) -> None:
    replace(root / "catalog/papers/box-kite.yml", "name: BoxKite", "name: Boxy")


def change_tasks(root: Path) -> None:
    replace(root / "catalog/papers/tailless.yml", "tasks: [steering]", "tasks: [lifting, landing]")


def change_year_and_family(root: Path) -> None:
    replace(root / "catalog/papers/tailless.yml", "2011", "1999")
    replace(root / "catalog/papers/tailless.yml", "family: stunt", "family: flat")


def change_status(root: Path) -> None:
    replace(root / "catalog/papers/tailless.yml", "status: archived", "status: active")


def change_name_of_person(root: Path) -> None:
    replace(root / "catalog/people/lin-yuan.yml", "aliases: [Y. Lin]", "aliases: [Ada Quill]")


def change_result(root: Path) -> None:
    replace(root / "catalog/papers/box-kite.yml", "value: 74.10", "value: 95.5")


def change_cost(root: Path) -> None:
    replace(root / "catalog/papers/tailless.yml", "gflops: 150", "gflops: 0.1")


def change_weights(root: Path) -> None:
    replace(root / "catalog/papers/box-kite.yml", "weights/box.bin", "weights/box-2.bin")


def delete_results(root: Path) -> None:
    for path in sorted(root.glob("catalog/papers/*.yml")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^results:\n(?:[ -].*\n)+", "", text, flags=re.M), "utf-8")


def change_name_of_dataset(root: Path) -> None:
    replace(root / "catalog/datasets/sky-hundred.yml", "name: Sky100", "name: SkyC")


def change_name_of_repo(root: Path) -> None:
    replace(root / "catalog/repos/old-winder.yml", "name: Old Winder", "name: Winder")


def change_address_of_repo(root: Path) -> None:
    replace(root / "catalog/repos/kitelab.yml", "kite-example/kitelab", "kite-example/lab")


def add_entry(root: Path) -> None:
    (root / "catalog/papers/newspaper.yml").write_text(NEW_ENTRY, "utf-8")


def delete_entry(root: Path) -> None:
    (root / "catalog/platforms/quiet-hill.yml").unlink()


def rename_entry(root: Path) -> None:
    (root / "catalog/platforms/quiet-hill.yml").rename(root / "catalog/platforms/loud-hill.yml")


def rename_entry_that_others_name(root: Path) -> None:
    (root / "catalog/papers/silk-line.yml").rename(root / "catalog/papers/silk.yml")
    for path in sorted(root.glob("catalog/**/*.yml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("silk-line", "silk"), "utf-8")


def change_word_of_taxonomy(root: Path) -> None:
    replace(root / "catalog/taxonomy/tasks.yml", "en: Lifting", "en: Going up")


def add_word_to_taxonomy(root: Path) -> None:
    path = root / "catalog/taxonomy/tags.yml"
    path.write_text(path.read_text("utf-8") + "windy:\n  name: Windy\n", "utf-8")


def change_section(root: Path) -> None:
    replace(root / "catalog/sections.yml", "kind: platform", "kind: person")


def change_site(root: Path) -> None:
    replace(root / "catalog/site.yml", "en: Kite Corner", "en: Kites")


def change_guide(root: Path) -> None:
    replace(root / "docs/en/guides/first-kite.md", "one knot", "one good knot")


def change_title_of_guide(root: Path) -> None:
    replace(root / "docs/en/guides/first-kite.md", "# ", "# Not ")


def change_path(root: Path) -> None:
    replace(root / "catalog/paths/first-summer.yml", "It draws the plans.", "It draws.")


def delete_path(root: Path) -> None:
    (root / "catalog/paths/first-summer.yml").unlink()
    replace(root / "catalog/site.yml", "paths: [first-summer]\n", "")


def add_guide(root: Path) -> None:
    (root / "docs/en/guides/indoors.md").write_text("# Flying indoors\n\nNo wind.\n", "utf-8")


def delete_guide(root: Path) -> None:
    (root / "docs/zh/guides/indoors.md").unlink()


def change_template(root: Path) -> None:
    own_template(root, "partials/row.html.j2", "<li class=", "<li data-own class=")


def change_sentence(root: Path) -> None:
    path = root / "templates/locale/en.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("ui: {whats_new: Just arrived}\n", "utf-8")


def change_figure(root: Path) -> None:
    replace(root / "catalog/figures/tail.en.svg", "Tail</text>", "A tail</text>")


def change_style(root: Path) -> None:
    shutil.copytree(shipped_templates() / "theme", root / "templates/theme", dirs_exist_ok=True)
    path = root / "templates/theme/assets/vidstore.css"
    path.write_text(path.read_text("utf-8") + "\n.vs-own { color: red; }\n", "utf-8")


def change_style_again(root: Path) -> None:
    path = root / "templates/theme/assets/vidstore.css"
    if not path.exists():
        change_style(root)
    path.write_text(path.read_text("utf-8") + "\n.vs-own { color: blue; }\n", "utf-8")


EDITS_OF_ENTRIES: tuple[Edit, ...] = (
    change_summary,
    change_title,
    change_tasks,
    change_year_and_family,
    change_status,
    change_name_of_person,
    change_result,
    change_cost,
    change_weights,
    change_name_of_dataset,
    change_name_of_repo,
    change_address_of_repo,
    delete_results,
    change_path,
    add_entry,
    delete_entry,
    rename_entry,
)
DELETING = {delete_entry, delete_path, delete_results}
"""Edits that others cannot follow."""
OTHER_EDITS: tuple[Edit, ...] = (
    rename_entry_that_others_name,  # a section does, too
    change_word_of_taxonomy,
    add_word_to_taxonomy,
    change_section,
    change_site,
    change_guide,
    change_title_of_guide,
    delete_path,
    add_guide,
    delete_guide,
    change_template,
    change_sentence,
    change_figure,
    change_style,
)


def let_time_pass(root: Path) -> None:
    """Make every file an hour old: vidstore does not remember what was written just now."""
    hour_ago = time.time() - 3600
    for path in root.glob("catalog/**/*.yml"):
        os.utime(path, (hour_ago, hour_ago))


def stats(site: Path) -> Stats:
    found = {}
    for path in site.rglob("*"):
        if path.is_file():
            stat = path.stat()
            found[path.relative_to(site).as_posix()] = (stat.st_ino, stat.st_mtime_ns)
    return found


@pytest.fixture
def as_if_built_afresh(
    toy: Path, tmp_path: Path, build_toy: Build
) -> Callable[..., dict[str, bytes]]:
    """The tree of a first build of the project as it is now, made in another place.

    With `spare_engine`, the engine's own pages are taken along.
    """
    places = iter(range(1000))

    def build(engine: Engine = Engine.MKDOCS, *, spare_engine: bool = False) -> dict[str, bytes]:
        elsewhere = tmp_path / f"elsewhere-{next(places)}"
        shutil.copytree(toy, elsewhere, ignore=shutil.ignore_patterns("site", ".vidstore"))
        if spare_engine:
            kept = f".vidstore/{engine}"
            shutil.copytree(toy / kept, elsewhere / kept)
        assert build_toy(root=elsewhere, engine=engine, full=not spare_engine).diagnostics == ()
        return tree(elsewhere / "site")

    return build


@pytest.mark.parametrize("edit", [*EDITS_OF_ENTRIES, *OTHER_EDITS], ids=lambda edit: edit.__name__)
def test_a_build_after_an_edit_is_the_same_as_a_full_build(
    toy: Path,
    build_toy: Build,
    as_if_built_afresh: Callable[..., dict[str, bytes]],
    edit: Edit,
) -> None:
    let_time_pass(toy)
    build_toy()
    before, stats_before = tree(toy / "site"), stats(toy / "site")

    edit(toy)
    built = build_toy()

    assert built.diagnostics == ()
    after = tree(toy / "site")
    assert differing(after, as_if_built_afresh(spare_engine=edit in EDITS_OF_ENTRIES)) == []
    assert differing(before, after) != [], "the edit shows nowhere; it tests nothing"
    if edit in EDITS_OF_ENTRIES:
        stats_after = stats(toy / "site")
        same = {name for name in before if after.get(name) == before[name]}
        assert {name for name in same if stats_after[name] != stats_before[name]} == set()
        assert built.written == len(after.keys() - same) - 1  # the marker is not counted


def test_a_drawing_follows_an_edit_of_an_ancestor_that_is_no_neighbour(
    toy: Path, build_toy: Build, as_if_built_afresh: Callable[..., dict[str, bytes]]
) -> None:
    add_entry(toy)
    replace(toy / "catalog/papers/newspaper.yml", "[box-kite]", "[tailless]")
    build_toy()
    page = toy / "site/en/papers/newspaper/index.html"
    assert ">BoxKite</text>" in page.read_text("utf-8")

    change_title(toy)
    build_toy()

    assert ">Boxy</text>" in page.read_text("utf-8")
    assert differing(tree(toy / "site"), as_if_built_afresh(spare_engine=True)) == []


def test_a_build_after_an_edit_is_the_same_as_a_full_build_with_zensical_too(
    toy: Path, build_toy: Build, as_if_built_afresh: Callable[..., dict[str, bytes]]
) -> None:
    build_toy(engine=Engine.ZENSICAL)
    for edit in (change_summary, change_guide):
        edit(toy)
        build_toy(engine=Engine.ZENSICAL)
        assert differing(tree(toy / "site"), as_if_built_afresh(Engine.ZENSICAL)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_a_series_of_edits_in_any_order_ends_where_a_full_build_does(
    toy: Path, build_toy: Build, as_if_built_afresh: Callable[..., dict[str, bytes]], seed: int
) -> None:
    order = random.Random(seed)
    others = order.sample([e for e in OTHER_EDITS if e is not change_style], 3)
    edits = [*(e for e in EDITS_OF_ENTRIES if e not in DELETING), *others]
    order.shuffle(edits)
    let_time_pass(toy)
    build_toy()
    for edit in [*edits, change_style_again]:
        edit(toy)
        if order.random() < 0.5:
            let_time_pass(toy)
        assert build_toy().diagnostics == ()
    done = " → ".join(edit.__name__ for edit in edits)
    assert differing(tree(toy / "site"), as_if_built_afresh()) == [], done


def test_a_second_build_writes_nothing(toy: Path, build_toy: Build) -> None:
    build_toy()
    before = stats(toy / "site")

    built = build_toy()

    assert (built.written, built.removed) == (0, 0)
    assert stats(toy / "site") == before


def test_an_edit_that_is_taken_back_leaves_no_trace(toy: Path, build_toy: Build) -> None:
    build_toy()
    before = tree(toy / "site")
    path = toy / "catalog/papers/tailless.yml"
    text = path.read_text("utf-8")
    change_tasks(toy)
    build_toy()
    path.write_text(text, "utf-8")
    build_toy()

    assert differing(tree(toy / "site"), before) == []


def test_a_deleted_entry_leaves_no_folder(toy: Path, build_toy: Build) -> None:
    build_toy()
    delete_entry(toy)
    built = build_toy()

    assert built.removed == 3  # a page in each language, and a file of the API
    assert not (toy / "site/platforms/quiet-hill").exists()
    assert not (toy / "site/en/platforms/quiet-hill").exists()
    assert not (toy / "site/api/platforms/quiet-hill.json").exists()
    assert "/quiet-hill/" not in (toy / "site/sitemap.xml").read_text("utf-8")


def test_a_site_that_was_deleted_is_built_again(toy: Path, build_toy: Build) -> None:
    build_toy()
    before = tree(toy / "site")
    shutil.rmtree(toy / "site")
    build_toy()

    assert differing(tree(toy / "site"), before) == []


def test_a_lost_cache_costs_a_full_build_and_no_more(toy: Path, build_toy: Build) -> None:
    build_toy()
    before = tree(toy / "site")
    shutil.rmtree(toy / ".vidstore")
    build_toy()

    assert differing(tree(toy / "site"), before) == []


@pytest.mark.parametrize("name", ["cards.msgpack", "site-*.msgpack", "footprints.msgpack"])
@pytest.mark.parametrize("content", [b"", b"\xc1rubbish", b"\x93\x01\x02\x03"])
def test_a_spoilt_cache_is_not_believed(
    toy: Path, build_toy: Build, name: str, content: bytes
) -> None:
    let_time_pass(toy)
    build_toy()
    before = tree(toy / "site")
    spoilt = list((toy / ".vidstore").glob(name))
    assert spoilt
    for path in spoilt:
        path.write_bytes(content)
    build_toy()

    assert differing(tree(toy / "site"), before) == []


def test_two_sites_of_one_project_do_not_mix(toy: Path, build_toy: Build) -> None:
    build_toy()
    build_toy(site=toy / "public")
    change_summary(toy)
    build_toy(site=toy / "public")

    assert "No tail, <em>two</em> lines." in (toy / "public/en/papers/index.html").read_text(
        "utf-8"
    )
    assert "Two lines and no tail." in (toy / "site/en/papers/index.html").read_text("utf-8")
    build_toy()
    assert differing(tree(toy / "site"), tree(toy / "public")) == []


def test_the_other_engine_replaces_the_whole_site(toy: Path, build_toy: Build) -> None:
    build_toy()
    build_toy(engine=Engine.ZENSICAL)
    mixed = tree(toy / "site")
    build_toy(site=toy / "public", engine=Engine.ZENSICAL, full=True)

    assert differing(mixed, tree(toy / "public")) == []
