from pathlib import Path

import pytest
from tests.site.inspection import tree

from vidstore.site.writing import beside, clear, mend, move_in, remove, swap_in, write_file


def fill(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        write_file(folder / name.replace("__", "/"), content.encode())
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return fill(tmp_path / "site", index="old", papers__x="old x")


def test_a_neighbour_is_hidden_and_on_the_same_file_system(site: Path) -> None:
    assert beside(site, "new") == site.parent / ".site.new"


def test_a_file_is_written_with_its_folders_and_replaces_a_longer_one(tmp_path: Path) -> None:
    write_file(tmp_path / "a/b/c", b"long content")
    write_file(tmp_path / "a/b/c", b"short")
    assert (tmp_path / "a/b/c").read_bytes() == b"short"


def test_a_finished_folder_takes_the_place_of_the_site(site: Path) -> None:
    swap_in(site, fill(beside(site, "new"), index="new"))
    assert tree(site.parent) == {"site/index": b"new"}


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    swap_in(tmp_path / "site", fill(tmp_path / ".site.new", index="new"))
    assert tree(tmp_path) == {"site/index": b"new"}


def test_a_swap_that_fails_brings_the_old_site_back(site: Path) -> None:
    before = tree(site.parent)
    with pytest.raises(FileNotFoundError):
        swap_in(site, beside(site, "new"))
    assert tree(site.parent) == before


def test_a_swap_that_was_interrupted_half_way_is_taken_back(site: Path) -> None:
    before = tree(site)
    site.rename(beside(site, "old"))
    fill(beside(site, "new"), index="half")
    mend(site)
    assert tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_leftovers_of_a_finished_swap_are_cleared_away(site: Path) -> None:
    before = tree(site)
    fill(beside(site, "old"), index="older")
    fill(beside(site, "new"), index="newer")
    mend(site)
    assert tree(site.parent) == {f"site/{name}": content for name, content in before.items()}


def test_staged_files_are_moved_in_and_others_left_alone(site: Path) -> None:
    fresh = fill(
        beside(site, "new"), index="new", papers__x="old x", papers__y="new y", tasks__z="z"
    )
    inode = (site / "papers/x").stat().st_ino

    moved = move_in(site, fresh, ["index", "papers/x", "papers/y", "tasks/z"])

    assert moved == 3
    assert tree(site) == {
        "index": b"new",
        "papers/x": b"old x",
        "papers/y": b"new y",
        "tasks/z": b"z",
    }
    assert (site / "papers/x").stat().st_ino == inode


def test_removing_takes_empty_folders_along_but_never_the_site(site: Path) -> None:
    fill(site, a__b__c__d="1", a__e="2")
    remove(site, ["a/b/c/d", "not/there"])
    assert sorted(tree(site)) == ["a/e", "index", "papers/x"]
    remove(site, ["a/e", "index", "papers/x"])
    assert list(site.iterdir()) == []


def test_clearing_a_link_leaves_what_it_leads_to(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    clear(link)
    assert (site / "index").exists()
    assert not link.is_symlink()
    clear(tmp_path / "nothing")
