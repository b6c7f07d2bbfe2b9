"""Which boards the page of a task leads to."""

from collections.abc import Iterable, Mapping

from vidstore.derive.boards import Board
from vidstore.model.text import Lang
from vidstore.render.lexicon import Chip, board_address
from vidstore.site.studio import Studio

MOST = 12
"""A task's page leads to this many boards; the overview leads to all."""


def boards_of_task(studio: Studio, task: str) -> tuple[Board, ...]:
    """The boards of a task's datasets, those with most methods first."""
    found = [board for board in studio.boards.values() if task in board.dataset.tasks]
    found.sort(key=lambda board: (-board.papers, board.dataset.key))
    return tuple(found[:MOST])


def boards_named(boards: Iterable[Board]) -> Mapping[Lang, tuple[Chip, ...]]:
    """What is shown of boards that are led to, in both languages."""
    return {
        lang: tuple(Chip(b.dataset.label(lang), board_address(b.dataset)) for b in boards)
        for lang in Lang
    }
