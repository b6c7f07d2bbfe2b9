"""What a synthetic catalog lays down for its entries: site, taxonomy, sections, guides."""

from collections.abc import Callable
from pathlib import Path

from bench.yaml import Value, dump

TASKS = {
    "action-recognition": ("动作识别", "Action recognition"),
    "temporal-action-detection": ("时序动作检测", "Temporal action detection"),
    "temporal-action-segmentation": ("时序动作分割", "Temporal action segmentation"),
    "spatio-temporal-action-detection": ("时空动作检测", "Spatio-temporal action detection"),
    "video-retrieval": ("视频检索", "Video retrieval"),
    "video-captioning": ("视频描述生成", "Video captioning"),
    "video-question-answering": ("视频问答", "Video question answering"),
    "video-dialogue": ("视频对话", "Video dialogue"),
    "representation-learning": ("自监督与预训练", "Representation learning"),
    "video-object-segmentation": ("视频目标分割", "Video object segmentation"),
    "video-anomaly-detection": ("视频异常检测", "Video anomaly detection"),
    "video-summarization": ("视频摘要", "Video summarization"),
}
GROUPS = {
    "2d-conv": ("2D 卷积", "2D convolution"),
    "3d-conv": ("3D 卷积", "3D convolution"),
    "transformer": ("Transformer", "Transformer"),
    "pretraining": ("预训练方法", "Pre-training"),
    "multimodal": ("多模态", "Multimodal"),
}
FAMILIES = {
    "two-stream": ("双流法", "Two-stream", "2d-conv"),
    "feature-aggregation": ("特征汇合", "Feature aggregation", "2d-conv"),
    "recurrent": ("循环网络", "Recurrent", "2d-conv"),
    "segment-based": ("分段采样", "Segment-based", "2d-conv"),
    "trajectory": ("轨迹特征", "Trajectory", "2d-conv"),
    "temporal-module": ("时序模块", "Temporal module", "2d-conv"),
    "graph": ("图网络", "Graph network", "2d-conv"),
    "3d-cnn": ("3D 卷积网络", "3D CNN", "3d-conv"),
    "factorized-3d": ("分解 3D 卷积", "Factorized 3D", "3d-conv"),
    "multi-pathway": ("多路网络", "Multi-pathway", "3d-conv"),
    "efficient-3d": ("高效 3D 网络", "Efficient 3D", "3d-conv"),
    "action-detector": ("时空动作检测器", "Action detector", "3d-conv"),
    "video-transformer": ("视频 Transformer", "Video Transformer", "transformer"),
    "hybrid": ("混合结构", "Hybrid", "transformer"),
    "state-space": ("状态空间模型", "State space", "transformer"),
    "masked-autoencoding": ("掩码自编码", "Masked autoencoding", "pretraining"),
    "contrastive": ("对比学习", "Contrastive learning", "pretraining"),
    "video-text": ("视频文本对齐", "Video-text alignment", "multimodal"),
    "audio-visual": ("音视频", "Audio-visual", "multimodal"),
    "video-chat": ("视频对话模型", "Video chat", "multimodal"),
}
VENUES = {
    name.lower().replace(" ", "-"): (name, kind)
    for kind, names in {
        "conference": "CVPR ICCV ECCV NeurIPS ICML ICLR AAAI IJCAI EMNLP ACL WACV BMVC ACCV ICASSP",
        "journal": "TPAMI IJCV TIP TMM TCSVT",
        "preprint": "arXiv",
    }.items()
    for name in names.split()
}
METRICS = {
    "top1": ("Top-1 准确率", "Top-1 accuracy"),
    "top5": ("Top-5 准确率", "Top-5 accuracy"),
    "map": ("mAP", "mAP"),
    "recall-at-1": ("R@1", "R@1"),
    "accuracy": ("准确率", "Accuracy"),
    "cider": ("CIDEr", "CIDEr"),
    "f1-at-50": ("F1@50", "F1@50"),
    "auc": ("AUC", "AUC"),
}
TAGS = {
    "classic": ("经典", "Classic"),
    "efficient": ("高效", "Efficient"),
    "pooling": ("汇合", "Pooling"),
    "attention": ("注意力", "Attention"),
    "self-supervised": ("自监督", "Self-supervised"),
    "training-strategy": ("训练策略", "Training strategy"),
    "multimodal-llm": ("多模态大模型", "Multimodal LLM"),
    "real-time": ("实时", "Real-time"),
    "feature-extraction": ("特征提取", "Feature extraction"),
    "industry": ("工业界", "Industry"),
    "lecture": ("公开课", "Lecture"),
    "paper-reading": ("论文精读", "Paper reading"),
    "toolbox": ("工具箱", "Toolbox"),
    "deployment": ("部署", "Deployment"),
    "long-video": ("长视频", "Long video"),
    "egocentric": ("第一视角", "Egocentric"),
}
FRAMEWORKS = ("PyTorch", "PaddlePaddle", "TensorFlow", "JAX", "MXNet", "Caffe")
LEVELS = {
    "beginner": ("入门", "Beginner"),
    "intermediate": ("进阶", "Intermediate"),
    "advanced": ("深入", "Advanced"),
}
GUIDES = ("start", "contribute")
SITE_NAME = {"zh": "合成目录", "en": "Synthetic catalog"}


