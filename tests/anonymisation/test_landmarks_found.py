"""Places by a pattern of their own, with and without their capitals, and what lies near them."""

import pytest

from workbench.anonymisation import scan


def told(text):
    return [text[s.start : s.end] for s in scan(text).spans]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She is a nurse on Ward 6 South.", "Ward 6 South"),
        ("they have her on ward 14 at the Royal Vale", "ward 14 at the Royal Vale"),
        ("He was on Norman Ward when he was a student.", "Norman Ward"),
        ("He writes from HMP Larkmoor.", "HMP Larkmoor"),
        ("We went to the Mill Lane Assembly of God.", "Assembly of God"),
        ("the younger one is at st brides now", "st brides"),
        ("He runs the Goat and Compasses.", "Goat and Compasses"),
        ("She trained at Guy's, years ago.", "Guy's"),
        ("He takes the 22 to Marford.", "22 to Marford"),
        ("She met him at the red lion.", "red lion"),
        ("The flat over the takeaway was cold.", "the takeaway"),
        ("she walks on ledwick marshes most days", "ledwick marshes"),
        ("He gets the number 36 home.", "number 36"),
        ("She must not miss the P4 again.", "P4"),
    ],
)
def test_a_landmark_is_marked(text, place):
    assert any(place in each for each in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "He slipped out by the kitchen.",
        "She was sent to us by the practice.",
        "On the ward it was quiet.",
    ],
)
def test_what_is_near_everybody_is_left_alone(text):
    assert told(text) == []
