import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]


def _counts(project_root: Path, cli: Run) -> dict[str, object]:
    told = cli("stats", "--format", "json", "--root", str(project_root))
    assert told.returncode == 0
    found: dict[str, object] = json.loads(told.stdout)
    return found


def test_counts_what_the_files_say(cli: Run, toy: Path) -> None:
    found = _counts(toy, cli)
    files = list((toy / "catalog").glob("*/*.yml"))
    papers = [path for path in files if path.parent.name == "papers"]
    assert found["total"] == len([p for p in files if p.parent.name not in {"taxonomy", "paths"}])
    assert isinstance(found["fields"], dict)
    assert found["fields"]["paper"]["title"] == len(papers)
    with_arxiv = [path for path in papers if re.search(r"^arxiv:", path.read_text("utf-8"), re.M)]
    assert found["fields"]["paper"]["arxiv"] == len(with_arxiv)
    assert found["results"] == {
        "kites.example.org": 2,
        "papers/silk-line": 1,
        "repos/kitelab": 4,
        "repos/old-winder": 1,
    }
    assert found["runs"] == {"kitelab": 4, "old-winder": 1}


def test_an_entry_with_one_wording_for_both_languages_is_not_complete(cli: Run, toy: Path) -> None:
    before = _counts(toy, cli)["one_language"]
    path = toy / "catalog" / "papers" / "lazy.yml"
    path.write_text("title: Lazy\nsummary: {zh: Same, en: Same}\nadded: 2024-05-01\n", "utf-8")
    assert (before, _counts(toy, cli)["one_language"]) == (0, 1)


def test_prints_tables_in_both_languages(vidstore: Run, toy: Path) -> None:
    english = vidstore("stats", "--root", str(toy)).stdout
    assert re.search(r"^16 entries$", english, re.M)
    assert re.search(r"^  Papers? +5$", english, re.M)
    assert re.search(r"^Texts in both languages: 16 of 16$", english, re.M)
    chinese = vidstore("stats", "--root", str(toy), VIDSTORE_LANG="zh").stdout
    assert re.search(r"^共 16 个条目$", chinese, re.M)


def test_a_catalog_with_findings_is_not_counted(cli: Run, toy: Path) -> None:
    (toy / "catalog" / "papers" / "lazy.yml").write_text("title: Lazy\n", "utf-8")
    told = cli("stats", "--root", str(toy))
    assert (told.returncode, told.stdout) == (1, "")
    assert "E201" in told.stderr
