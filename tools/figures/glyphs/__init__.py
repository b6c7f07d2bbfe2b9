"""Small drawings inside boxes, by name. They carry no words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..geometry import Rect
from . import features, results, video

GLYPHS: Mapping[str, Callable[[Rect], str]] = MappingProxyType(
    {
        draw.__name__: draw
        for draw in (
            video.film,
            video.stills,
            video.people,
            video.tube,
            features.tokens,
            features.mixed,
            features.words,
            features.pyramid,
            features.masked,
            features.whole,
            features.rebuilt,
            features.seen,
            features.filled,
            features.full,
            features.matrix,
            results.segments,
            results.proposals,
            results.bands,
            results.noisy,
            results.bars,
            results.ranking,
            results.speech,
        )
    }
)
