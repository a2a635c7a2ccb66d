"""What the sources leave open is a question with named readings, and each of them can be taken."""

import pytest

from tests.curricula.test_refusals import SMALL, said_of
from workbench.curricula.activities import Activity
from workbench.curricula.asked_hours import HoursTotal
from workbench.curricula.library import load_text
from workbench.curricula.taking import NoSuchReading, taking

TAKEN = '{ key = "attended", words = "Attended." }'
OTHER = '{ key = "offered", words = "Offered.", sets = { cases = { counted = "offered" } } }'
LENGTH = """
[[questions]]
key = "hour"
asks = "How long is an hour?"
sources = ["handbook"]
readings = [
    { key = "fifty", words = "Fifty minutes." },
    { key = "sixty", words = "Sixty.", sets = { therapy = { session_minutes = 60 } } },
]
"""


def asking(*readings, key="counted"):
    """The small curriculum with a question of these readings, and one about an activity."""
    listed = ", ".join(readings)
    return f'{SMALL}\n[[questions]]\nkey = "{key}"\nasks = "?"\nreadings = [{listed}]\n{LENGTH}'


def counted_and_hour(curriculum):
    """What the two questions are about."""
    [asked] = [one for one in curriculum.gates[0].requirements if one.key == "cases"]
    return asked.counted, curriculum.activity("therapy").session_minutes


def test_the_file_stands_as_its_first_readings_say():
    curriculum = load_text(asking(TAKEN, OTHER))

    assert [question.taken.key for question in curriculum.questions] == ["attended", "fifty"]
    assert counted_and_hour(curriculum) == ("attended", 50)
    assert taking(curriculum, {}) == curriculum
    assert taking(curriculum, {"counted": "attended", "hour": "fifty"}) == curriculum


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"counted": "offered"}, ("offered", 50)),
        ({"hour": "sixty"}, ("attended", 60)),
        ({"hour": "sixty", "counted": "offered"}, ("offered", 60)),
    ],
)
def test_another_reading_changes_what_it_names_and_nothing_else(chosen, expected):
    curriculum = load_text(asking(TAKEN, OTHER))
    other = taking(curriculum, chosen)

    assert counted_and_hour(other) == expected
    assert other.gates[0].requirements[:4] == curriculum.gates[0].requirements[:4]
    assert other.activities[1:] == curriculum.activities[1:]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"hours": "sixty"}, "it asks no question “hours”; did you mean “hour”?"),
        ({"hour": "x"}, "“hour” has no reading “x”; there is fifty, sixty"),
    ],
)
def test_a_reading_that_nobody_wrote_cannot_be_taken(chosen, said):
    with pytest.raises(NoSuchReading) as refused:
        taking(load_text(asking(TAKEN, OTHER)), chosen)

    assert str(refused.value) == said


HERE = "questions > counted > readings > offered"
REFUSED = {
    "a question asked twice": (
        asking(TAKEN, OTHER, key="hour"),
        "questions > hour: the key “hour” is used 2 times",
    ),
    "a reading named twice": (
        asking(TAKEN, OTHER, OTHER),
        "questions > counted > readings > offered: the key “offered” is used 2 times",
    ),
    "a question from nowhere": (
        asking(TAKEN, OTHER).replace(
            'sources = ["handbook"]\nreadings', 'sources = ["x"]\nreadings'
        ),
        "questions > hour > sources: nothing is called “x”; there is handbook",
    ),
    "a taken reading that changes the file": (
        asking(OTHER, OTHER.replace("offered", "other", 1)),
        f"{HERE} > sets: the first reading is the one that the file takes; it sets nothing",
    ),
    "another reading that changes nothing": (
        asking(TAKEN, '{ key = "offered", words = "Offered." }'),
        f"{HERE} > sets: is missing: what does this reading change in the file?",
    ),
    "a reading of what is not there": (
        asking(TAKEN, OTHER.replace("{ cases", "{ case")),
        f"{HERE} > sets: nothing is called “case”; did you mean “cases”?",
    ),
    "a reading of a field that is not there": (
        asking(TAKEN, OTHER.replace("counted =", "count =")),
        (f"{HERE} > sets > cases: the format has no field “count” here; did you mean “counted”?"),
    ),
    "a reading of the wrong shape": (
        asking(TAKEN, OTHER.replace('counted = "offered"', 'sessions = "six", modes = ["tv"]')),
        f'{HERE} > sets > cases > sessions: expected a whole number, found "six"',
        (
            f"{HERE} > sets > cases > modes > number 1: "
            'expected one of in_person, video, telephone, found "tv"'
        ),
    ),
    "a reading with which the file does not fit": (
        asking(TAKEN, OTHER.replace('counted = "offered"', "sessions = 7")),
        (
            f"{HERE}: with it gates > done > requirement 5 (cases) > sessions: "
            "7 of a treatment of 6 sessions"
        ),
    ),
    "a reading of two things of one name": (
        asking(
            TAKEN, OTHER.replace("{ cases", "{ therapy").replace("counted = ", "title = ")
        ).replace('key = "hours"', 'key = "therapy"'),
        f"{HERE} > sets > therapy: names an activity and a requirement: give one another key",
        (
            f"{HERE} > sets > therapy: the format has no field “title” here; "
            f"there is {', '.join(sorted(Activity.__struct_fields__))}"
        ),
        (
            "questions > hour > readings > sixty > sets > therapy: "
            "names an activity and a requirement: give one another key"
        ),
        (
            "questions > hour > readings > sixty > sets > therapy: the format has no field "
            f"“session_minutes” here; there is {', '.join(sorted(HoursTotal.__struct_fields__))}"
        ),
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_a_question_that_does_not_fit_is_refused(case):
    text, *said = case

    assert said_of(text) == said
