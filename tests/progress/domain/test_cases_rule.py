"""Training cases: their sessions, their standing, and whether they ran together."""

from datetime import date, timedelta

import msgspec
import pytest
from made_facts import START, TWO_CASES, case, entry, facts, found, milestone, session

from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked_cases import CaseStanding as Asked
from workbench.curricula.asked_cases import SessionsCounted
from workbench.progress.domain.facts import CaseStanding
from workbench.progress.domain.findings import Standing, Whose

DONE = CaseStanding.COMPLETED
TOGETHER = msgspec.structs.replace(TWO_CASES, concurrent=True)
OPEN = msgspec.structs.replace(TWO_CASES, cases=1, standing=Asked.OPEN, sessions=2)
OFFERED = msgspec.structs.replace(TWO_CASES, cases=1, sessions=3, counted=SessionsCounted.OFFERED)


def work(code, sessions=16, first=START, standing="countersigned"):
    """Weekly attended sessions of a case, each with its entry."""
    days = [first + timedelta(weeks=week) for week in range(sessions)]
    held = [session(code, number, on=day) for number, day in enumerate(days, 1)]
    log = [
        entry(on=day, case=code, session=number, standing=standing)
        for number, day in enumerate(days, 1)
    ]
    return held, log


def known(*cases, works):
    held = [one for sessions, _ in works for one in sessions]
    log = [one for _, entries in works for one in entries]
    return facts(cases=cases, sessions=held, entries=log)


def test_two_completed_cases_of_sixteen_sessions_are_met_when_the_second_ends():
    later = date(2026, 6, 1)
    both = known(case("A7", DONE), case("B2", DONE), works=[work("A7"), work("B2", first=later)])

    finding = found(TWO_CASES, both)

    assert finding.standing is Standing.MET
    assert finding.met_on == later + timedelta(weeks=15)
    assert finding.explanation == "2 of 2 cases."


def test_a_case_is_closed_after_its_last_session():
    closed = date(2026, 10, 30)
    one = msgspec.structs.replace(TWO_CASES, cases=1)

    finding = found(one, known(case("A7", DONE, closed_on=closed), works=[work("A7")]))

    assert finding.met_on == closed


def test_fifteen_sessions_are_not_sixteen():
    both = known(case("A7", DONE), case("B2", DONE), works=[work("A7"), work("B2", sessions=15)])

    finding = found(TWO_CASES, both)

    assert finding.have == 1
    assert finding.shortfalls == ("B2 has 15 of 16 sessions",)
    assert finding.next_move.whose is Whose.TRAINEE


def test_a_case_that_ended_early_or_is_still_open_does_not_count_and_says_so():
    both = known(
        case("A7", CaseStanding.DROPPED_OUT), case("B2"), works=[work("A7", 9), work("B2")]
    )

    finding = found(TWO_CASES, both)

    assert finding.explanation == (
        "0 of 2 cases: A7 ended early, after nine sessions; "
        "B2 has its 16 sessions and is still open."
    )


def test_hours_still_to_sign_leave_a_case_waiting():
    both = known(
        case("A7", DONE), case("B2", DONE), works=[work("A7"), work("B2", standing="submitted")]
    )

    finding = found(TWO_CASES, both)

    assert (finding.have, finding.waiting) == (1, 1)
    assert finding.explanation == "1 of 2 cases: B2 still has hours to sign."
    assert finding.next_move.whose is Whose.SUPERVISOR


def test_two_cases_with_hours_to_sign_are_spoken_of_in_the_plural():
    both = known(
        case("A7", DONE),
        case("B2", DONE),
        works=[work("A7", standing="draft"), work("B2", standing="submitted")],
    )

    assert "A7 and B2 still have hours to sign" in found(TWO_CASES, both).explanation


@pytest.mark.parametrize(("gap", "have"), [(0, 2), (1, 1)])
def test_cases_run_together_when_they_share_a_day(gap, have):
    last_of_first = START + timedelta(weeks=15)
    second = work("B2", first=last_of_first + timedelta(days=gap))
    both = known(case("A7", DONE), case("B2", DONE), works=[work("A7"), second])

    finding = found(TOGETHER, both)

    assert finding.have == have
    assert ("not at the same time" in finding.explanation) is bool(gap)
    assert (finding.met_on is not None) is (have == 2)


def test_of_three_cases_the_first_two_that_ran_together_settle_the_day():
    late = date(2026, 7, 1)
    third = work("C3", first=late + timedelta(weeks=1))
    known_cases = known(
        case("A7", DONE),
        case("B2", DONE),
        case("C3", DONE),
        works=[work("A7"), work("B2", first=late), third],
    )

    assert found(TOGETHER, known_cases).met_on == late + timedelta(weeks=16)


def test_an_open_case_counts_where_the_curriculum_takes_it():
    finding = found(OPEN, known(case("A7"), works=[work("A7", 2)]))

    assert finding.standing is Standing.MET


def test_offered_sessions_count_where_the_curriculum_takes_them():
    held, log = work("A7", 2)
    missed = session("A7", 3, attendance=Attendance.DID_NOT_ATTEND)

    finding = found(OFFERED, known(case("A7", DONE), works=[([*held, missed], log)]))

    assert finding.standing is Standing.MET


def test_a_case_without_any_attended_session_is_on_no_day():
    offered = msgspec.structs.replace(OFFERED, sessions=1, concurrent=True)
    missed = session("A7", 1, attendance=Attendance.CANCELLED_LATE)

    finding = found(offered, facts(cases=[case("A7", DONE)], sessions=[missed]))

    assert finding.have == 0


