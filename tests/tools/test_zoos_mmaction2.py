from decimal import Decimal
from pathlib import Path

import pytest
from tests.tools.shelf import changed, judged

FOLDER = "configs/recognition/tsn"
META, PAGE = f"{FOLDER}/metafile.yml", f"{FOLDER}/README.md"
SMALL = "tsn_imagenet-pretrained-r50_8xb32-1x1x8_kinetics400-rgb"
LARGE = "tsn_imagenet-pretrained-r101_8xb32-1x1x8_kinetics400-rgb"
LONG = "tsn_imagenet-pretrained-r50_8xb32-1x1x16_sthv2-rgb"
HEAD = "| frame sampling strategy | resolution | gpus | backbone | pretrain | top1 acc | top5 acc"
HEAD += " | reference top1 acc | testing protocol | FLOPs | params | config | ckpt |"
RULE = "|" + " :---: |" * 13


def model(name: str, backbone: str, dataset: str, figures: str, sizes: tuple[str, str]) -> str:
    top1, top5 = figures.split()
    return f"""
  - Name: {name}
    Config: {FOLDER}/{name}.py
    In Collection: TSN
    Metadata:
      Architecture: {backbone}
      FLOPs: {sizes[0]}
      Parameters: {sizes[1]}
      Pretrained: ImageNet
      Resolution: 224x224
    Results:
    - Dataset: {dataset}
      Task: Action Recognition
      Metrics:
        Top 1 Accuracy: {top1}
        Top 5 Accuracy: {top5}
    Weights: https://zoo.example.org/{name}_1234.pth
"""


def row(name: str, backbone: str, frames: str, figures: str, sizes: tuple[str, str]) -> str:
    top1, top5 = figures.split()
    cells = [frames, "224x224", "8", backbone, "ImageNet", top1, top5, "[99](x)"]
    cells += ["25 clips x 10 crop", *sizes, f"[config](/{FOLDER}/{name}.py)"]
    cells += [f"[ckpt](https://zoo.example.org/{name}_1234.pth)"]
    return f"| {' | '.join(cells)} |"


FILES = {
    META: "Collections:\n  - Name: TSN\nModels:"
    + model(SMALL, "ResNet50", "Kinetics-400", "61.20 81.90", ("10.5G", "20.25M"))
    + model(LARGE, "ResNet101", "Kinetics-400", "63.4 83.10", ("20.5G", "40.5M"))
    + model(LONG, "ResNet50", "SthV2", "31.00 60.10", ("21000000000", "20250000")),
    PAGE: "\n".join(
        [
            "# TSN\n\n## Results and Models\n\n### Kinetics-400\n",
            HEAD,
            RULE,
            row(SMALL, "ResNet50", "1x1x8", "61.2 81.90", ("10.5G", "20.25M")),
            row(LARGE, "ResNet101 (with care)", "1x1x8", "63.42 83.10", ("20.5G", "40.5M")),
            "\n### Something-Something V2\n",
            HEAD,
            RULE,
            row(LONG, "ResNet50", "1x1x16", "31.00 60.10", ("21G", "20.25M")),
        ]
    ),
    f"{FOLDER}/{SMALL}.py": "model = dict(head=dict(num_classes=400))\nroot = 'data/kinetics400/x'",
    f"{FOLDER}/{LARGE}.py": "model = dict(head=dict(num_classes=400))",
    f"{FOLDER}/{LONG}.py": "model = dict(head=dict(num_classes=174))",
}


def test_what_agrees_is_taken(tmp_path: Path) -> None:
    found = judged(tmp_path, "mmaction2", FILES)
    assert found.refusals == ()
    assert [(row.dataset, row.metric, row.value) for row in found.rows] == [
        ("kinetics-400", "top1", Decimal("63.42")),
        ("kinetics-400", "top1", Decimal("61.20")),
        ("kinetics-400", "top5", Decimal("83.10")),
        ("kinetics-400", "top5", Decimal("81.90")),
        ("something-something-v2", "top1", Decimal("31.00")),
        ("something-something-v2", "top5", Decimal("60.10")),
    ]
    best, long = found.rows[0], found.rows[4]
    assert {len(row.spots) for row in found.rows} == {2}
    assert (best.words.backbone, best.words.views) == (
        "ResNet101 (with care)",
        "25 clips × 10 crops",
    )
    assert (long.params_m, long.gflops) == (Decimal("20.25"), Decimal("21.00"))
    assert best.spot.file == META


