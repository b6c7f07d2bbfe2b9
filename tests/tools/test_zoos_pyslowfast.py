# ruff: noqa: E501 - rows of tables
from decimal import Decimal

import pytest
from tests.tools.shelf import Judged, link, rules

SLOW = {
    "MODEL_ZOO.md": f"""
## Kinetics 400 and 600

| architecture | size | crops x clips | frame length x sample rate | top1 | top5 | model | config | dataset |
| ---- | ---- | ---- | ---- | ---- | ---- | ---- | ---- | ---- |
| SlowFast | R50 | 3 x 10 | 8 x 8 | 57.0 | 72.6 | {link("a.pkl")} | Kinetics/SF | K400 |
| MViTv2 | S | 1 x 5 | 16 x 4 | 61.0 | 74.6 | {link("b.pyth")} | Kinetics/M | K400 |

## AVA

| architecture | size | Pretrain Model | frame length x sample rate | MAP | AVA version | model |
| --- | --- | --- | --- | --- | --- | --- |
| SlowFast | R101 | [Kinetics 600](x) | 8 x 8 | 18.2 | 2.1 | {link("SF_AVA.pkl")} |
""",
    "projects/mvitv2/README.md": f"""
### Kinetics-400

| name | frame length x sample rate | top1 | top5 | Flops (G) x views | #params (M) | model | config |
| --- | --- | --- | --- | --- | --- | --- | --- |
| MViTv2-S | 16 x 4 | 61.0 | 74.6 | 44 x 1 x 5 | 14.5 | {link("b.pyth")} | Kinetics/M |
""",
    "projects/contrastive_ssl/README.md": f"""
## Kinetics 400 and 600

| method | &rho;| architecture | size | frames x sampling | pretrain data | K400-linear | AVA | model | config |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| MoCo | 2 | Slow-only | R50 | 8 x 8 | Kinetics-400 | 46.6 | 9.7 | {link("m2")} | contrastive_ssl/M |
| MoCo | 4 | Slow-only | R50 | 8 x 8 | Kinetics-400 | 47.6 | xx | {link("m4")} | contrastive_ssl/M |
""",
    "configs/Kinetics/SF.yaml": """
TRAIN:
  DATASET: kinetics
DATA:
  NUM_FRAMES: 32
  SAMPLING_RATE: 2
SLOWFAST:
  ALPHA: 4
MODEL:
  NUM_CLASSES: 400
""",
    "configs/Kinetics/M.yaml": "TRAIN:\n  DATASET: kinetics\nMODEL:\n  NUM_CLASSES: 400\n",
    "configs/AVA/SF_AVA.yaml": "TRAIN:\n  DATASET: ava\nMODEL:\n  NUM_CLASSES: 80\n",
    "configs/contrastive_ssl/M.yaml": "TRAIN:\n  DATASET: kinetics\nMODEL:\n  NUM_CLASSES: 128\n",
}


def test_pyslowfast(told: Judged) -> None:
    found = told("pyslowfast", SLOW)
    assert found.refusals == ()
    rows = {(row.paper, row.dataset, row.metric, str(row.value)): row for row in found.rows}
    assert set(rows) == {
        ("slowfast", "kinetics-400", "top1", "57.0"),
        ("slowfast", "kinetics-400", "top5", "72.6"),
        ("slowfast", "ava", "map", "18.2"),
        ("mvitv2", "kinetics-400", "top1", "61.0"),
        ("mvitv2", "kinetics-400", "top5", "74.6"),
        ("rho-byol", "kinetics-400", "top1", "46.6"),
        ("rho-byol", "kinetics-400", "top1", "47.6"),
        ("rho-byol", "ava", "map", "9.7"),
    }
    mvit = rows["mvitv2", "kinetics-400", "top1", "61.0"]
    assert len(mvit.spots) == 2
    assert (mvit.words.views, mvit.words.frames) == ("5 clips × 1 crop", "16x4")
    assert (mvit.params_m, mvit.gflops) == (Decimal("14.5"), Decimal(44))
    ava = rows["slowfast", "ava", "map", "18.2"]
    assert (ava.setting, ava.words.pretrain) == (("v2.1",), "Kinetics-600")
    probe = rows["rho-byol", "kinetics-400", "top1", "47.6"]
    assert probe.setting == ("linear probe", "MoCo, rho 4")


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "drops"),
    [
        ("MODEL_ZOO.md", "61.0", "61.5", "value-statements", "row"),
        ("MODEL_ZOO.md", "| 1 x 5 |", "| 3 x 5 |", "views-statements", "views"),
        ("MODEL_ZOO.md", "| 16 x 4 |", "| 32 x 3 |", "frames-statements", "frames"),
        ("MODEL_ZOO.md", "| 8 x 8 | 57.0", "| 4 x 16 | 57.0", "frames-of-config", "frames"),
        ("MODEL_ZOO.md", "Kinetics/SF |", "Kinetics/SG |", "no-such-config", "row"),
        ("MODEL_ZOO.md", "SF_AVA.pkl", "unheard_of.pkl", "no-such-config", "row"),
        ("MODEL_ZOO.md", "| SlowFast | R50", "| NewNet | R50", "unknown-method", "row"),
        ("configs/Kinetics/SF.yaml", "kinetics", "ssv2", "dataset-of-config", "row"),
        ("configs/AVA/SF_AVA.yaml", "80", "400", "classes-of-config", "row"),
        ("configs/Kinetics/SF.yaml", "ALPHA: 4", "ALPHA: 8", "frames-of-config", "frames"),
    ],
)
def test_pyslowfast_mistakes(
    told: Judged, file: str, old: str, new: str, rule: str, drops: str
) -> None:
    assert rules(told("pyslowfast", SLOW, file, old, new)) == {(rule, drops)}
