"""Somebody who runs plain MkDocs at the root of the project is told what to run instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("arguments", "instead"),
    [
        (["build"], "vidstore build"),
        (["build", "--strict", "--clean"], "vidstore build"),
        (["serve", "--dev-addr", "127.0.0.1:0"], "vidstore serve"),
    ],
    ids=["build", "build strictly", "serve"],
)
def test_plain_mkdocs_ends_with_one_clear_sentence(
    tmp_path: Path, arguments: list[str], instead: str
) -> None:
    target = ["--site-dir", str(tmp_path / "site")] if arguments[0] == "build" else []
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", *arguments, *target],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert done.returncode != 0
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert [line for line in said if instead in line] == said
    assert len(said) == 1
    assert not (tmp_path / "site").exists()
