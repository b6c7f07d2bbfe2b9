from collections.abc import Callable
from pathlib import Path

import pytest

from vidstore.config import Project
from vidstore.site.manifest import MARKER, Manifest, forget, is_ours, recall, remember

MANIFEST = Manifest("stamp", "token", {"papers/": "1"}, {"sitemap.xml": "2"})


@pytest.fixture
def site(project: Project) -> Path:
    folder = project.root / "site"
    folder.mkdir()
    (folder / MARKER).write_text("token")
    remember(project, folder, MANIFEST)
    return folder


def test_a_manifest_is_recalled_for_its_site(project: Project, site: Path) -> None:
    assert recall(project, site) == MANIFEST


@pytest.mark.parametrize(
    "spoil", ["other token", "no marker", "no site", "binary marker", "forgotten"]
)
def test_a_manifest_that_is_not_of_the_site_as_it_lies_there_is_not_recalled(
    project: Project, site: Path, spoil: str
) -> None:
    marker = site / MARKER
    actions: dict[str, Callable[[], object]] = {
        "other token": lambda: marker.write_text("other"),
        "no marker": lambda: marker.rename(site / "other"),
        "no site": lambda: site.rename(site.with_name("elsewhere")),
        "binary marker": lambda: marker.write_bytes(b"\xff\xfe"),
        "forgotten": lambda: forget(project, site),
    }
    actions[spoil]()
    assert recall(project, site) is None


def test_each_site_has_a_manifest_of_its_own(project: Project, site: Path) -> None:
    assert recall(project, project.root / "other") is None


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x90", b"not msgpack at all"])
def test_a_spoilt_manifest_is_not_recalled(project: Project, site: Path, content: bytes) -> None:
    for path in project.cache.glob("site-*.msgpack"):
        path.write_bytes(content)
    assert recall(project, site) is None


def test_a_folder_is_ours_when_it_is_absent_or_empty_or_carries_the_marker(tmp_path: Path) -> None:
    empty, marked, foreign, file = (
        tmp_path / name for name in ("empty", "marked", "foreign", "file")
    )
    for folder in (empty, marked, foreign):
        folder.mkdir()
    (marked / MARKER).touch()
    (foreign / "thesis.tex").touch()
    file.touch()
    ours = {
        path.name: is_ours(path) for path in (tmp_path / "absent", empty, marked, foreign, file)
    }
    assert ours == {"absent": True, "empty": True, "marked": True, "foreign": False, "file": False}
