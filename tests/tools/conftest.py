from pathlib import Path

import pytest
from tests.tools.shelf import Judged, changed, judged
from tools.zoos.judge import Verdict
from tools.zoos.names import load


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
