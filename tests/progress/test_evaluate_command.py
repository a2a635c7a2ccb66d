"""`workbench progress evaluate`: facts from a file against a curriculum, without a database."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.curricula.problems import WITHIN

SMALL = (Path(__file__).parents[1] / "curricula" / "small.toml").read_text("utf-8")
QUESTION = """
[[questions]]
key = "hour"
asks = "How long is an hour?"
readings = [
    { key = "fifty", words = "Fifty minutes." },
    { key = "sixty", words = "Sixty minutes.", sets = { therapy = { session_minutes = 60 } } },
]
"""
ENTRY = {
    "id": 7,
    "activity": "therapy",
    "on": "2026-11-20",
    "minutes": 50,
    "standing": "countersigned",
}
ENROLMENT = {"started_on": "2026-01-05"}


@pytest.fixture
def evaluated(tmp_path):
    curriculum = tmp_path / "small-2026.1.toml"
    curriculum.write_text(SMALL + QUESTION, "utf-8")

    def ask(known, *more, name=curriculum, on="2026-11-21"):
        file = tmp_path / "facts.json"
        content = known if isinstance(known, bytes) else json.dumps(known).encode()
        file.write_bytes(content)
        words = ["--curriculum", str(name), "--facts", str(file), "--on", on, *more]
        return CliRunner().invoke(main, ["progress", "evaluate", *words])

    return ask


def known(*entries, **more):
    return {"enrolment": ENROLMENT, "entries": entries, **more}


def hours(answer):
    [gate] = json.loads(answer.stdout)["gates"]
    return next(one for one in gate["requirements"] if one["key"] == "hours")


def test_a_person_reads_what_was_found_and_what_is_next(evaluated):
    returned = {**ENTRY, "id": 8, "standing": "returned"}

    answer = evaluated(known(ENTRY, returned))

    assert answer.exit_code == 0
    assert "Small, version 2026.1\nOn 21 November 2026\n" in answer.stdout
    assert "Done: 1 of 10 requirements met" in answer.stdout
    assert "  Hours: under way\n    1.0 of 10 h: one entry, 0.8 h, is left out" in answer.stdout
    assert "20 November 2026, entry 8, 50 min: Returned: it counts once" in answer.stdout
    assert "Next, and the trainee's move: Change and submit one entry" in answer.stdout
    assert "Read as: Fifty minutes. (hour=fifty)" in answer.stdout


def test_a_machine_reads_exact_amounts(evaluated):
    third = {**ENTRY, "minutes": 40}

    found = hours(evaluated(known(third), "--json"))

    assert (found["needed"], found["have"], found["standing"]) == ("10", "2/3", "under_way")
    assert found["counted"] == [7]
    assert found["readings"] == [
        {
            "question": "hour",
            "asks": "How long is an hour?",
            "reading": "fifty",
            "words": "Fifty minutes.",
        }
    ]


def test_what_is_left_out_is_told_with_its_reason(evaluated):
    found = hours(evaluated(known({**ENTRY, "standing": "withdrawn"}), "--json"))

    assert found["left_out"] == [
        {"id": 7, "is_letter": False, "on": "2026-11-20", "minutes": "50", "reason": "Withdrawn."}
    ]


def test_the_same_question_twice_is_answered_byte_for_byte_alike(evaluated):
    answers = {evaluated(known(ENTRY), "--json").stdout for _ in range(2)}

    assert len(answers) == 1


def test_another_reading_is_taken_and_named(evaluated):
    answer = evaluated(known(ENTRY), "--json", "--reading", "hour=sixty")

    assert hours(answer)["have"] == "5/6"
    assert hours(answer)["readings"][0]["reading"] == "sixty"
    assert json.loads(answer.stdout)["readings"] == {"hour": "sixty"}


def test_what_no_question_touches_rests_on_no_reading(evaluated):
    [gate] = json.loads(evaluated(known(ENTRY), "--json").stdout)["gates"]

    touched = [one["key"] for one in gate["requirements"] if one["readings"]]
    assert touched == ["hours", "a_year", "later", "cases", "supervised"]


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


@pytest.mark.parametrize("name", ["dit-practitioner-5day-uk", "dit-practitioner-5day-uk-2026.1"])
def test_a_shipped_curriculum_is_named_by_its_key_or_by_its_full_name(evaluated, name):
    answer = evaluated(known(), "--json", name=name)

    assert json.loads(answer.stdout)["curriculum"]["key"] == "dit-practitioner-5day-uk"


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


def test_a_byte_order_mark_does_no_harm(evaluated):
    assert evaluated(b"\xef\xbb\xbf" + json.dumps(known()).encode()).exit_code == 0


def test_facts_come_from_the_standard_input_too():
    words = ["progress", "evaluate", "--curriculum", "dit-practitioner-5day-uk", "--facts", "-"]

    answer = CliRunner().invoke(main, [*words, "--on", "2026-11-21"], input=json.dumps(known()))

    assert answer.exit_code == 0
    assert "not begun" in answer.stdout


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


def test_a_letter_and_what_is_only_advised_are_read_out_as_such(evaluated, tmp_path):
    advised = tmp_path / "advised.toml"
    advised.write_text(SMALL.replace("months = 6", 'months = 6\nforce = "advised"'), "utf-8")
    letter = {
        "id": 1,
        "activity": "therapy",
        "minutes": 600,
        "document": "Letter",
        "from": "2020-01-01",
        "to": "2020-12-31",
    }

    answer = evaluated(known(prior=[letter]), name=advised)

    assert "31 December 2020, letter 1, 600 min: Hours of earlier years" in answer.stdout
    assert "Soon: not due yet, only advised" in answer.stdout


def test_what_no_requirement_asks_for_is_told_with_why(evaluated):
    known = {"enrolment": ENROLMENT, "entries": [ENTRY, ENTRY | {"id": 8, "activity": "yoga"}]}

    said = evaluated(known).output
    [beside] = json.loads(evaluated(known, "--json").output)["outside"]

    assert "Logged, and asked for by no requirement" in said
    assert "yoga: one entry, 50 min. This curriculum does not have the activity." in said
    assert (beside["activity"], beside["entries"], beside["minutes"]) == ("yoga", [8], 50)


YEARLY = """
[[gates.requirements]]
type = "hours_per_year"
key = "{key}"
title = "Every year"
words = "Two hours a year."
activities = ["therapy", "supervision"]
hours = 2
years = 2
"""


def test_a_stretch_that_falls_short_is_told_with_its_days_and_amounts(evaluated, tmp_path):
    yearly = tmp_path / "yearly.toml"
    yearly.write_text(SMALL + YEARLY.format(key="one") + YEARLY.format(key="other"), "utf-8")
    entry = {**ENTRY, "on": "2025-03-01", "minutes": 40}

    answer = evaluated(known(entry), "--json", name=yearly)

    [gate] = json.loads(answer.stdout)["gates"]
    one, other = gate["requirements"][-2:]
    assert one["windows"] == other["windows"]
    assert one["windows"] == [
        {
            "first": "2025-01-01",
            "last": "2025-12-31",
            "unit": "hours",
            "needed": "2",
            "have": "2/3",
            "waiting": "0",
        }
    ]
