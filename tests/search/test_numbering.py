from hypothesis import given
from hypothesis import strategies as st

from vidstore.search.numbering import assign, places

FOLDERS = ("papers", "people")
Document = tuple[str, str, str]
DOCUMENTS = st.lists(
    st.tuples(
        st.sampled_from(FOLDERS), st.sampled_from(["", "1999", "2024"]), st.uuids().map(str)
    ),
    unique_by=lambda document: document[2],
)


@given(DOCUMENTS)
def test_every_document_has_a_number_of_its_own(documents: list[Document]) -> None:
    found = assign(documents, FOLDERS)
    assert sorted(found.numbers) == sorted(key for _, _, key in documents)
    assert len(set(found.numbers.values())) == len(documents)
    assert all(0 <= number < found.end for number in found.numbers.values())


@given(DOCUMENTS, st.randoms())
def test_the_order_in_which_they_come_does_not_matter(
    documents: list[Document], chance: object
) -> None:
    turned = list(reversed(documents))
    assert assign(turned, FOLDERS) == assign(documents, FOLDERS)


@given(DOCUMENTS)
def test_numbers_go_by_folder_and_from_new_to_old(documents: list[Document]) -> None:
    found = assign(documents, FOLDERS)
    ordered = sorted(documents, key=lambda document: found.numbers[document[2]])
    years = [(FOLDERS.index(folder), -int(year or 0)) for folder, year, _ in ordered]
    assert years == sorted(years)


def test_a_new_document_hardly_moves_the_others() -> None:
    documents = [("papers", "2024", f"papers/p{number}") for number in range(600)]
    before = assign(documents, FOLDERS).numbers
    moved = []
    for number in range(50):
        after = assign([*documents, ("papers", "2024", f"papers/new-{number}")], FOLDERS).numbers
        moved.append(sum(before[key] != after[key] for key in before))
    assert sum(moved) <= 50


def test_there_is_always_room() -> None:
    assert [places(count) for count in (0, 1, 4, 5, 8, 9, 512, 513)] == [
        *(8, 8, 8, 16, 16, 32, 1024, 2048)
    ]
