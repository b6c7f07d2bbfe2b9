"""Imports go one way, and the contract that says so would notice if they did not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vidstore.config import PACKAGE

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def _lint(root: Path) -> "subprocess.CompletedProcess[str]":
    """Run the contracts of `pyproject.toml` over the package in `root/src`."""
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be changed at will."""
    shutil.copy(PYPROJECT, tmp_path)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "src" / "vidstore", ignore=ignore)
    return tmp_path


def test_imports_go_one_way(copy: Path) -> None:
    told = _lint(copy)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "0 broken" in told.stdout


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("model/text.py", "vidstore.load.yaml"),
        ("load/yaml.py", "vidstore.validate.words"),
        ("validate/words.py", "vidstore.load.entry"),
        ("derive/counts.py", "vidstore.site.build"),
        ("site/build.py", "vidstore.cli.report"),
        ("errors.py", "vidstore.config"),
    ],
)
def test_an_import_the_wrong_way_is_noticed(copy: Path, module: str, imported: str) -> None:
    with (copy / "src" / "vidstore" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\ndef late() -> None:\n    import {imported}\n")
    told = _lint(copy)
    assert told.returncode == 1
    name = "vidstore." + module.removesuffix(".py").replace("/", ".")
    assert f"{name} -> {imported}" in " ".join(told.stdout.split())
