"""The pages of a site and nothing else: `python -m bench.pages_alone ROOT SITE`.

Peers make pages. A full build of vidstore also makes the index for search, the data to take away,
feeds and what the browse page loads; this leaves them out, to compare like with like. The API's
file of an entry is made together with its page, and stays.
"""

import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.contender import Contender
from vidstore.config import Project
from vidstore.derive.binder import Binder
from vidstore.derive.citations import cite
from vidstore.derive.extract import packed
from vidstore.intake.catalog import take_in
from vidstore.load.charter import load_charter
from vidstore.site.data_files import DataFiles
from vidstore.site.data_page import ADDRESS
from vidstore.site.delivery import Delivery
from vidstore.site.draft import Draft, draft_of, stamp_of
from vidstore.site.early import Early
from vidstore.site.engine import Engine, start
from vidstore.site.frameset import Frameset
from vidstore.site.pages import Files
from vidstore.site.pieces import Pieces
from vidstore.site.planning import Plan, lexicons_of, plan

NAME = "vidstore, pages alone"


class _Nothing(Early, frozen=True):
    """No file beside the pages."""

    def at_hand(self) -> Files:
        return {}


def pages_alone(project: Path, work: Path) -> Contender:
    """The full build of the pages."""
    site = work / "pages-alone"
    command = (sys.executable, "-m", "bench.pages_alone", str(project), str(site))
    return Contender(NAME, command, Path(__file__).parents[1], (site,), (project / ".vidstore",))


def build(root: Path, site: Path) -> int:
    """Build the pages of a project in this folder; how many there are."""
    project = Project.at(root)
    opened = load_charter(project)
    charter = opened[0]
    if charter is None:
        raise SystemExit("the catalog has findings")
    lexicons = lexicons_of(project, charter)
    run = start(project, charter, lexicons, Engine.MKDOCS, fresh=True)
    try:
        intake = take_in(project, time.time_ns(), fresh=True, opened=opened, make=packed)
        if intake.catalog is None:
            raise SystemExit("the catalog has findings")
        run.wait()
        frames = Frameset(run, charter)
        binder = Binder(intake.catalog, cite(intake.catalog.cards))
        pieces = Pieces(
            binder, intake.entries.__getitem__, intake.made, None, project.cache_of("data", site)
        )
        data = DataFiles(pieces)

        def draft() -> Draft:
            planned = plan(project, lexicons, intake.entries.__getitem__, data)
            pages = {at: page for at, page in planned.pages.items() if at != ADDRESS}
            return draft_of(project, Plan(pages, {}, planned.studio), frames)

        stamp = stamp_of(project, charter, lexicons, frames)
        nothing = _Nothing(data, dict)
        return Delivery(project, site, stamp, None, nothing, draft, frames).make().pages
    finally:
        run.stop()


def main(arguments: Sequence[str]) -> int:
    """Build, and say how many pages there are."""
    gc.disable()  # as vidstore does in a command that ends soon
    root, site = map(Path, arguments)
    print(f"{build(root.resolve(), site.resolve())} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
