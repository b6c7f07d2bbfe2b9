import pytest
from tests.tools.shelf import Judged, rules

OPEN = "configs/actionformer/README.md"
OPENTAD = {
    OPEN: """
## Results and Models

**THUMOS-14**

| Features | mAP@0.3 | mAP@0.4 | mAP@0.5 | mAP@0.6 | mAP@0.7 | ave. mAP | Config | Download |
| :------: | :-----: | :-----: | :-----: | :-----: | :-----: | :------: | :----: | :------: |
| I3D | 60.00 | 50.00 | 41.00 | 30.00 | 20.00 | 40.20 | [config](thumos_i3d.py) | [model](x) \\| [log](y) |

**ActivityNet-1.3** with CUHK classifier.

| GCN | Features | mAP@0.5 | mAP@0.75 | mAP@0.95 | ave. mAP | Config |
| --- | :------: | :-----: | :------: | :------: | :------: | :----: |
| True | TSP | 45.08 | 28.27 | 5.91 | 27.07 | [config](anet_tsp.py) |
""",
    "configs/actionformer/thumos_i3d.py": "",
    "configs/actionformer/anet_tsp.py": "",
}


def test_opentad(told: Judged) -> None:
    found = told("opentad", OPENTAD)
    assert found.refusals == ()
    settings = {(row.dataset, str(row.value)): row.setting for row in found.rows}
    assert len(settings) == 10
    assert settings["thumos14", "50.00"] == ("features I3D", "IoU 0.4")
    assert settings["activitynet", "27.07"] == (
        "v1.3",
        "GCN",
        "features TSP",
        "CUHK classifier",
        "mean over IoU",
    )


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("| 40.20 | [config]", "| 41.20 | [config]", "mean-of-others"),
        ("28.27", "48.27", "rises-with-iou"),
        ("[config](anet_tsp.py)", "[config](thumos_i3d.py)", "dataset-of-config"),
        ("[config](anet_tsp.py)", "[config](anet_tsn.py)", "no-such-config"),
        ("**THUMOS-14**", "Below:", "unknown-dataset"),
    ],
)
def test_opentad_mistakes(told: Judged, old: str, new: str, rule: str) -> None:
    assert rules(told("opentad", OPENTAD, OPEN, old, new)) == {(rule, "row")}
