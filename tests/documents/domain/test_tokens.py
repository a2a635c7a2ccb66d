from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.domain.tokens import plain, tokenised


def sentences(text):
    tokens = tokenised(text)
    return [
        text[tokens.starts[start] : tokens.ends[end - 1]]
        for start, end in tokens.sentences
        if start < end
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One here. Two here.", ["One here.", "Two here."]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("About 3.5 hours, e.g. on Mondays", ["About 3.5 hours, e.g. on Mondays"]),
        ("A heading\n\nand its text", ["A heading", "and its text"]),
        ("A line that\nwraps In the middle", ["A line that\nwraps In the middle"]),
        ("A list:\n1. one;\n2. two", ["A list:", "1. one;", "2. two"]),
        ("”. After a mark", ["”.", "After a mark"]),
        ("", []),
    ],
)
def test_a_text_has_sentences(text, found):
    assert sentences(text) == found


def test_a_blank_line_parts_paragraphs():
    assert tokenised("One. Two.\nThree.\n\nFour.").paragraphs == [(0, 6), (6, 8)]


@given(st.text())
def test_every_visible_character_belongs_to_one_token(text):
    tokens = tokenised(text)
    places = [
        place
        for start, end in zip(tokens.starts, tokens.ends, strict=True)
        for place in range(start, end)
    ]

    assert places == sorted(set(places))
    assert {text[place] for place in range(len(text)) if place not in places} <= {
        character for character in text if character.isspace()
    }


@given(st.text(st.sampled_from("ab. \n\"”!'"), max_size=40))
def test_sentences_and_paragraphs_leave_no_gap(text):
    tokens = tokenised(text)

    for parts in (tokens.sentences, tokens.paragraphs):
        assert parts[0][0] == 0
        assert parts[-1][1] == len(tokens)
        assert all(before[1] == after[0] for before, after in pairwise(parts))


def test_quotes_case_and_composition_make_no_other_word():
    assert plain("“Cafe\u0301”") == plain('"caf\u00e9"')
