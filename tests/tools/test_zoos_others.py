# ruff: noqa: E501 - rows of tables
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from tests.tools.shelf import changed, judged, shelved
from tools.zoos.git import opened
from tools.zoos.judge import Verdict
from tools.zoos.model import Refusal, Runnable
from tools.zoos.names import load
from tools.zoos.plan import READERS
from tools.zoos.runs import runnables

Judged = Callable[..., Verdict]


@pytest.fixture
def told(tmp_path: Path) -> Judged:
    """The verdict on a zoo whose paths in `runs` are all there, perhaps with one text replaced."""

    def verdict(zoo: str, files: dict[str, str], *change: str) -> Verdict:
        mended = changed(files, *change) if change else files
        places = [said.partition(";")[0].strip() for said in load().zoos[zoo].runs.values()]
        filled = {
            place if "." in place.rpartition("/")[2] else f"{place}/x": "" for place in places
        }
        return judged(tmp_path, zoo, filled | mended)

    return verdict


def rules(found: Verdict) -> set[tuple[str, str]]:
    return {(refusal.rule, refusal.drops) for refusal in found.refusals}


def link(name: str) -> str:
    return f"[`link`](https://zoo.example.org/{name})"


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


def test_places_must_exist() -> None:
    zoo = load().zoos["pytorchvideo"]
    files = {said.partition(";")[0].strip() for said in zoo.runs.values()}
    models = {said.partition(";")[2].strip() for said in zoo.runs.values()}
    found = list(runnables(zoo, files, models))
    assert all(isinstance(each, Runnable) for each in found)
    lost = list(runnables(zoo, files - {"pytorchvideo/models/csn.py"}, models))
    assert len([each for each in lost if not isinstance(each, Runnable)]) == 1


def test_labels_name_papers_and_words_of_the_catalog() -> None:
    """Metrics must be words of the taxonomy; papers and datasets may still be to come."""
    taxonomy = Path(__file__).parents[2] / "catalog" / "taxonomy" / "metrics.yml"
    known = [
        line[:-2]
        for line in taxonomy.read_text("utf-8").splitlines(keepends=True)
        if line[0] != " "
    ]
    names = load()
    assert {label.id for label in names.metrics.values()} <= set(known)
    for zoo in names.zoos.values():
        assert not set(zoo.methods) & set(zoo.not_ours)


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


def library(tmp_path: Path, word: str, folder: str) -> list[Runnable | Refusal]:
    names = load()
    zoo = names.zoos["transformers"]
    places = [tuple(part.strip() for part in said.split(";")) for said in zoo.runs.values()]
    files = {
        f"{path}/modeling_{model}.py": f"class {name}: ..."
        for path, model, name in places
        if path.endswith("/timesformer")
    }
    moved = {
        name.replace("/timesformer/", folder): text.replace("TimeSformer", word)
        for name, text in files.items()
    }
    reading = READERS["transformers"](opened(shelved(tmp_path, moved)), names, zoo)
    return [run for run in reading.runnables if "timesformer" in str(run)]


def test_transformers(tmp_path: Path) -> None:
    own = "/timesformer/"
    place = "src/transformers/models/timesformer"
    assert library(tmp_path / "a", "TimeSformer", own) == [
        Runnable("timesformer", place, "timesformer")
    ]
    (other,) = library(tmp_path / "b", "Elsewhat", own)
    assert isinstance(other, Refusal)
    assert other.against == "not named there"
    (lost,) = library(tmp_path / "c", "TimeSformer", "/other/")
    assert isinstance(lost, Refusal)
    assert lost.against == "no such folder"


CHECKPOINTS = {
    "own": ('@auto_docstring(checkpoint="a/timesformer-base")', "", "a/timesformer-base"),
    "of the configuration": (
        '@auto_docstring(checkpoint="a/TimeSformer-base")',
        'from_pretrained("a/timesformer-large")',
        "a/TimeSformer-base",
    ),
    "of an example": (
        '@auto_docstring(checkpoint="a/videomae-base")',
        "AutoImageProcessor.from_pretrained('a/videomae-base'); X.from_pretrained(\n"
        "    'a/timesformer-large', dtype=x)",
        "a/timesformer-large",
    ),
    "of another version": ('@auto_docstring(checkpoint="a/timesformer2-base")', "", ""),
    "of images": ('@auto_docstring(checkpoint="a/timesformer-2b-image-hf")', "", ""),
    "of a dataset": ("", 'hf_hub_download(repo_id="a/timesformer-base")', ""),
    "of nothing": ("", "", ""),
}


@pytest.mark.parametrize(
    ("configuration", "modeling", "named"), CHECKPOINTS.values(), ids=CHECKPOINTS
)
def test_transformers_checkpoint(
    tmp_path: Path, configuration: str, modeling: str, named: str
) -> None:
    names = load()
    zoo = names.zoos["transformers"]
    place = "src/transformers/models/timesformer"
    files = {
        f"{place}/configuration_timesformer.py": configuration,
        f"{place}/modeling_timesformer.py": f"class TimeSformer: ...\n{modeling}\n",
    }
    reading = READERS["transformers"](opened(shelved(tmp_path, files)), names, zoo)
    (run,) = (each for each in reading.runnables if isinstance(each, Runnable))
    assert run.weights == (f"https://huggingface.co/{named}" if named else "")
