"""Words of the field, from which synthetic entries take their names and sentences."""

STARTS = (
    "Tempo", "Motion", "Slow", "Dual", "Token", "Patch", "Flow", "Clip", "Frame", "Shift",
    "Action", "Scene", "Video", "Cross", "Long", "Multi", "Deep", "Sparse", "Dense", "Masked",
    "Causal", "Graph", "Tube", "Pose", "Event", "Query", "Space", "Segment", "Stream", "Memory",
    "Prompt", "Align", "Focus", "Adapt", "Rank", "Swift", "Chrono", "Kine", "Omni", "Hyper",
    "Joint", "Light", "Meta", "Proto", "Range", "Sync", "Trace", "Unified",
)  # fmt: skip
MIDDLES = (
    "Path", "Mix", "Gate", "Fusion", "Attend", "Shift", "Link", "Pool", "Scale", "Diff",
    "Trans", "Cut", "Net", "Flow", "Walk", "Map", "Code", "Bridge", "Slice", "Warp",
    "Merge", "Seek", "Grid", "Vote", "Tune", "Sight", "Beat", "Step", "Cast", "Loop",
    "Drop", "Fold", "Sense", "Track", "Blend", "Lens", "Spot", "Stack", "Wave", "Point",
    "Pulse", "Span", "Turn", "View", "Weave", "Zoom", "Core", "Line",
)  # fmt: skip
ENDS = (
    "Net", "Former", "CNN", "MAE", "CLIP", "BERT", "GCN", "LSTM", "Mamba", "ViT", "R", "X",
    "Nets", "Mixer", "Chat", "LM", "Seg", "Det", "Cap", "QA", "V2", "Lite", "Plus", "Pro",
    "Base", "3D", "2D", "U", "S", "T", "Pre", "Former2", "DETR", "GPT", "Flow", "RNN", "Fast",
    "MLP", "One", "Zero",
)  # fmt: skip

GIVEN = (
    "Wei", "Jing", "Limin", "Yu", "Hao", "Xiaolong", "Yifan", "Min", "Chen", "Lei", "Anna",
    "Ivan", "Maria", "Jonas", "Priya", "Carlos", "Emma", "Noah", "Sofia", "Kenji", "Yuki",
    "Ahmed", "Laura", "Peter", "Nina", "Oleg", "Ruth", "Tomas", "Zihan", "Mei",
)  # fmt: skip
FAMILY = (
    "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Müller",
    "Rossi", "García", "Novak", "Kim", "Park", "Tanaka", "Sato", "Singh", "Patel", "Brown",
    "Smith", "Laptev", "Ivanova", "Dubois", "Jensen", "Costa", "Haddad", "Okafor", "Nguyen",
)  # fmt: skip

ADJECTIVES = (
    "Efficient", "Hierarchical", "Self-Supervised", "Token-Wise", "Cross-Modal", "Long-Range",
    "Weakly Supervised", "Multi-Scale", "Parameter-Free", "Causal", "Adaptive", "Decoupled",
)  # fmt: skip
THINGS = (
    "Temporal Modelling", "Space-Time Attention", "Motion Features", "Segment Consensus",
    "Masked Reconstruction", "Frame Sampling", "Video-Text Alignment", "Feature Aggregation",
    "Tube Tokens", "Optical Flow Distillation", "Relation Networks", "Memory Banks",
)  # fmt: skip
GOALS = (
    "Action Recognition", "Temporal Action Detection", "Video Retrieval", "Video Captioning",
    "Video Question Answering", "Long Video Understanding", "Representation Learning",
    "Action Segmentation", "Streaming Video", "Egocentric Video",
)  # fmt: skip