ROW, SIZES = "row", "sizes"
META_SMALL = "Top 1 Accuracy: 61.20"
ENTRY = f"Config: {FOLDER}/{SMALL}.py"


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "drops"),
    [
        (META, META_SMALL, "Top 1 Accuracy: 61.30", "value-statements", ROW),
        (META, META_SMALL, "Top 1 Accuracy: about 61", "no-number", ROW),
        (META, META_SMALL, "Top 1 Accuracy: 0.612", "out-of-range", ROW),
        (META, META_SMALL, "Top 1 Precision: 61.20", "unknown-metric", ROW),
        (META, META_SMALL, "Top 1 Accuracy: 1.5\n        Top 1 Accuracy: 2", "unreadable", ROW),
        (META, "Dataset: SthV2", "Dataset: Kinetics-9000", "unknown-dataset", ROW),
        (META, "Dataset: SthV2", "Dataset: Kinetics-400", "dataset-of-config", ROW),
        (META, ENTRY, f"Config: {FOLDER}/{SMALL}", "no-such-config", ROW),
        (META, ENTRY, "Config: ''", "no-config", ROW),
        (
            META,
            "Architecture: ResNet101",
            "Architecture: ResNet50",
            "backbone-statements",
            "backbone",
        ),
        (
            META,
            "Resolution: 224x224",
            "Resolution: 256x256",
            "resolution-statements",
            "resolution",
        ),
        (META, "Pretrained: ImageNet", "Pretrained: None", "pretrain-of-config", "pretrain"),
        (META, "20.25M", "20.35M", "sizes-statements", SIZES),
        (META, "10.5G", "many", "sizes-statements", SIZES),
        (PAGE, "| 1x1x16 |", "| 1x1x8 |", "frames-of-config", "frames"),
        (PAGE, "### Something-Something V2", "### Kinetics-400", "dataset-of-config", ROW),
        (PAGE, "60.10", "30.10", "value-statements", ROW),
        (f"{FOLDER}/{LONG}.py", "174", "400", "classes-of-config", ROW),
    ],
)
def test_a_planted_mistake_is_refused(
    tmp_path: Path, file: str, old: str, new: str, rule: str, drops: str
) -> None:
    found = judged(tmp_path, "mmaction2", changed(FILES, file, old, new))
    assert {(refusal.rule, refusal.drops) for refusal in found.refusals} == {(rule, drops)}
    if drops != ROW:
        assert len(found.rows) == 6


def test_only_the_field_is_dropped(tmp_path: Path) -> None:
    found = judged(tmp_path, "mmaction2", changed(FILES, META, "20.25M", "20.35M"))
    row = next(row for row in found.rows if row.value == Decimal("61.20"))
    assert (row.params_m, row.gflops, row.words.backbone) == (None, None, "ResNet50")


def test_one_statement_alone_is_taken_and_counted(tmp_path: Path) -> None:
    page = "\n".join(line for line in FILES[PAGE].splitlines() if LONG not in line)
    found = judged(tmp_path, "mmaction2", FILES | {PAGE: page})
    alone = [row for row in found.rows if len(row.spots) == 1]
    assert [row.dataset for row in alone] == ["something-something-v2"] * 2


def test_datasets_that_no_config_settles_must_agree(tmp_path: Path) -> None:
    renamed = {name.replace("_sthv2", "_v9"): text for name, text in FILES.items()}
    plain = {name: text.replace("_sthv2", "_v9") for name, text in renamed.items()}
    plain[f"{FOLDER}/{LONG.replace('_sthv2', '_v9')}.py"] = ""
    files = changed(plain, META, "Dataset: SthV2", "Dataset: SthV1")
    found = judged(tmp_path, "mmaction2", files)
    assert {refusal.rule for refusal in found.refusals} == {"dataset-statements"}


