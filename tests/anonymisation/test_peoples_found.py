"""Who somebody is, in a word: in capitals or not, and what only sounds like it."""

import pytest

from workbench.anonymisation import Label, scan


def peoples(text):
    return [text[s.start : s.end] for s in scan(text).spans if s.label is Label.PEOPLE]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("mum is jamaican, dad was not around", "jamaican"),
        ("She asked for it in urdu.", "urdu"),
        ("They speak tigrinya at home.", "tigrinya"),
        ("I am white and she is not.", "white"),
        ("He says that they are travellers.", "travellers"),
        ("She is sri lankan on one side.", "sri lankan"),
        ("He took off his turban for the job.", "turban"),
        ("They were free presbyterian, all of them.", "free presbyterian"),
        ("She has a guide dog and a stick.", "guide dog"),
        ("He has vitiligo on both hands.", "vitiligo"),
        ("He is a proud brummie.", "brummie"),
    ],
)
def test_a_people_faith_or_tongue_is_marked_in_any_case(text, people):
    assert people in peoples(text)


@pytest.mark.parametrize(
    "text",
    [
        "There was polish on the table and a black mood in the room.",
        "It was white and cold outside.",
        "She kept a native plant.",
    ],
)
def test_a_thing_is_of_no_people(text):
    assert peoples(text) == []
