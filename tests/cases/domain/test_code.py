"""What a training case may be called."""

import pytest

from workbench.cases.domain.code import BadCode, case_code


@pytest.mark.parametrize(
    ("typed", "code"), [("a7", "A7"), (" B12 ", "B12"), ("dit-3", "DIT-3"), ("A7b", "A7B")]
)
def test_a_code_is_letters_and_a_number_in_capitals(typed, code):
    assert case_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Give the case a code"),
        ("A12345678", "8 characters"),
        ("MP", "name or initials"),
        ("m.p.", "name or initials"),
        ("O'Neil", "name or initials"),
        ("48577", "date or a record number"),
        ("3/2/85", "date or a record number"),
        ("A7!", "and then a number"),
        ("7A", "and then a number"),
        ("phq-9", "name of a measure"),
    ],
)
def test_what_may_point_to_a_person_or_means_something_else_is_refused(typed, words):
    with pytest.raises(BadCode, match=words) as refused:
        case_code(typed, meant_otherwise=["PHQ-9", "gad7"])

    assert refused.value.field == "code"