def test_a_config_in_two_rows_is_told_apart_by_weights(tmp_path: Path) -> None:
    files = {
        name: text.replace(f"{FOLDER}/{LARGE}.py", f"{FOLDER}/{SMALL}.py")
        for name, text in FILES.items()
    }
    assert len(judged(tmp_path / "a", "mmaction2", files).rows) == 6
    unknown = changed(files, PAGE, "_1234.pth", "_5678.pth")
    found = judged(tmp_path / "b", "mmaction2", unknown)
    assert "named-twice" in {refusal.rule for refusal in found.refusals}


def test_sizes_of_another_backbone_are_dropped(tmp_path: Path) -> None:
    files = {
        name: text.replace("20.5G", "10.5G").replace("40.5M", "20.25M")
        for name, text in FILES.items()
    }
    found = judged(tmp_path, "mmaction2", files)
    wrong = [refusal for refusal in found.refusals if refusal.rule == "sizes-of-another"]
    assert {refusal.spot.row for refusal in wrong} == {SMALL, LARGE}
    assert [row.gflops for row in found.rows] == [None] * 4 + [Decimal("21.00")] * 2


def test_sizes_stay_where_only_the_other_has_two(tmp_path: Path) -> None:
    small = changed(FILES, META, "21000000000", "20500000000")
    small = changed(changed(small, PAGE, "21G", "20.5G"), PAGE, "1x1x16", "1x1x8")
    small = {
        name.replace("1x1x16", "1x1x8"): t.replace("1x1x16", "1x1x8") for name, t in small.items()
    }
    files = {name: text.replace("20250000", "40500000") for name, text in small.items()}
    page = files[PAGE].replace("20.5G | 20.25M", "20.5G | 40.5M")
    found = judged(tmp_path, "mmaction2", files | {PAGE: page})
    assert [row.gflops for row in found.rows if "101" in row.words.backbone] == [
        Decimal("20.5")
    ] * 2
    assert [row.gflops for row in found.rows if row.dataset != "kinetics-400"] == [None] * 2


def test_variants_in_brackets_may_share_sizes_unless_torn(tmp_path: Path) -> None:
    named = {
        name: text.replace("ResNet101 (with care)", "ResNet101").replace(
            "ResNet101", "ResNet50 (IP)"
        )
        for name, text in again("61.50").items()
    }
    shared = {
        name: text.replace("20.5G", "10.5G").replace("40.5M", "20.25M")
        for name, text in named.items()
    }
    assert judged(tmp_path / "a", "mmaction2", shared).refusals == ()
    name = SMALL.replace("1x1x8", "1x1x8-steplr")
    torn = {
        file: "\n".join(
            line.replace("10.5G", "20.5G").replace("20.25M", "40.5M") if name in line else line
            for line in text.replace("FLOPs: 10.5G\n      Parameters: 20.25M", "Epochs: 1").split(
                "\n"
            )
        )
        for file, text in named.items()
    }
    found = judged(tmp_path / "b", "mmaction2", torn)
    assert {refusal.rule for refusal in found.refusals} == {"sizes-of-another"}
    assert {refusal.spot.row for refusal in found.refusals} == {name}


def test_more_frames_do_not_cost_less(tmp_path: Path) -> None:
    cheap = changed(changed(FILES, META, "21000000000", "9000000000"), PAGE, "21G", "9G")
    found = judged(tmp_path, "mmaction2", cheap)
    assert {refusal.rule for refusal in found.refusals} == {"more-frames-cost-less"}
    assert [row.params_m for row in found.rows if row.words.backbone == "ResNet50"] == [None] * 4


