"""`workbench progress evaluate`: facts from a file against a curriculum, without a database."""

import json

import pytest
from click.testing import CliRunner
from progress.conftest import ENROLMENT, ENTRY, SMALL, known

from workbench.cli import main


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


@pytest.mark.parametrize("name", ["dit-practitioner-5day-uk", "dit-practitioner-5day-uk-2026.1"])
def test_a_shipped_curriculum_is_named_by_its_key_or_by_its_full_name(evaluated, name):
    answer = evaluated(known(), "--json", name=name)

    assert json.loads(answer.stdout)["curriculum"]["key"] == "dit-practitioner-5day-uk"


def test_a_byte_order_mark_does_no_harm(evaluated):
    assert evaluated(b"\xef\xbb\xbf" + json.dumps(known()).encode()).exit_code == 0


def test_facts_come_from_the_standard_input_too():
    words = ["progress", "evaluate", "--curriculum", "dit-practitioner-5day-uk", "--facts", "-"]

    answer = CliRunner().invoke(main, [*words, "--on", "2026-11-21"], input=json.dumps(known()))

    assert answer.exit_code == 0
    assert "not begun" in answer.stdout


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
