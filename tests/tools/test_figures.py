import re
import shutil
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path

import pytest
from tools.figures.__main__ import differences, plan, run
from tools.figures.fields import FigureError
from tools.figures.layout import lay_out
from tools.figures.measure import LABEL, NOTE
from tools.figures.model import Figure, Lang
from tools.figures.read import read, read_all
from tools.figures.route import route_all
from tools.figures.style import DARK, LIGHT, Palette
from tools.figures.verify import MAX_BYTES, problems

FOLDER = Path(__file__).resolve().parents[2] / "catalog" / "figures"
FIGURES = read_all(FOLDER)
DRAWN = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
ASKED_FOR = {
    "paradigm",
    "action-recognition",
    "temporal-action-detection",
    "temporal-action-segmentation",
    "spatio-temporal-action-detection",
    "video-retrieval",
    "video-captioning",
    "video-question-answering",
    "video-dialogue",
    "representation-learning",
}
each_drawing = pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
each_figure = pytest.mark.parametrize(
    ("figure", "lang"),
    [pytest.param(f, lang, id=f"{f.id}.{lang}") for f, lang in product(FIGURES, Lang)],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("paradigm.yml", "paradigm.zh.svg", "paradigm.en.svg"):
        shutil.copy(FOLDER / name, tmp_path)
    return tmp_path


def changed(folder: Path, old: str, new: str) -> Path:
    path = folder / "paradigm.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def texts(figure: Figure) -> list[str]:
    parts = [figure.title, figure.desc]
    parts += [text for box in figure.boxes for text in (box.label, box.note) if text]
    return [part.zh for part in parts]


def test_committed_drawings_are_what_the_descriptions_give() -> None:
    assert differences(plan(FIGURES), FOLDER) == []


def test_every_figure_that_was_asked_for_is_there() -> None:
    assert {figure.id for figure in FIGURES} >= ASKED_FOR


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_figure_has_both_languages(figure: Figure) -> None:
    assert all((FOLDER / f"{figure.id}.{lang}.svg").is_file() for lang in Lang)
    chinese = re.compile("[\u4e00-\u9fff]")
    latin_names = {"Transformer", "RoIAlign"}
    assert [t for t in texts(figure) if not chinese.search(t) and t not in latin_names] == []
    english = ET.parse(FOLDER / f"{figure.id}.en.svg").getroot()
    assert not chinese.search("".join(english.itertext()))


@each_drawing
def test_is_well_formed_and_says_what_it_shows(path: Path) -> None:
    root = ET.parse(path).getroot()
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("lang") == {"zh": "zh-Hans", "en": "en"}[path.suffixes[0][1:]]
    labels = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    assert [label is not None and bool(label.text) for label in labels] == [True, True]
    ids = [label.get("id") or "" for label in labels if label is not None]
    assert (root.get("aria-labelledby") or "").split() == ids


@each_drawing
def test_carries_nothing_active_and_nothing_from_elsewhere(path: Path) -> None:
    root = ET.parse(path).getroot()
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "path", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if "href" in name or name.startswith("on")}
    style = root.findtext(f"{SVG}style") or ""
    assert not re.search(r"url\(|@import|@font-face|://", style)
    assert "prefers-color-scheme:dark" in style


@each_drawing
def test_is_small_and_narrow(path: Path) -> None:
    assert path.stat().st_size <= MAX_BYTES
    width = float((ET.parse(path).getroot().get("viewBox") or "").split()[2])
    assert width <= 880
    sizes = re.findall(r"font-size:(\d+)px", path.read_text(encoding="utf-8"))
    assert min(map(int, sizes)) >= 15


@each_figure
def test_text_fits_into_its_box(figure: Figure, lang: Lang) -> None:
    for placed in lay_out(figure).boxes.values():
        outside = [line.text for line in placed.lines(lang) if not placed.rect.holds(line.area)]
        assert outside == [], placed.box.id


@each_figure
def test_nothing_overlaps_or_crosses(figure: Figure, lang: Lang) -> None:
    assert problems(figure, lang) == []