def test_sessions_ahead_and_entries_of_no_case_do_not_count():
    ahead = session("A7", 1, on=date(2026, 12, 1))
    one = facts(cases=[case("A7")], sessions=[ahead], entries=[entry(), entry(case="A7")])

    assert found(OPEN, one).shortfalls == ("A7 has 0 of 2 sessions",)


def test_no_case_is_not_begun():
    assert found(TWO_CASES, facts()).standing is Standing.NOT_BEGUN


def one_case(**fields):
    return msgspec.structs.replace(TWO_CASES, cases=1, sessions=2, **fields)


def in_mode(code, number, mode):
    return msgspec.structs.replace(session(code, number), mode=mode)


def logged(code, *numbers, **fields):
    return [entry(case=code, session=number, **fields) for number in numbers]


def test_sessions_in_another_mode_do_not_make_up_the_number():
    asked = one_case(modes=(Mode.IN_PERSON,))
    held = [in_mode("A7", 1, Mode.IN_PERSON), in_mode("A7", 2, Mode.VIDEO), session("A7", 3)]

    finding = found(
        asked, facts(cases=[case("A7", DONE)], sessions=held, entries=logged("A7", 1, 2, 3))
    )

    assert finding.have == 0
    assert finding.shortfalls == ("A7 has 1 of 2 sessions in person",)


def test_an_entry_says_how_a_session_was_held_where_the_appointment_does_not():
    asked = one_case(modes=(Mode.IN_PERSON, Mode.VIDEO))
    known = facts(
        cases=[case("A7", DONE)],
        sessions=[session("A7", 1)],
        entries=[*logged("A7", 1, mode=Mode.VIDEO), *logged("A7", 2, mode=Mode.IN_PERSON)],
    )

    assert found(asked, known).is_met


def test_several_modes_are_offered_as_alternatives():
    asked = one_case(modes=(Mode.IN_PERSON, Mode.VIDEO))

    finding = found(asked, facts(cases=[case("A7")]))

    assert finding.shortfalls == ("A7 has 0 of 2 sessions in person or by video",)


def done(*cases):
    """Completed cases of two sessions each."""
    log = [one for made in cases for one in logged(made.code, 1, 2)]
    return facts(cases=cases, entries=log)


def test_two_cases_of_one_patient_are_one():
    two = one_case()
    two = msgspec.structs.replace(two, cases=2)
    same = [case("A7", DONE, patient="P1"), case("B2", DONE, patient="P1")]

    finding = found(two, done(*same))

    assert finding.have == 1
    assert finding.shortfalls == ("B2 is of the same patient as A7",)
    assert found(two, done(*same, case("C3", DONE))).is_met


def test_two_cases_of_one_patient_on_one_day_are_one_at_a_time():
    two = msgspec.structs.replace(TWO_CASES, sessions=1, concurrent=True)
    held = [session(code, number) for code in ("A7", "B2") for number in (1, 5)]
    log = [*logged("A7", 1, 5), *logged("B2", 1, 5)]
    same = [case("A7", DONE, patient="P1"), case("B2", DONE, patient="P1")]
    others = [case("A7", DONE), case("B2", DONE)]

    assert found(two, facts(cases=same, sessions=held, entries=log)).have == 1
    assert found(two, facts(cases=others, sessions=held, entries=log)).have == 2


def test_a_case_with_two_presenting_problems_shows_both():
    asked = msgspec.structs.replace(one_case(problems=3), cases=2)
    both = case("A7", DONE, problems=("panic", "low mood"))

    enough = done(both, case("B2", DONE, problems=("grief",)))
    alike = done(both, case("B2", DONE, problems=("panic",)))

    assert found(asked, enough).is_met
    finding = found(asked, alike)
    assert not finding.is_met
    assert finding.have == finding.needed == 2
    assert finding.shortfalls == ("2 of 3 different presenting problems",)
    assert finding.next_move.what == "Take on a case of another kind"


def test_counted_cases_are_seen_at_so_many_placements():
    asked = msgspec.structs.replace(one_case(placements=2), cases=2)
    one, other = case("A7", DONE, placement="Harbour"), case("B2", DONE, placement="Quay")

    assert found(asked, done(one, other)).is_met
    assert found(asked, done(one, case("B2", DONE))).shortfalls == ("1 of 2 different placements",)


def test_the_case_that_brings_the_last_problem_settles_the_day():
    asked = one_case(problems=2)
    first = case("A7", DONE, problems=("panic",), closed_on=date(2026, 10, 2))
    second = case("B2", DONE, problems=("grief",), closed_on=date(2026, 11, 2))

    assert found(asked, done(first, second)).met_on == date(2026, 11, 2)


@pytest.mark.parametrize(("opened", "have"), [(date(2026, 3, 3), 0), (date(2026, 3, 4), 1)])
def test_further_cases_are_those_opened_on_the_day_of_the_milestone_or_later(opened, have):
    asked = one_case(from_milestone="course")
    known = done(case("A7", DONE, opened_on=opened))
    qualified = msgspec.structs.replace(known, milestones=(milestone("course"),))

    assert found(asked, known).have == 0
    assert found(asked, qualified).have == have


def test_a_case_closed_later_was_open_on_the_day_and_one_opened_later_was_not_there():
    known = done(case("A7", DONE, closed_on=date(2026, 11, 10)))

    assert found(one_case(), known, on=date(2026, 11, 9)).shortfalls == (
        "A7 has its 2 sessions and is still open",
    )
    assert found(one_case(), known, on=date(2026, 11, 10)).is_met
    assert found(one_case(), known, on=date(2026, 1, 1)).standing is Standing.NOT_BEGUN
