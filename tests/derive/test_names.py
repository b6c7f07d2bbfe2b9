import pytest

from vidstore.derive.names import parted


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Quill", ("Quill", "Ada")),
        ("Quill, Ada", ("Quill", "Ada")),
        ("Luc Van Gool", ("Gool", "Luc Van")),
        ("Laurens van der Maaten", ("van der Maaten", "Laurens")),
        ("林 远", ("林", "远")),
        ("林远", ("林远", "")),
        ("OpenKite", ("OpenKite", "")),
        ("A, B, C", ("A, B, C", "")),
        (", Ada", ("Ada", "")),
        ("van", ("van", "")),
        ("\x1c", ("", "")),
    ],
)
def test_family_and_given_names_are_told_apart(name: str, parts: tuple[str, str]) -> None:
    assert parted(name) == parts
