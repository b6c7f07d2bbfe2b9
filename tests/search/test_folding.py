import pytest

from vidstore.search.folding import fold, is_cjk, name_key, parts, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Temporal Shift", "temporal shift"),
        ("Müller, García, Łukasz, Sørensen", "muller, garcia, lukasz, sorensen"),
        ("ＴＳＭ（２＋１）", "tsm(2+1)"),
        ("Straße", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("e\u0301tude", "etude"),
        ("动作识别", "动作识别"),
    ],
)
def test_case_accents_and_width_do_not_count(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_a_text_falls_into_words_and_rows_of_characters() -> None:
    assert runs(fold("用3D卷积（C3D）做Self-Supervised 学习")) == [
        *("用", "3d", "卷积", "c3d", "做", "self", "supervised", "学习")
    ]
    assert runs(" …—_ ") == []


@pytest.mark.parametrize(
    "text", ["R(2+1)D und Self-Supervised", "用 TSM_2 做识别，快", "", "Ünï cödé"]
)
def test_parts_are_the_runs_of_a_text_sorted_out(text: str) -> None:
    words, rows = parts(text)
    assert sorted([*words, *rows]) == sorted(runs(fold(text)))
    assert all(is_cjk(row) for row in rows)
    assert not any(is_cjk(word) for word in words)


@pytest.mark.parametrize(
    ("name", "key"),
    [("R(2+1)D", "r21d"), ("I3D", "i3d"), ("Two-Stream", "twostream"), ("双流 法", "双流法")],
)
def test_a_name_is_known_by_its_letters_and_digits(name: str, key: str) -> None:
    assert name_key(name) == key
