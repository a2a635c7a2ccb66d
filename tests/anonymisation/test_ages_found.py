"""Ages with and without a cue, and numbers that are none."""

import pytest

from workbench.anonymisation import Label, scan


def ages(text):
    return [text[s.start : s.end] for s in scan(text).spans if s.label is Label.AGE]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Assessment only. 19, sofa surfing, works cash in hand.", "19"),
        ("Her daughter (9) sat outside.", "9"),
        ("He lives with his son (dtr, 9) again.", "9"),
        ("She was left there when the boy was six and cried.", "six"),
        ("The girl is 7 now and calls her auntie.", "7"),
        ("One away, one at home, 14, who runs me.", "14"),
        ("ME 71, retired, came over as a child.", "71"),
        ("Her brother drowned. At nine she stopped talking.", "nine"),
        ("He left school at fifteen to work with his uncle.", "fifteen"),
        ("A man of sixty, in a good coat.", "sixty"),
        ("He is pushing seventy and well.", "pushing seventy"),
        ("A woman in her late fifties came.", "in her late fifties"),
        ("He was adopted at 8 months.", "8 months"),
        ("Her moves (age 5, 7, 12) were many.", "12"),
        ("Fifty-three in March, she says.", "Fifty-three"),
        ("They left when they were six. It was hard.", "six"),
        ("Her son (L, nine) has been excluded.", "nine"),
        ("They are aged 4 and 6 now.", "6"),
    ],
)
def test_an_age_is_marked_without_a_cue(text, age):
    assert age in ages(text)


@pytest.mark.parametrize(
    "text",
    [
        "You reach for your coat at ten to four.",
        "He stood up at twenty to and looked for his coat.",
        "He came here in sixty-eight, by boat.",
        "The hands rested for twenty-six years.",
        "There are four hives, and two of them are new.",
        "She will sign the hours (6) when it is redone.",
        "Sessions offered (112) and attended (81) in the year.",
        "I was one, once.",
        "PHQ-9 was 14, GAD-7 12, at the end.",
        "See p. 19, line 4.",
        "PHQ 14 (was 17), then better.",
        "PHQ-9 at session 4 was 15.",
    ],
)
def test_a_number_that_is_no_age_is_left_alone(text):
    assert ages(text) == []
