"""`vidstore export`: the whole catalog as data, to a file or to standard output."""

import time
from collections.abc import Iterator
from pathlib import Path

from vidstore.config import Project
from vidstore.derive.binder import Binder, Works
from vidstore.derive.citations import cite
from vidstore.derive.data_format import DataFormat
from vidstore.derive.extract import extract
from vidstore.derive.table import BOM
from vidstore.diagnostics import Diagnostic
from vidstore.errors import OutputError, UsageError
from vidstore.intake.catalog import Intake, take_in
from vidstore.model.card import Card
from vidstore.model.catalog import Catalog
from vidstore.model.ids import Kind


def exported(
    project: Project, form: DataFormat, kind: Kind | None, task: str | None
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The file of the entries of a kind and a task, or the findings that keep it from being made.

    Raises:
        UsageError: there is no such task.
        ConfigurationError: the catalog cannot be read, or the database cannot be made.
    """
    intake = take_in(project, time.time_ns(), fresh=True)
    if intake.catalog is None:
        return b"", intake.diagnostics
    catalog = intake.catalog
    tasks = catalog.charter.taxonomy.tasks
    if task is not None and task not in tasks:
        raise UsageError("no_task", task=task, known=", ".join(tasks))
    works = _works(intake, catalog, _asked(catalog, kind, task))
    return Binder(catalog, cite(catalog.cards)).file(form, works), ()


def _asked(catalog: Catalog, kind: Kind | None, task: str | None) -> Iterator[Card]:
    for card in catalog.cards.values():
        if kind in {None, card.kind} and (task is None or task in card.tasks):
            yield card


def _works(intake: Intake, catalog: Catalog, cards: Iterator[Card]) -> Works:
    taxonomy = catalog.charter.taxonomy
    return [(card, extract(intake.entries[card.key], card, taxonomy)) for card in cards]


def check(form: DataFormat, output: Path | None, *, bom: bool) -> None:
    """Refuse what makes no sense before anything is read.

    Raises:
        UsageError: a database for a terminal, or a mark that is not of this format.
    """
    if output is None and not form.is_text:
        raise UsageError("sqlite_needs_file")
    if bom and form is not DataFormat.CSV:
        raise UsageError("bom_of_csv")


def marked(content: bytes, *, bom: bool) -> bytes:
    """The content, with a byte order mark where one is asked for."""
    return BOM + content if bom else content


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OutputError: it cannot be written; what was there before is still there.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputError.of(path, error) from error
