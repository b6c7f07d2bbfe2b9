import subprocess
from pathlib import Path

import pytest
from tests.tools.shelf import changed, shelved
from tests.tools.test_zoos_mmaction2 import FILES, META, PAGE
from tools.zoos.__main__ import run
from tools.zoos.model import ZooError
from tools.zoos.names import load
from tools.zoos.quantities import crops_clips, giga, millions, same, values, views
from tools.zoos.rows import rewritten, scalar
from tools.zoos.words import agree

from vidstore.load.yaml import parse

ENTRY = """\
# a comment on top
name:   TSN   # two spaces
title: "Temporal:  Segments"   
tasks: [ action-recognition ]

implementations:
  # why this one is first
  - repo: elsewhere
    path: lib/tsn.py   # kept
  - {repo: mmaction2, path: configs/old}
  - repo: paddlevideo
    path: configs/recognition/tsn
results:
- dataset: kinetics-400
  metric: top1
  value: 62.5   # by hand
  source: {paper: tsn}
- dataset: ucf101
  metric: top1
  value: 9.5
  source: {repo: mmaction2, path: gone.md}

# before the date
added: 2026-01-02
sources:
  title: a/b@0123456:README.md
"""  # noqa: W291
PLAIN = "title: A\nsummary: {zh: 甲, en: B}\nadded: 2026-01-02\n"


def catalog(folder: Path, **entries: str) -> Path:
    there = {"datasets": ("kinetics-400", "something-something-v2"), "repos": ("mmaction2",)}
    for kind, names in there.items():
        (folder / kind).mkdir(parents=True)
        for name in names:
            (folder / kind / f"{name}.yml").touch()
    (folder / "papers").mkdir(parents=True)
    for name, text in entries.items():
        (folder / "papers" / f"{name}.yml").write_bytes(text.encode())
    return folder


def command(tmp_path: Path, *more: str) -> list[str]:
    return [
        "mmaction2",
        f"--checkout=mmaction2={tmp_path / 'zoo'}",
        f"--catalog={tmp_path / 'catalog'}",
        f"--reports={tmp_path}",
        *more,
    ]


@pytest.fixture
def zoo(tmp_path: Path) -> Path:
    shelved(tmp_path / "zoo", FILES)
    return tmp_path


def test_other_bytes_survive(zoo: Path) -> None:
    papers = catalog(zoo / "catalog", tsn=ENTRY, other=PLAIN) / "papers"
    assert run(command(zoo, "--read=2026-05-04")) == 0
    text = (papers / "tsn.yml").read_bytes().decode()
    head, _, rest = ENTRY.partition("  - {repo: mmaction2")
    assert text.startswith(head + "  - repo: mmaction2\n    path: configs/recognition/tsn\n")
    assert "\n  - repo: paddlevideo\n    path: configs/recognition/tsn\nresults:\n" in text
    assert "\n- dataset: kinetics-400\n  metric: top1\n  value: 62.5   # by hand\n" in text
    assert text.endswith(
        "\n\n# before the date\nadded: 2026-01-02\n" + rest.rpartition("-02\n")[2]
    )
    assert text.index("value: 63.42") < text.index("value: 62.5 ") < text.index("value: 61.20")
    assert "gone.md" not in text
    assert (papers / "other.yml").read_bytes() == PLAIN.encode()


def test_rows_are_sorted_and_complete(zoo: Path) -> None:
    papers = catalog(zoo / "catalog", tsn=PLAIN) / "papers"
    run(command(zoo, "--read=2026-05-04"))
    text = (papers / "tsn.yml").read_text("utf-8")
    raw = parse(text.encode(), "tsn.yml").raw
    assert isinstance(raw, dict)
    assert [(row["dataset"], row["metric"], row["value"]) for row in raw["results"]] == [
        ("kinetics-400", "top1", "63.42"),
        ("kinetics-400", "top1", "61.20"),
        ("kinetics-400", "top5", "83.10"),
        ("kinetics-400", "top5", "81.90"),
        ("something-something-v2", "top1", "31.00"),
        ("something-something-v2", "top5", "60.10"),
    ]
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=zoo / "zoo", capture_output=True, text=True, check=True
    ).stdout[:12]
    assert raw["results"][1] == {
        "dataset": "kinetics-400",
        "metric": "top1",
        "value": "61.20",
        "setting": "25 clips × 10 crops",
        "backbone": "ResNet50",
        "pretrain": "ImageNet",
        "frames": "1x1x8",
        "resolution": "224x224",
        "params_m": "20.25",
        "gflops": "10.5",
        "source": {"repo": "mmaction2", "path": META, "commit": commit},
        "read": "2026-05-04",
    }
    assert text.index("implementations:") < text.index("results:") < text.index("added:")


