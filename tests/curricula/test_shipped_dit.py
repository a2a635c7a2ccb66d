"""The routes to DIT practitioner and complex care at their boundaries, worked by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.curricula.shipped import (
    Attendance,
    entry,
    facts,
    finding_in,
    rating,
    spread,
    therapy,
    treated,
)
from workbench.progress.domain.facts import SessionFact

LATER = date(2030, 1, 1)
MONDAY = date(2025, 1, 6)


def five_day(requirement, known, *, on=LATER, **readings):
    """What the file of the five-day route says of one requirement."""
    return finding_in("dit-practitioner-5day-uk", requirement, known, on=on, **readings)


def twenty_day(requirement, known, *, on=LATER, **readings):
    """What the file of the 20-day route says of one requirement."""
    return finding_in("dit-practitioner-20day-uk", requirement, known, on=on, **readings)


def complex_care(requirement, known, **readings):
    """What the file of complex care says of one requirement."""
    return finding_in("dit-complex-care-uk", requirement, known, on=LATER, **readings)


@pytest.mark.parametrize(
    ("minutes", "readings", "credited"),
    [
        (49, {}, 49),
        (50, {}, 60),
        (60, {}, 60),
        (61, {}, 61),
        (100, {}, 100),
        (50, {"session_hour": "clock"}, 50),
        (49, {"session_hour": "nothing_below_50"}, 0),
        (100, {"session_hour": "each_50_an_hour"}, 120),
    ],
)
def test_a_session_becomes_hours_as_it_is_read(minutes, readings, credited):
    known = facts(entry("psychodynamic_therapy", MONDAY, minutes))

    assert five_day("practice_150", known, **readings).have == Fraction(credited, 60)


@pytest.mark.parametrize(("hours", "is_met"), [(149, False), (150, True)])
def test_150_hours_open_the_five_day_course(hours, is_met):
    known = facts(*spread("psychodynamic_therapy", MONDAY, date(2026, 1, 6), hours, 50))

    assert five_day("practice_150", known).is_met is is_met


def weekly(weeks, every=1):
    """Personal therapy on the Mondays of so many weeks, from the first on."""
    return facts(
        *(
            entry("personal_therapy", MONDAY + timedelta(weeks=week), 50)
            for week in range(0, weeks + 1, every)
        )
    )


@pytest.mark.parametrize(
    ("known", "readings", "is_met"),
    [
        (weekly(52), {}, False),  # 6 January 2025 to 5 January 2026: a day short of 12 months
        (weekly(53), {}, True),
        (weekly(54, every=6), {}, False),  # 10 weeks of 40
        (weekly(54, every=6), {"therapy_weekly": "by_the_calendar"}, True),
        (weekly(53), {"therapy_weekly": "every_week"}, True),
        (weekly(54, every=2), {"therapy_weekly": "every_week"}, False),
    ],
)
def test_a_year_of_weekly_therapy_is_read_in_three_ways(known, readings, is_met):
    assert five_day("therapy_year", known, **readings).is_met is is_met


@pytest.mark.parametrize(
    ("second", "is_met"),
    [
        (MONDAY + timedelta(weeks=15), True),  # begins on the day of the first one's last session
        (MONDAY + timedelta(weeks=16), False),
    ],
)
def test_two_cases_of_16_sessions_are_under_way_together(second, is_met):
    known = treated(therapy("A7", MONDAY), therapy("B2", second))

    assert five_day("two_cases", known).is_met is is_met


@pytest.mark.parametrize(("sessions", "is_met"), [(15, False), (16, True), (17, True)])
def test_each_case_has_16_attended_sessions(sessions, is_met):
    known = treated(therapy("A7", MONDAY), therapy("B2", MONDAY, sessions))

    assert five_day("two_cases", known).is_met is is_met


def test_a_session_that_was_offered_counts_by_another_reading_only():
    case, sessions, entries = therapy("B2", MONDAY, 15)
    missed = SessionFact(
        id=9999,
        case="B2",
        number=16,
        on=MONDAY + timedelta(weeks=15),
        attendance=Attendance.DID_NOT_ATTEND,
        minutes=50,
        phase="ending",
    )
    known = treated(therapy("A7", MONDAY), (case, [*sessions, missed], entries))

    assert not five_day("two_cases", known).is_met
    assert five_day("two_cases", known, sessions_counted="offered").is_met


@pytest.mark.parametrize(
    ("hours", "sessions", "is_met"),
    [
        (16, 16, True),  # 32 sessions at half an hour are 16 hours
        (15, 16, False),
        (16, 17, False),  # 33 sessions are 16.5 hours
    ],
)
def test_supervision_keeps_up_with_the_sessions_of_two_cases(hours, sessions, is_met):
    meetings = spread("supervision", MONDAY, date(2025, 6, 2), hours, 60)
    known = treated(therapy("A7", MONDAY), therapy("B2", MONDAY, sessions), entries=meetings)

    assert five_day("supervision_16", known).is_met is is_met


@pytest.mark.parametrize(
    ("rated", "readings", "is_met"),
    [
        ([("A7", "middle"), ("A7", "ending"), ("B2", "middle"), ("B2", "ending")], {}, True),
        ([("A7", "middle"), ("A7", "ending"), ("A7", "initial"), ("B2", "ending")], {}, False),
        (
            [("A7", "middle"), ("A7", "ending"), ("B2", "middle"), ("B2", "ending")],
            {"which_recordings": "as_for_supervisors"},
            False,
        ),
    ],
)
def test_four_recordings_are_two_of_each_case(rated, readings, is_met):
    ratings = [rating(case, n, phase=phase) for n, (case, phase) in enumerate(rated, start=1)]
    known = treated(therapy("A7", MONDAY), therapy("B2", MONDAY), ratings=ratings)

    assert five_day("recordings_4", known, **readings).is_met is is_met


def test_a_second_rater_counts_by_another_reading_only():
    ratings = [rating(case, n, by="second") for case in ("A7", "B2") for n in (5, 13)]
    known = treated(therapy("A7", MONDAY), therapy("B2", MONDAY), ratings=ratings)

    assert not five_day("recordings_4", known).is_met
    assert five_day("recordings_4", known, who_may_rate="second_too").is_met
    assert five_day("recordings_4", known, who_may_rate="second_only").is_met


@pytest.mark.parametrize(("cases", "is_met"), [(2, False), (3, True)])
def test_the_20_day_route_asks_for_three_cases_at_any_time(cases, is_met):
    seen = [
        therapy(code, MONDAY + timedelta(weeks=20 * number))
        for number, code in enumerate("ABC"[:cases])
    ]

    assert twenty_day("three_cases", treated(*seen)).is_met is is_met
    assert not twenty_day("three_cases", treated(*seen), how_many_cases="four").is_met


@pytest.mark.parametrize(
    ("size", "readings", "have"),
    [
        (3, {}, 2),
        (4, {}, 0),
        (4, {"largest_group": "any"}, 2),
        (2, {"group_supervision": "divided"}, 1),
    ],
)
def test_the_20_day_route_supervises_in_groups_of_two_or_three(size, readings, have):
    known = facts(entry("supervision", MONDAY, 120, group_size=size))

    assert twenty_day("supervision_24", known, **readings).have == have


@pytest.mark.parametrize(
    ("hours", "sessions", "readings", "is_met"),
    [
        (24, 16, {}, True),  # 48 sessions at half an hour are 24 hours
        (23, 16, {}, False),
        (24, 17, {}, False),  # 49 sessions are 24.5 hours
        (24, 17, {"half_an_hour": "total_only"}, True),
    ],
)
def test_the_20_day_route_asks_for_24_hours_of_supervision(hours, sessions, readings, is_met):
    meetings = spread("supervision", MONDAY, date(2025, 6, 2), hours, 60)
    seen = [therapy("A", MONDAY), therapy("B", MONDAY), therapy("C", MONDAY, sessions)]

    known = treated(*seen, entries=meetings)

    assert twenty_day("supervision_24", known, **readings).is_met is is_met


@pytest.mark.parametrize(
    ("sessions", "minutes", "case", "supervised"),
    [
        (26, 780, True, True),  # 26 sessions at half an hour are 13 hours
        (25, 780, False, True),
        (26, 779, True, False),
        (27, 780, True, False),  # 13.5 hours
    ],
)
def test_complex_care_asks_for_a_case_of_26_sessions_and_13_hours(
    sessions, minutes, case, supervised
):
    meetings = [entry("supervision", MONDAY, 390), entry("supervision", MONDAY, minutes - 390)]
    known = treated(therapy("A7", MONDAY, sessions), entries=meetings)

    assert complex_care("one_case", known).is_met is case
    assert complex_care("supervision_13", known).is_met is supervised