def both(zh: str, en: str) -> dict[str, Value]:
    return {"zh": zh, "en": en}


def _terms(words: dict[str, tuple[str, str]]) -> dict[str, Value]:
    return {
        word: {
            "name": both(zh, en),
            "summary": both(f"{zh}：这一类下的条目。", f"{en}, and what belongs to it."),
        }
        for word, (zh, en) in words.items()
    }


def _site() -> Value:
    return {
        "name": SITE_NAME,
        "tagline": both("由程序生成的双语目录", "A bilingual catalog made by a program"),
        "description": both("用来测量，不用来阅读。", "Made to be measured, not to be read."),
        "url": "https://example.org/synthetic/",
        "repository": "https://github.com/example/synthetic",
        "guides": list(GUIDES),
    }


def _section(name: str, zh: str, en: str, **more: Value) -> Value:
    return {"id": name, "title": both(zh, en), **more}


def _sections(papers: list[str]) -> Value:
    """The seed's order: readings, methods by group, people, projects, datasets, platforms."""
    half = len(papers) // 2
    methods: list[Value] = [
        _section("backbones", "主干网络", "Backbones", manner="methods", entries=list(papers[:half])),
        _section("models", "模型实现", "Models", manner="methods", rows=[list(papers[half:])]),
    ]
    several: Callable[[str], dict[str, Value]] = lambda kind: {"select": {"kind": kind}, "readme_limit": "50"}  # noqa: E731, E501
    return [
        _section("surveys", "综述", "Surveys", manner="dated", **several("survey")),
        _section("tutorials", "入门", "Getting started", **several("tutorial")),
        _section("works", "重要工作", "Key works", children=methods),
        _section("people", "重点关注", "People to follow", manner="named", **several("person")),
        _section("projects", "开源项目", "Projects", manner="named", **several("repo")),
        _section("datasets", "数据集", "Datasets", manner="table", **several("dataset")),
        _section("platforms", "训练平台", "Places to train", manner="named", **several("platform")),
    ]


def write_charter(root: Path, papers: list[str]) -> None:
    """Write everything but the entries; `papers` are the keys that the sections name."""
    families = {
        word: {"name": both(zh, en), "group": group} for word, (zh, en, group) in FAMILIES.items()
    }
    venues = {
        word: {"name": name, "full": f"Proceedings of {name}", "kind": kind}
        for word, (name, kind) in VENUES.items()
    }
    files: dict[str, Value] = {
        "site.yml": _site(),
        "sections.yml": _sections(papers),
        "taxonomy/tasks.yml": _terms(TASKS),
        "taxonomy/tags.yml": _terms(TAGS),
        "taxonomy/groups.yml": _terms(GROUPS),
        "taxonomy/families.yml": dict(families),
        "taxonomy/venues.yml": dict(venues),
        "taxonomy/metrics.yml": _terms(METRICS),
        "taxonomy/frameworks.yml": {name.lower(): {"name": name} for name in FRAMEWORKS},
        "taxonomy/levels.yml": _terms(LEVELS),
    }
    for name, value in files.items():
        path = root / "catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(value), "utf-8")
    for lang in ("zh", "en"):
        folder = root / "docs" / lang / "guides"
        folder.mkdir(parents=True, exist_ok=True)
        for name in GUIDES:
            text = f"# {name.title()}\n\nA page written by hand.\n"
            (folder / f"{name}.md").write_text(text, "utf-8")
