"""Supervision about each case: enough hours for each of them, some closely supervised."""

from datetime import date

import msgspec
import pytest
from made_facts import case, entry, facts, found

from workbench.curricula.asked_supervision import SupervisionPerCase
from workbench.progress.domain.findings import Standing, Whose

EIGHT = SupervisionPerCase(
    key="per_case",
    title="Supervision of eight cases",
    words="Five hours for each of eight cases, three of them closely.",
    activities=("supervision",),
    hours=5,
    cases=8,
    closely=3,
)
TWO = msgspec.structs.replace(EIGHT, cases=2, closely=0)
CODES = [f"A{number}" for number in range(1, 9)]


def about(code, minutes=300, standing="countersigned", on=date(2026, 5, 4)):
    return entry("supervision", minutes, standing, case=code, on=on)


def known(codes=CODES, close=3, **more):
    cases = [case(code, closely_supervised=n < close) for n, code in enumerate(codes)]
    return facts(cases=cases, entries=[about(code) for code in codes], **more)


def test_five_hours_for_each_of_eight_cases_are_forty():
    finding = found(EIGHT, known())

    assert finding.standing is Standing.MET
    assert finding.explanation == "8 of 8 cases with 5 h of supervision each."


def test_a_minute_too_little_about_one_case_is_not_made_up_by_another():
    log = [about("A1", 299), about("B2", 900)]

    finding = found(TWO, facts(cases=[case("A1"), case("B2")], entries=log))

    assert finding.have == 1
    assert finding.shortfalls == ("A1 has 4.9 of 5 h",)
    assert finding.next_move.whose is Whose.TRAINEE


def test_of_eight_full_cases_three_must_be_supervised_closely():
    finding = found(EIGHT, known(close=2))

    assert finding.have == 7
    assert "2 of 3 that must be supervised closely are full" in finding.explanation


def test_more_cases_do_not_stand_in_for_one_supervised_closely():
    finding = found(EIGHT, known([*CODES, "B1", "B2"], close=2))

    assert finding.have == 7


def test_two_cases_of_one_patient_are_one_and_their_supervision_adds_up():
    cases = [case("A1", patient="P1"), case("B2", patient="P1"), case("C3")]
    log = [about("A1", 150), about("B2", 150), about("C3")]

    finding = found(TWO, facts(cases=cases, entries=log))

    assert finding.is_met
    assert found(TWO, facts(cases=cases[:2], entries=log[:2])).have == 1


def test_supervision_about_no_case_is_left_out_with_its_reason():
    finding = found(TWO, facts(entries=[entry("supervision", 60)]))

    [left] = finding.left_out
    assert left.minutes == 60
    assert left.reason == "It names no case, and this is counted for each case."
    assert "it is about no case in particular" in finding.explanation


def test_supervision_about_a_case_that_nobody_opened_counts_under_its_code():
    assert found(TWO, facts(entries=[about("Z9")])).have == 1


@pytest.mark.parametrize(
    ("standing", "amounts", "whose"),
    [("submitted", (1, 0), Whose.SUPERVISOR), ("draft", (0, 1), Whose.TRAINEE)],
)
def test_what_is_not_countersigned_waits(standing, amounts, whose):
    finding = found(TWO, facts(entries=[about("A1", standing=standing)]))

    assert (finding.have, finding.waiting, finding.draft) == (0, *amounts)
    assert finding.next_move.whose is whose


def test_hours_that_wait_are_named_beside_the_case():
    finding = found(TWO, facts(entries=[about("A1", 60, "submitted")]))

    assert finding.shortfalls == ("A1 has 0 of 5 h, and 1.0 h wait for a countersignature",)


def test_it_is_met_on_the_day_that_the_last_needed_case_was_full():
    log = [about("A1", on=date(2026, 3, 1)), about("B2", 299, on=date(2026, 3, 2))]
    last = [about("B2", 1, on=date(2026, 6, 1)), about("B2", 60, on=date(2026, 7, 1))]

    assert found(TWO, facts(entries=[*log, *last])).met_on == date(2026, 6, 1)


def test_no_supervision_is_not_begun():
    assert found(TWO, facts()).standing is Standing.NOT_BEGUN
