import pytest

from vidstore.search.initials import initials


@pytest.mark.parametrize(
    ("run", "letters"),
    [("动作识别", ["dzsb"]), ("视频理解综述", ["spljzs"]), ("啊座", ["az"]), ("时序", ["sx"])],
)
def test_characters_have_the_first_letter_of_their_pinyin(run: str, letters: list[str]) -> None:
    assert initials(run) == letters


def test_a_character_without_a_letter_parts_the_others() -> None:
    assert initials("动作々识别") == ["dz", "sb"]
    assert initials("の") == []
    assert initials("动\U00020000作") == []
