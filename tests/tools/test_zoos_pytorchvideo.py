# ruff: noqa: E501 - rows of tables
from decimal import Decimal

import pytest
from tests.tools.shelf import Judged, rules

ADDRESS = "https://dl.example.org/model_zoo"
TORCH = {
    "docs/source/model_zoo.md": f"""
### Kinetics-400

arch     | depth | pretrain | frame length x sample rate | top 1 | top 5 | Flops (G) x views | Params (M) | Model
-------- | ----- | -------- | -------------------------- | ----- | ----- | ----------------- | ---------- | -----
SlowFast | R50   | \\-       | 8x8 | 56.94 | 72.69 | 35.71 x 3 x 10 | 14.57 | [link]({ADDRESS}/kinetics/SF\\_8x8\\_R50.pyth)

### Charades

| arch | depth | pretrain | frame length x sample rate | MAP | Flops (G) x views | Params (M) | Model |
| --- | ----- | ------------ | --- | ----- | ----------------- | ----- | ----- |
| SlowFast | R50 | Kinetics 400 | 8x8 | 17.24 | 36.60 x 3 x 10 | 14.00 | [link]({ADDRESS}/charades/SF\\_8x8\\_R50.pyth) |
""",
    "pytorchvideo/models/hub/README.md": """
### Models
torchhub name | arch | depth | frame length x sample rate | top 1 | top 5 |
--------------|------|-------|----------------------------|-------|-------|
slowfast_r50  | SlowFast | R50 | 8x8 | 56.94 | 72.69 |
""",
    "pytorchvideo/models/hub/slowfast.py": f"""
root_dir = "{ADDRESS}/kinetics"
checkpoint_paths = {{
    "slowfast_r50": f"{{root_dir}}/SF_8x8_R50.pyth",
}}
""",
    "hubconf.py": """
from pytorchvideo.models.hub import (
    csn_r101,
    i3d_r50,
    mvit_base_16x4,
    r2plus1d_r50,
    slowfast_r50,
    x3d_m,
)
""",
}
ZOO, HUB = "docs/source/model_zoo.md", "pytorchvideo/models/hub/README.md"


def test_pytorchvideo(told: Judged) -> None:
    found = told("pytorchvideo", TORCH)
    assert found.refusals == ()
    assert [(row.dataset, row.metric, len(row.spots)) for row in found.rows] == [
        ("charades", "map", 1),
        ("kinetics-400", "top1", 2),
        ("kinetics-400", "top5", 2),
    ]
    assert found.rows[1].gflops == Decimal("35.71")
    assert found.rows[1].words.views == "10 clips × 3 crops"


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "drops"),
    [
        (HUB, "56.94", "57.94", "value-statements", "row"),
        (HUB, "8x8", "4x16", "frames-of-config", "frames"),
        (ZOO, "### Charades", "### Something-Something V2", "dataset-of-config", "row"),
        (ZOO, "| 8x8 | 17.24", "| 4x16 | 17.24", "frames-of-config", "frames"),
        ("hubconf.py", "slowfast_r50", "slowfast_r51", "no-such-path", "row"),
    ],
)
def test_pytorchvideo_mistakes(
    told: Judged, file: str, old: str, new: str, rule: str, drops: str
) -> None:
    assert rules(told("pytorchvideo", TORCH, file, old, new)) == {(rule, drops)}
