"""The controlled words of a synthetic catalog, as many as a real one has."""

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
        "conference": "CVPR ICCV ECCV NeurIPS ICML ICLR AAAI IJCAI EMNLP ACL WACV BMVC ACCV",
        "journal": "TPAMI IJCV TIP TMM TCSVT CVIU",
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
