# ruff: noqa: E501 - rows of tables

import pytest
from tests.tools.shelf import Judged, rules

SKELETON = "configs/ctrgcn/README.md"
PYSKL = {
    SKELETON: """
| Dataset | Annotation | GPUs | Joint Top1 | Bone Top1 | Two-Stream Top1 |
| :---: | :---: | :---: | :---: | :---: | :---: |
| NTURGB+D XSub | HRNet 2D Skeleton | 8 | [joint_config](/configs/ctrgcn/ctrgcn_ntu60_xsub_hrnet/j.py): [70.6](x) | [bone_config](/configs/ctrgcn/ctrgcn_ntu60_xsub_hrnet/b.py): [72.7](y) | 74.1 |
""",
    "configs/ctrgcn/ctrgcn_ntu60_xsub_hrnet/j.py": "num_classes=60",
    "configs/ctrgcn/ctrgcn_ntu60_xsub_hrnet/b.py": "num_classes=60",
}


def test_pyskl(told: Judged) -> None:
    found = told("pyskl", PYSKL)
    assert found.refusals == ()
    assert [(str(row.value), row.setting) for row in found.rows] == [
        ("72.7", ("X-Sub", "HRNet 2D Skeleton", "bone")),
        ("70.6", ("X-Sub", "HRNet 2D Skeleton", "joint")),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (SKELETON, "NTURGB+D XSub", "NTURGB+D XView", "details-of-config"),
        (SKELETON, "HRNet 2D", "Official 3D", "details-of-config"),
        (SKELETON, "NTURGB+D XSub", "NTURGB+D 120 XSub", "dataset-of-config"),
        (SKELETON, "hrnet/j.py", "hrnet/jj.py", "no-such-config"),
        ("configs/ctrgcn/ctrgcn_ntu60_xsub_hrnet/j.py", "60", "120", "classes-of-config"),
    ],
)
def test_pyskl_mistakes(told: Judged, file: str, old: str, new: str, rule: str) -> None:
    assert rules(told("pyskl", PYSKL, file, old, new)) == {(rule, "row")}
