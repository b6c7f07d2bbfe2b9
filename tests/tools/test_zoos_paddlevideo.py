import pytest
from tests.tools.shelf import Judged, rules

PADDLE = {
    "docs/en/model_zoo/recognition/tsn.md": """
# TSN
## Test
The test indicators on the validation data set of Kinetics-400 are as follows:

| backbone | Sampling method | num_seg | target_size | Top-1 | checkpoints |
| :------: | :-------------: | :-----: | :---------: | :---: | :----: |
| ResNet50 | TenCrop | 3 | 224 | 49.81 | [TSN_k400.pdparams](https://x.example.org/TSN_k400.pdparams) |
""",
    "docs/zh-CN/model_zoo/recognition/tsn.md": """
# TSN
## 模型测试
在Kinetics-400数据集上的评估精度：

| backbone | 采样方式 | num_seg | target_size | Top-1 | checkpoints |
| :------: | :-------------: | :-----: | :---------: | :---: | :----: |
| ResNet50 | TenCrop | 3 | 224 | 49.81 | [TSN_k400.pdparams](https://x.example.org/TSN_k400.pdparams) |
""",
    "docs/en/model_zoo/segmentation/mstcn.md": """
## Test
Accuracy on Breakfast dataset:

| Model | Acc | F1@0.5 |
| --- | --- | --- |
| paper | 66.3% | 37.9% |
| paddle | 45.2% | 28.8% |
""",
}
EN = "docs/en/model_zoo/recognition/tsn.md"


def test_paddlevideo(told: Judged) -> None:
    found = told("paddlevideo", PADDLE)
    assert found.refusals == ()
    said = [(row.paper, row.dataset, row.metric, str(row.value)) for row in found.rows]
    assert said == [
        ("ms-tcn", "breakfast", "accuracy", "45.2"),
        ("ms-tcn", "breakfast", "f1-at-50", "28.8"),
        ("tsn", "kinetics-400", "top1", "49.81"),
    ]
    assert found.rows[2].kinds == ("en", "zh")
    assert found.rows[2].words.frames == "num_seg 3"


@pytest.mark.parametrize(
    ("old", "new", "rule", "drops"),
    [
        ("49.81", "48.81", "value-statements", "row"),
        ("Kinetics-400", "UCF-101", "dataset-of-config", "row"),
        ("| 3 |", "| 8 |", "frames-statements", "frames"),
        ("| 224 |", "| 256 |", "resolution-statements", "resolution"),
        ("Kinetics-400", "our own videos", "unknown-dataset", "row"),
    ],
)
def test_paddlevideo_mistakes(told: Judged, old: str, new: str, rule: str, drops: str) -> None:
    assert rules(told("paddlevideo", PADDLE, EN, old, new)) == {(rule, drops)}
