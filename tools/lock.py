"""Resolve the hashed requirement files from pyproject.toml, without any index address in them.

All files agree: the largest set is resolved first and constrains the others.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GROUPS = {"test": ("build", "test", "lint"), "bench": ("build", "bench"), "site": ("build",)}
HEAD = "# Made by `make lock`. Change pyproject.toml instead.\n"


def lock(name: str, groups: tuple[str, ...], constraints: list[str]) -> None:
    """Resolve one file for every Python and platform that vidstore runs on."""
    target = ROOT / "requirements" / f"{name}.txt"
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--quiet"]
    options += [f"--group={group}" for group in groups]
    options += [f"--constraint={item}" for item in constraints]
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *options]
    subprocess.run([*command, f"--output-file={target}"], check=True, cwd=ROOT)
    target.write_text(HEAD + target.read_text("utf-8"), "utf-8")


def main() -> None:
    """Resolve every file."""
    everything = tuple(dict.fromkeys(group for groups in GROUPS.values() for group in groups))
    lock("all", everything, [])
    for name, groups in GROUPS.items():
        lock(name, groups, ["requirements/all.txt"])
    (ROOT / "requirements" / "all.txt").unlink()


if __name__ == "__main__":
    main()
