"""What `workbench progress evaluate` refuses, and what it says would be right."""

import pytest
from click.testing import CliRunner
from progress.conftest import ENROLMENT, ENTRY, SMALL, known

from workbench.cli import main
from workbench.curricula.problems import WITHIN


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        ("hour", "--reading hour: expected QUESTION=READING"),
        ("our=sixty", "small 2026.1: it asks no question “our”; did you mean “hour”?"),
        ("hour=sixti", "small 2026.1: “hour” has no reading “sixti”; did you mean “sixty”?"),
    ],
)
def test_an_unknown_reading_is_refused_with_the_nearest(evaluated, reading, said):
    answer = evaluated(known(), "--reading", reading)

    assert answer.exit_code == 2
    assert answer.stderr.strip() == said


def test_one_question_cannot_be_read_in_two_ways(evaluated):
    answer = evaluated(known(), "--reading", "hour=fifty", "--reading", "hour=sixty")

    assert answer.exit_code == 2
    assert answer.stderr.strip() == "--reading hour=sixty: “hour” is read as “fifty” too"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "dit-practitioner-5day",
            (
                "no curriculum is called “dit-practitioner-5day”; "
                "did you mean “dit-practitioner-5day-uk”?"
            ),
        ),
        ("small", "no version of “small” is published; there is small-2026.1"),
        ("nowhere.toml", "nowhere.toml: cannot be read: No such file or directory"),
    ],
)
def test_a_curriculum_that_cannot_be_had_is_refused(evaluated, tmp_path, name, said):
    answer = evaluated(known(), "--folder", str(tmp_path), name=name)

    assert answer.exit_code == 2
    assert answer.stderr.strip() == said


def test_a_bad_curriculum_is_refused_with_its_faults(evaluated, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text(SMALL.replace("months = 6", 'months = "six"'), "utf-8")

    answer = evaluated(known(), name=bad)

    assert answer.exit_code == 2
    assert "requirement 3 (deadline) > months: expected a whole number" in answer.stderr.replace(
        WITHIN, " > "
    )


BAD = {
    "no JSON": (b'{"enrolment"', "expected JSON, as docs/facts.md has it: Input data was"),
    "another encoding": ('{"é": 1}'.encode("latin-1"), "expected JSON, as docs/facts.md has it"),
    "a list": ([1], "expected a table, found a list"),
    "no enrolment": ({}, "“enrolment” is missing"),
    "an unknown field": (
        {"enrolment": ENROLMENT, "entris": []},
        "the format has no field “entris” here; did you mean “entries”?",
    ),
    "a day that is none": (
        known({**ENTRY, "on": "2026-02-30"}),
        (
            "entries > number 1, with the id 7 > on: "
            'expected a date such as 2026-11-21, found "2026-02-30"'
        ),
    ),
    "too many minutes": (
        known({**ENTRY, "minutes": 1441}),
        "minutes: expected a whole number of at most 1440, found 1441",
    ),
    "an unknown standing": (
        known({**ENTRY, "standing": "signed"}),
        "standing: expected one of draft, submitted, queried, returned, countersigned",
    ),
    "no time of day": (
        known({**ENTRY, "starts": "9.30"}),
        'starts: expected a text such as “09:30”, found "9.30"',
    ),
    "an id given twice": (
        known(ENTRY, ENTRY),
        "entries > number 2 > id: 7 is given twice: expected one of its own",
    ),
    "a pause that ends before it begins": (
        known(pauses=[{"from": "2026-08-02", "to": "2026-08-01"}]),
        (
            "pauses > number 1 > to: "
            "2026-08-01 lies before 2026-08-02: expected that day or a later one"
        ),
    ),
    "an accreditation that ends before it begins": (
        known(
            people=[
                {"id": 1, "name": "A", "accredited": [{"from": "2026-08-02", "to": "2026-08-01"}]}
            ]
        ),
        "people > number 1 > accredited > number 1 > to: 2026-08-01 lies before 2026-08-02",
    ),
    "a case closed before it was opened": (
        known(cases=[{"code": "A7", "opened_on": "2026-08-02", "closed_on": "2026-08-01"}]),
        "cases > number 1 > closed_on: 2026-08-01 lies before 2026-08-02",
    ),
    "a zone that is none": (
        {"enrolment": {**ENROLMENT, "zone": "Europe/Londn"}},
        "enrolment > zone: nothing is called “Europe/Londn”; did you mean “Europe/London”?",
    ),
    "a zone in no part of the world": (
        {"enrolment": {**ENROLMENT, "zone": "../etc"}},
        "enrolment > zone: nothing is called “../etc”; there is Europe/London, UTC",
    ),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD.keys())
def test_bad_facts_are_refused_with_the_place_and_what_would_be_right(evaluated, content, said):
    answer = evaluated(content)

    assert answer.exit_code == 2
    assert not answer.stdout
    assert "facts.json: " in answer.stderr
    assert said in answer.stderr.replace(WITHIN, " > ")


@pytest.mark.parametrize("file", ["", "nowhere.json", "\0"])
def test_a_file_that_cannot_be_read_is_said_to_be_so(file):
    words = ["progress", "evaluate", "--curriculum", "dit-practitioner-5day-uk", "--facts", file]

    answer = CliRunner().invoke(main, [*words, "--on", "2026-11-21"])

    assert answer.exit_code == 2
    assert "cannot be read" in answer.stderr


def test_a_day_that_is_none_is_refused(evaluated):
    answer = evaluated(known(), on="tomorrow")

    assert answer.exit_code == 2
    assert "“tomorrow” is no day: expected one such as 2026-11-21" in answer.stderr
