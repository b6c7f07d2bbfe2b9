"""Phrases of summaries, in Chinese and in English; what stands after a name begins small."""

HOW = (
    (
        "把视频均匀切成若干段，每段只取少量帧",
        "cuts a video into equal segments and samples few frames from each",
    ),
    (
        "在二维残差网络里插入时序移位模块",
        "inserts temporal shift modules into a 2D residual network",
    ),
    (
        "用可学习的查询从时空 token 中汇集动作线索",
        "gathers action cues from space-time tokens with learned queries",
    ),
    (
        "遮住九成的时空图像块再让网络重建",
        "hides nine tenths of the space-time patches and reconstructs them",
    ),
    (
        "让两路网络分别看慢速和快速的帧，再用侧向连接交换信息",
        "runs a slow and a fast pathway and exchanges information by lateral connections",
    ),
    (
        "把光流的知识蒸馏到只看 RGB 的网络里",
        "distils what optical flow knows into a network that sees RGB alone",
    ),
    (
        "把片段特征和句子特征对齐到同一个空间",
        "aligns features of clips and sentences in one space",
    ),
    ("用图网络连接人和物体的轨迹", "connects tracks of people and objects by a graph network"),
    (
        "先粗略提名再逐步修正动作的边界",
        "proposes segments roughly and refines their boundaries step by step",
    ),
    (
        "把三维卷积拆成空间和时间两步",
        "splits 3D convolution into a step in space and a step in time",
    ),
    ("用记忆库保存很久以前的片段特征", "keeps features of clips seen long ago in a memory bank"),
    (
        "把视频编码器接到大语言模型上并只训练连接层",
        "connects a video encoder to a large language model and trains only the link",
    ),
)
EFFECT = (
    (
        "，由段间共识融合出视频级预测",
        ", then fuses them by a consensus into one prediction for the video",
    ),
    ("，计算量与二维网络相近", ", at about the cost of a 2D network"),
    ("，长视频上的精度明显更高", ", which helps most on long videos"),
    ("，不需要人工标注即可预训练", ", so that no labels are needed for pre-training"),
    ("，推理时可以逐帧在线运行", ", and runs online, frame by frame, at inference"),
    ("，训练所需的显存减少一半", ", and halves the memory that training needs"),
)
READ_FOR = (
    (
        "想了解长时间范围建模的基本做法时先读它。",
        "Read it first for the basics of long-range modelling.",
    ),
    (
        "算力有限、又需要时序信息时可以参考。",
        "Worth a look when compute is short and order in time matters.",
    ),
    ("后来的许多方法以它为起点。", "Many later methods start from it."),
    (
        "做检索和问答的读者可以直接复用它的编码器。",
        "Its encoder can be reused as it is for retrieval and question answering.",
    ),
    (
        "消融实验做得细，适合对照自己的设计。",
        "Its ablations are thorough and good to compare a design with.",
    ),
    (
        "代码清楚，适合作为练习复现的第一篇。",
        "The code is clear, a good first paper to reproduce.",
    ),
)
NOTES = (
    (
        "这里指原作者的版本，不是同名的后续工作。",
        "This is the authors' own version, not later work of the same name.",
    ),
    (
        "会议版与预印本的数字略有出入，这里以会议版为准。",
        "Conference and preprint differ slightly in their figures; the conference counts here.",
    ),
    (
        "仓库已经不再更新，配置文件仍可使用。",
        "The repository is no longer updated; its configurations still work.",
    ),
)
