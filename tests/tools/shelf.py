"""Small zoos in git repositories of their own, made for a test."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.zoos.git import Checkout
from tools.zoos.judge import Verdict, judge
from tools.zoos.names import load
from tools.zoos.plan import READERS

Judged = Callable[..., Verdict]
WHO = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def shelved(folder: Path, files: Mapping[str, str]) -> Path:
    """A repository with one commit of these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "zoo")):
        subprocess.run(["git", *WHO, *command], cwd=folder, check=True)
    return folder


def changed(files: Mapping[str, str], name: str, old: str, new: str) -> dict[str, str]:
    """The files with one text replaced, which must be there."""
    assert old in files[name]
    return dict(files) | {name: files[name].replace(old, new)}


def judged(folder: Path, zoo: str, files: Mapping[str, str]) -> Verdict:
    """What is taken and refused of a zoo with these files."""
    names = load()
    checkout = Checkout(shelved(folder, files))
    return judge(READERS[zoo](checkout, names, names.zoos[zoo]), names, names.zoos[zoo])


def rules(found: Verdict) -> set[tuple[str, str]]:
    """Why something was refused, and what is dropped for it."""
    return {(refusal.rule, refusal.drops) for refusal in found.refusals}


def link(name: str) -> str:
    """A link to a file of weights, as tables have them."""
    return f"[`link`](https://zoo.example.org/{name})"