def test_a_second_run_changes_nothing(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers = catalog(zoo / "catalog", tsn=ENTRY) / "papers"
    assert run(command(zoo, "--check")) == 1
    assert (papers / "tsn.yml").read_bytes() == ENTRY.encode()
    assert "+  value: 63.42\n" in capsys.readouterr().out
    run(command(zoo, "--read=2026-05-04"))
    first = (papers / "tsn.yml").read_bytes()
    assert run(command(zoo, "--read=2026-05-04")) == 0
    assert run(command(zoo, "--read=2026-05-04", "--check")) == 0
    assert run(command(zoo)) == 0, "without a date, rows keep theirs"
    assert (papers / "tsn.yml").read_bytes() == first
    assert run(command(zoo, "--read=2026-06-07", "--check")) == 1


def test_a_row_that_is_refused_later_goes(zoo: Path) -> None:
    papers = catalog(zoo / "catalog", tsn=PLAIN) / "papers"
    run(command(zoo))
    gone = shelved(zoo / "b", changed(FILES, PAGE, "63.42", "99.42"))
    arguments = [each.replace(str(zoo / "zoo"), str(gone)) for each in command(zoo)]
    assert run(arguments) == 0
    text = (papers / "tsn.yml").read_text("utf-8")
    assert "value: 83.10" in text
    assert "value: 63.42" not in text


def test_the_report(zoo: Path) -> None:
    shelved(zoo / "b", changed(FILES, PAGE, "63.42", "99.42"))
    catalog(zoo / "catalog")
    arguments = [each.replace(str(zoo / "zoo"), str(zoo / "b")) for each in command(zoo)]
    run(arguments)
    page = (zoo / "mmaction2.md").read_text("utf-8")
    assert "- results taken: 5, of which given by one statement alone: 0\n" in page
    assert "## Waiting for an entry\n\n- `papers/tsn`\n" in page
    assert "### value-statements: 1\n" in page
    assert "top1 acc: 99.42" in page
    assert "- kinetics-400 top1 61.20 (ResNet50, 1x1x8): `configs/" in page


def test_rows_wait_for_the_entry_of_their_dataset(zoo: Path) -> None:
    folder = catalog(zoo / "catalog", tsn=PLAIN)
    (folder / "datasets" / "something-something-v2.yml").unlink()
    run(command(zoo))
    text = (folder / "papers" / "tsn.yml").read_text("utf-8")
    assert "dataset: kinetics-400" in text
    assert "something-something-v2" not in text
    page = (zoo / "mmaction2.md").read_text("utf-8")
    assert "- `datasets/something-something-v2`\n" in page
    (folder / "datasets" / "something-something-v2.yml").touch()
    run(command(zoo))
    assert "something-something-v2" in (folder / "papers" / "tsn.yml").read_text("utf-8")


def test_nothing_is_written_before_the_zoo_has_an_entry(zoo: Path) -> None:
    folder = catalog(zoo / "catalog", tsn=PLAIN)
    (folder / "repos" / "mmaction2.yml").unlink()
    run(command(zoo))
    assert (folder / "papers" / "tsn.yml").read_bytes() == PLAIN.encode()
    assert "- `repos/mmaction2`\n" in (zoo / "mmaction2.md").read_text("utf-8")


def test_whose_code_it_is_stays(zoo: Path) -> None:
    own = "  - repo: mmaction2\n    path: configs/recognition/tsn\n    official: true\n"
    folder = catalog(zoo / "catalog", tsn=f"{PLAIN}implementations:\n{own}")
    run(command(zoo))
    raw = parse((folder / "papers" / "tsn.yml").read_bytes(), "tsn.yml").raw
    assert isinstance(raw, dict)
    assert [each.get("official") for each in raw["implementations"]] == ["true"]
    assert run([*command(zoo), "--check"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nozoo", "--checkout=nozoo=."], "nozoo: no such zoo; there are mmaction2"),
        (["mmaction2"], "mmaction2: where is it?"),
        (["--checkout=mmaction2"], "NAME=DIR is expected"),
        (["--checkout=mmaction2=/no/such/place"], "no such folder"),
        (["--checkout=mmaction2=.", "--read=today"], "YYYY-MM-DD is expected"),
    ],
)
def test_errors_are_messages(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert message in capsys.readouterr().err


def test_a_folder_that_is_no_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run([f"--checkout=mmaction2={tmp_path}"]) == 2
    assert "git: fatal" in capsys.readouterr().err


def test_a_block_in_one_line_is_not_taken_apart() -> None:
    zoo = load().zoos["mmaction2"]
    with pytest.raises(ZooError, match=r"a\.yml: write `results` with one item below the other"):
        rewritten("results: [{dataset: a}]\n", "a.yml", zoo, ([], []))
    assert rewritten("a: b\nresults: []\n", "a.yml", zoo, ([], [])) == "a: b\nresults: []\n"


@pytest.mark.parametrize(
    "text",
    ["8x8x1", "a: b", "a #b", "10 clips × 3 crops", "- a", "v2.2", "@x", "a:b", "'", '"', "x,"],
)
def test_scalars_are_read_as_they_were(text: str) -> None:
    assert parse(f"- a: {scalar(text)}\n".encode(), "x").raw == [{"a": text}]


@pytest.mark.parametrize(
    ("one", "other", "same_thing"),
    [
        ("MViT-small", "MViTv2-S*", True),
        ("ViT Base", "Vision Transformer", True),
        ("ResNet-50", "SlowFast ResNet50 (with context)", True),
        ("ImageNet", "imagenet-1k", True),
        ("Swin-S", "Swin-L", False),
        ("ResNet50", "ResNet101", False),
        ("ImageNet-1K", "ImageNet-22K", False),
    ],
)
def test_words_that_agree(one: str, other: str, same_thing: bool) -> None:
    assert agree(one, other) is agree(other, one) is same_thing


def test_quantities() -> None:
    assert [str(giga(text)) for text in ("102.7G", "0.1T", "1.96", "32962097536", "x")] == [
        "102.7",
        "100",
        "1.96",
        "32.96",
        "None",
    ]
    assert [str(millions(text)) for text in ("24.33M", "3794322", "217.6", "1.2B")] == [
        "24.33",
        "3.79",
        "217.6",
        "1200",
    ]
    one, two = values("74.1/74.12")
    assert same(one, two)
    assert not same(one, values("74.25")[0])
    assert not same(one, values("74.2")[0])
    assert values("74.1 (best)") == ()
    assert (views("10 clips x 3 crop"), crops_clips("1 x 5")) == (
        "10 clips × 3 crops",
        "5 clips × 1 crop",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("datasets: {}\n", "not as its first lines say"),
        ("datasets: [\n", "cannot be read"),
        (
            "datasets:\n  a:\n    labels: {K4: x}\n  b:\n    labels: {k4: y}\nmetrics: {}\n",
            "stands for two things",
        ),
    ],
)
def test_names_that_are_wrong_are_a_message(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "names.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ZooError, match=message):
        load(file)


def test_an_entry_that_is_not_utf8_is_a_message(
    zoo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = catalog(zoo / "catalog", tsn=PLAIN) / "papers"
    (papers / "tsn.yml").write_bytes(PLAIN.encode("gbk"))
    assert run(command(zoo)) == 2
    assert "tsn.yml: not UTF-8" in capsys.readouterr().err
