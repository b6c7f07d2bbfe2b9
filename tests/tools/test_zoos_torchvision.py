from decimal import Decimal
from pathlib import Path

import pytest
from tests.tools.shelf import Judged, rules, shelved
from tools.zoos.git import opened
from tools.zoos.model import Runnable
from tools.zoos.names import load
from tools.zoos.plan import READERS

VISION = {
    "torchvision/models/video/s3d.py": """
_COMMON_META = {
    "categories": _KINETICS400_CATEGORIES,
    "_docs": "Estimated with parameters `frame_rate=15`, `clips_per_video=1`, and `clip_len=128`.",
}


class S3D_Weights(WeightsEnum):
    KINETICS400_V1 = Weights(
        url="https://x.example.org/s3d.pth",
        transforms=partial(VideoClassification, crop_size=(224, 224), resize_size=(256, 256)),
        meta={
            **_COMMON_META,
            "num_params": 6320488,
            "_metrics": {"Kinetics-400": {"acc@1": 48.368, "acc@5": 68.05}},
            "_ops": 12.979,
        },
    )
    DEFAULT = KINETICS400_V1


def s3d(*, weights=None):
    pass
""",
    "torchvision/models/video/rest.py": "\n".join(
        f"def {name}(): ..." for name in ("mvit_v1_b", "mvit_v2_s", "r2plus1d_18", "swin3d_t")
    ),
}
S3D = "torchvision/models/video/s3d.py"


def test_torchvision(told: Judged) -> None:
    found = told("torchvision", VISION)
    assert found.refusals == ()
    assert [(row.metric, str(row.value)) for row in found.rows] == [
        ("top1", "48.368"),
        ("top5", "68.05"),
    ]
    row = found.rows[0]
    assert (row.params_m, row.gflops) == (Decimal("6.32"), Decimal("12.979"))
    assert row.words.frames == "clip_len=128, frame_rate=15"
    assert (row.words.views, row.words.resolution) == ("1 clip", "224x224")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("_KINETICS400_CATEGORIES", "_KINETICS600_CATEGORIES", "dataset-of-config"),
        ('"Kinetics-400"', '"UCF101"', "dataset-of-config"),
        ("S3D_Weights", "S4D_Weights", "unknown-method"),
        ("def s3d(", "def s4d(", "no-such-path"),
        ("68.05", "38.05", "top5-below-top1"),
    ],
)
def test_torchvision_mistakes(told: Judged, old: str, new: str, rule: str) -> None:
    assert rules(told("torchvision", VISION, S3D, old, new)) == {(rule, "row")}


def test_a_package_says_its_commit(tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "version.py").write_text(f"git_version = '{'ab' * 20}'\n")
    source = opened(tmp_path)
    assert source.commit == "abababababab"
    assert source.files == {"pkg/version.py"}
    assert dict(source.below("pkg/", ".py")) == {"pkg/version.py": source.text("pkg/version.py")}


def test_weights_stand_for_a_model_that_has_one_address(tmp_path: Path) -> None:
    names = load()
    zoo = names.zoos["torchvision"]
    places = {said.partition(";")[0].strip(): "" for said in zoo.runs.values()}
    reading = READERS["torchvision"](opened(shelved(tmp_path, places | VISION)), names, zoo)
    runs = [run for run in reading.runnables if isinstance(run, Runnable)]
    assert {run.paper: run.weights for run in runs if run.weights} == {
        "s3d": "https://x.example.org/s3d.pth"
    }
