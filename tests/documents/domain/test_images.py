import pytest

from workbench.documents.domain.alignment import Block
from workbench.documents.domain.images import Image
from workbench.documents.domain.text_map import TextMap
from workbench.documents.domain.tokens import tokenised


def image(old, new, passage, joined):
    """The image of a stretch of words, where old words are joined to new ones by hand."""
    text_map = TextMap(tokenised(old), tokenised(new))
    for i, j in joined:
        text_map.join(Block(i, j, 1))
    found = Image(text_map, passage)
    parts = found.parts()
    start, end = found.stretch(parts) if parts else (0, 0)
    return new.replace(".", " .").split()[start:end]


def test_the_image_is_where_most_of_the_passage_went():
    joined = [(0, 0), (1, 1), (2, 2), (3, 21), (4, 3)]
    new = "q a b r " + "x " * 17 + "c"

    assert image("q a b c r", new, (1, 4), joined) == ["a", "b"]


def test_no_other_passages_image_stands_within_an_image():
    assert image("a b c d", "a d b c", (0, 3), [(0, 0), (3, 1), (1, 2), (2, 3)]) == ["b", "c"]


def test_a_passage_of_which_nothing_is_left_has_no_image():
    assert image("a b c", "x y z", (0, 3), []) == []


@pytest.mark.parametrize(
    ("old", "new", "passage", "joined", "found"),
    [
        ("q a b c r", "q x b y r", (1, 4), [(0, 0), (2, 2), (4, 4)], ["x", "b", "y"]),
        ("q a b c d r", "q b x y r", (1, 4), [(0, 0), (2, 1), (5, 4)], ["b", "x"]),
        ("q b c r", "q b x c y r", (1, 3), [(0, 0), (1, 1), (3, 5)], ["b", "x", "c"]),
    ],
)
def test_changed_words_at_a_rim_are_shared_out(old, new, passage, joined, found):
    assert image(old, new, passage, joined) == found


def test_a_rims_own_word_is_no_evidence_from_afar():
    new = "q b " + "x " * 9 + "c r"

    assert image("q b c r", new, (1, 3), [(0, 0), (1, 1)]) == ["b"]


@pytest.mark.parametrize(
    ("old", "new", "joined"),
    [
        ("q b c r", "q b x y", [(0, 0), (1, 1)]),
        ("q b c r. s", "q b x y. t", [(0, 0), (1, 1)]),
        ("q b c r", "r q b x", [(0, 1), (1, 2), (3, 0)]),
        ("q b c r. S", "q b x S. y r", [(0, 0), (1, 1), (3, 6), (5, 3)]),
    ],
)
def test_a_changed_rim_is_left_out_where_no_neighbour_bounds_it(old, new, joined):
    assert image(old, new, (1, 3), joined) == ["b"]


def test_what_took_a_rims_place_ends_with_its_sentence():
    joined = [(0, 0), (1, 1), (6, 6)]

    assert image("q b c d e f r", "q b x. Y z r", (1, 6), joined) == ["b", "x", "."]


def test_a_whole_sentence_stays_whole_and_stops_at_another_passage():
    old = "A b c. D e f."

    assert image(old, "X b y. D e f.", (0, 4), [(1, 1)]) == ["X", "b", "y", "."]
    assert image(old, "D b y z.", (0, 4), [(1, 1), (4, 0)]) == ["b", "y", "z", "."]


def test_the_little_that_went_into_another_sentence_is_left_out():
    old = "One two three four five six seven eight, nine."
    new = "One two three four five six seven eight. X y z u v w nine."
    joined = [*((n, n) for n in range(8)), (9, 15)]

    assert " ".join(image(old, new, (0, 11), joined)).endswith("eight .")


def test_a_paragraph_takes_in_what_was_added_and_no_other_passage():
    text_map = TextMap(tokenised("q\n\na b. c.\n\nd"), tokenised("q\n\nx b. y.\n\nd"))
    text_map.join(Block(2, 2, 1))
    bounded = TextMap(tokenised("a b. c. d e"), tokenised("d b. y. e"))
    for i, j in [(1, 1), (5, 0), (6, 5)]:
        bounded.join(Block(i, j, 1))

    assert Image(text_map, (1, 6)).paragraph([2]) == (1, 6)
    assert Image(bounded, (0, 5)).paragraph([1]) == (1, 5)