def test_top5_is_not_below_top1(tmp_path: Path) -> None:
    files = {name: text.replace("81.90", "51.90") for name, text in FILES.items()}
    found = judged(tmp_path, "mmaction2", files)
    assert {refusal.rule for refusal in found.refusals} == {"top5-below-top1"}
    assert len(found.rows) == 4


def again(top1: str) -> dict[str, str]:
    """The files with the small model once more, trained in another way that no column tells."""
    name = SMALL.replace("1x1x8", "1x1x8-steplr")
    figures, sizes = f"{top1} 81.90", ("10.5G", "20.25M")
    page = FILES[PAGE].replace(
        "\n### Some", row(name, "ResNet50", "1x1x8", figures, sizes) + "\n\n### Some"
    )
    meta = FILES[META] + model(name, "ResNet50", "Kinetics-400", figures, sizes)
    return FILES | {META: meta, PAGE: page, f"{FOLDER}/{name}.py": ""}


def test_models_that_are_described_alike_are_named(tmp_path: Path) -> None:
    found = judged(tmp_path, "mmaction2", again("61.50"))
    assert found.refusals == ()
    named = {row.value: row.setting for row in found.rows if "-steplr" in " ".join(row.setting)}
    assert set(named) == {Decimal("61.50"), Decimal("81.90")}
    assert [row.setting for row in found.rows if row.value == Decimal("61.20")] == [(SMALL,)]


def test_exact_duplicates_are_taken_once(tmp_path: Path) -> None:
    found = judged(tmp_path, "mmaction2", again("61.20"))
    assert found.refusals == ()
    assert len(found.rows) == 6


def test_of_several_stages_the_last_is_the_model(tmp_path: Path) -> None:
    stages = f"[first](/{FOLDER}/{LARGE}.py) [config](/{FOLDER}/{SMALL}.py)"
    files = changed(FILES, PAGE, f"[config](/{FOLDER}/{SMALL}.py)", stages)
    assert len(judged(tmp_path / "a", "mmaction2", files).rows) == 6
    wrong = changed(files, PAGE, "| 61.2 |", "| 61.3 |")
    found = judged(tmp_path / "b", "mmaction2", wrong)
    assert {refusal.rule for refusal in found.refusals} == {"value-statements"}


def two(files: dict[str, str], header: str, cell: str) -> dict[str, str]:
    """The page with two figures in the first cell of a table."""
    page = changed(files, PAGE, "| 61.2 |", f"| {cell} |")
    first, rest = page[PAGE].split("top1 acc", 1)
    return page | {PAGE: f"{first}{header}{rest}"}


def test_two_figures_in_a_cell(tmp_path: Path) -> None:
    clear = two(FILES, "top1 acc (efficient/accurate)", "60.1/61.2")
    clear = changed(clear, PAGE, "| 63.42 |", "| 63.42/65.1 |")
    found = judged(tmp_path / "a", "mmaction2", clear)
    assert found.refusals == ()
    settings = {row.value: row.setting for row in found.rows if row.dataset == "kinetics-400"}
    assert settings[Decimal("61.20")] == ("accurate",)
    assert settings[Decimal("60.1")] == ("efficient",)
    unclear = judged(tmp_path / "b", "mmaction2", two(FILES, "top1 acc", "60.1/61.2"))
    assert unclear.refusals == ()
    wrong = judged(tmp_path / "c", "mmaction2", two(FILES, "top1 acc", "60.1/60.2"))
    assert {refusal.rule for refusal in wrong.refusals} == {"value-statements"}
    alone = two(FILES | {META: "Models: []"}, "top1 acc", "60.1/61.2")
    found = judged(tmp_path / "d", "mmaction2", alone)
    assert {refusal.rule for refusal in found.refusals} == {"which-value"}


def test_methods_that_names_do_not_know(tmp_path: Path) -> None:
    files = {name.replace(FOLDER, "configs/recognition/new"): text for name, text in FILES.items()}
    found = judged(tmp_path, "mmaction2", files)
    assert {refusal.rule for refusal in found.refusals} == {"unknown-method"}
    assert found.rows == ()