@each_figure
def test_arrows_run_straight_and_touch_both_ends(figure: Figure, lang: Lang) -> None:
    layout = lay_out(figure)
    for route in route_all(layout):
        assert all(0 in (part.width, part.height) for part in route.segments())
        for end, point in ((route.arrow.source, 0), (route.arrow.target, -1)):
            rect, (x, y) = layout.rect(end).shrink(-3, -3), route.points[point]
            assert rect.x <= x <= rect.right
            assert rect.y <= y <= rect.bottom


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(palette: Palette) -> None:
    for text, ground in palette.text_pairs():
        low, high = sorted((luminance(text), luminance(ground)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


def test_chinese_letters_are_measured_full_width() -> None:
    assert NOTE.width("视频理解") == 4 * NOTE.size
    assert NOTE.width("（，）") == 3 * NOTE.size
    assert NOTE.width("video") < 5 * 0.7 * NOTE.size
    assert LABEL.width("Video") > NOTE.width("Video")


def test_check_accepts_what_is_up_to_date(folder: Path) -> None:
    assert run(["--check", "--folder", str(folder)]) == 0


def test_check_names_every_difference(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paradigm.zh.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "paradigm.en.svg").unlink()
    (folder / "gone.en.svg").write_text("<svg/>", encoding="utf-8")
    assert run(["--check", "--folder", str(folder)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "gone.en.svg: no description draws it",
        "paradigm.en.svg: missing",
        "paradigm.zh.svg: differs",
    ]


def test_writing_twice_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paradigm.en.svg").unlink()
    for expected in ("wrote paradigm.en.svg", ""):
        assert run(["--folder", str(folder)]) == 0
        assert capsys.readouterr().out.strip() == expected
    assert (folder / "paradigm.en.svg").read_bytes() == (FOLDER / "paradigm.en.svg").read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "en: Video encoder",
            "en: Video encoder that is far too long",
            "overflows the box encoder",
        ),
        (
            "span: [1, 2]\n    role: data\n    label: {zh: 开放",
            "span: [1, 3]\n    role: data\n    label: {zh: 开放",
            "overlap",
        ),
        (
            "{from: video, to: encoder}",
            "{from: video, to: evaluation}",
            "runs through the box encoder",
        ),
        (
            "{from: results, to: evaluation,",
            "{from: evaluation, to: decoder, leave: left, enter: right,",
            "crosses",
        ),
        (
            "{from: decoder, to: results}",
            "{from: decoder, to: results, label: {zh: 输出, en: gives results}}",
            "the label 'gives results' collides",
        ),
        ("width: 660", "width: 330", "overflows"),
        (
            "{from: results, to: evaluation,",
            "{from: results, to: evaluation, leave: right, enter: right, reach: 30,",
            "leaves the card",
        ),
        ("around: [encoder, decoder]", "around: [encoder, results]", "cuts the box"),
    ],
)
def test_what_a_reader_would_stumble_over_is_found(
    folder: Path, old: str, new: str, problem: str
) -> None:
    figure = read(changed(folder, old, new))
    assert any(problem in found for found in problems(figure, Lang.EN))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("role: output", "role: outpt", "'outpt' is none of data, learned, step, output"),
        ("role: output", "rolle: output", "paradigm.yml.boxes.results: `role` is missing"),
        ("legend: false", "legend: 3", "true or false is expected, not 3"),
        ("legend: false", "legends: false", "paradigm.yml: unknown: legends"),
        ("{from: video, to: encoder}", "{from: vidio, to: encoder}", "no box has the id vidio"),
        ("at: [2, 3]", "at: [3, 3]", "boxes.results: lies outside the grid"),
        ("at: [2, 3]", "at: [2]", "two whole numbers are expected"),
        ("{zh: 任务解码器, en: Task decoder}", "{zh: 任务解码器}", "`en` is missing"),
        ("kind: pyramid", "kind: piramid", "'piramid' is none of"),
        ("row_gaps: [30, 46, 34]", "row_gaps: [30]", "row_gaps: 3 are expected"),
        ("width: 660", "width: wide", "a number is expected, not 'wide'"),
    ],
)
def test_a_wrong_description_is_refused_with_its_place(
    folder: Path, old: str, new: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = changed(folder, old, new)
    with pytest.raises(FigureError, match=re.escape(message)):
        read(path)
    assert run(["--folder", str(folder)]) == 1
    assert message in capsys.readouterr().err
