"""BACP accreditation at its boundaries, worked by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.curricula.shipped import (
    Attendance,
    SessionFact,
    entry,
    facts,
    finding_in,
    happened,
    spread,
)

LATER = date(2030, 1, 1)
MARCH = date(2026, 3, 10)
COMPLETED = date(2024, 6, 28)


def bacp(requirement, known, *, on=LATER, **readings):
    """What the file says of one requirement."""
    return finding_in("bacp-accreditation", requirement, known, on=on, **readings)


def span_to(last, first=date(2020, 5, 5)):
    """45 entries of 10 hours are 450 hours, the first and the last on the days given."""
    return facts(*spread("practice", first, last, 45, 600))


@pytest.mark.parametrize(
    ("last", "months", "is_met"),
    [
        (date(2023, 4, 5), 35, False),  # 5 May 2020 and 35 months
        (date(2023, 5, 4), 35, False),  # a day short of 36 months
        (date(2023, 5, 5), 36, True),  # three years to the day
        (date(2026, 5, 5), 72, True),  # six years to the day
        (date(2026, 5, 6), 72, False),  # a day more: any six years hold 44 entries, 440 hours
        (date(2026, 6, 5), 73, False),
    ],
)
def test_450_hours_lie_in_three_to_six_years(last, months, is_met):
    found = bacp("practice_450", span_to(last))

    assert found.is_met is is_met, months
    assert found.needed == 450


def test_a_minute_less_than_450_hours_is_not_450_hours():
    *most, last = spread("practice", date(2020, 5, 5), date(2024, 5, 5), 45, 600)
    short = facts(*most, entry("practice", last.on, 599))

    found = bacp("practice_450", short)  # 44 x 600 + 599 = 26 999 of 27 000 minutes

    assert not found.is_met
    assert found.have == Fraction(26999, 60)


def test_years_with_practice_may_lie_far_apart_by_another_reading():
    # 36 months with 12.5 hours each are 450 hours: 24 months of 2018 and 2019, 12 of 2024
    months = [date(2018 + number // 12, number % 12 + 1, 15) for number in range(24)]
    months += [date(2024, number, 15) for number in range(1, 13)]
    known = facts(*(entry("practice", day, 750) for day in months))

    assert not bacp("practice_450", known).is_met  # 83 months by the calendar
    assert bacp("practice_450", known, span="with_practice").is_met
    fewer = facts(*known.entries[:35], entry("practice", months[34], 750))  # 450 h in 35 months
    assert not bacp("practice_450", fewer, span="with_practice").is_met


@pytest.mark.parametrize(("after", "is_met"), [(148, False), (149, True)])
def test_150_hours_come_after_training_and_the_day_of_completion_is_one_of_them(after, is_met):
    before = entry("practice", COMPLETED - timedelta(days=1), 600)
    on_the_day = entry("practice", COMPLETED, 60)
    later = [entry("practice", COMPLETED + timedelta(days=1 + day), 60) for day in range(after)]
    done = happened(training_completed=COMPLETED, certificate=COMPLETED + timedelta(days=10))
    known = facts(before, on_the_day, *later, milestones=done)

    found = bacp("after_training_150", known)

    assert found.have == after + 1  # the 10 hours before do not count
    assert found.is_met is is_met
    assert bacp("after_training_150", known, after_training="day_after_completion").have == after
    # from the tenth day on: days 1 to 9 after completion hold 9 hours
    assert bacp("after_training_150", known, after_training="certificate").have == after - 9


def test_nothing_is_after_a_training_that_goes_on():
    known = facts(entry("practice", MARCH, 600))

    assert bacp("after_training_150", known).have == 0


SUPERVISED = {
    "an hour and 29 minutes": ([(89, {})], {}, False),
    "an hour and a half": ([(90, {})], {}, True),
    "two meetings of 45 minutes": ([(45, {}), (45, {})], {}, True),
    # half of 3 hours
    "three hours in a group of four": ([(180, {"group_size": 4})], {}, True),
    "a minute less": ([(179, {"group_size": 4})], {}, False),
    # 180 / 5 = 36 minutes, 450 / 5 = 90
    "three hours in a group of five": ([(180, {"group_size": 5})], {}, False),
    "seven and a half hours in a group of five": ([(450, {"group_size": 5})], {}, True),
    # four present of five contracted: 180 / 5 = 36, or half of 180
    "five contracted": ([(180, {"group_size": 4, "group_contracted": 5})], {}, False),
    "four of them present": (
        [(180, {"group_size": 4, "group_contracted": 5})],
        {"group_size": "present"},
        True,
    ),
    # four supervisees and the supervisor are five: 36 minutes
    "the leader counted": ([(180, {"group_size": 4})], {"leader": "counted"}, False),
    # 36 alone and 54 = 270 / 5 in a group are 90
    "alone and in a group together": ([(36, {}), (270, {"group_size": 5})], {}, True),
}


@pytest.mark.parametrize("case", SUPERVISED.values(), ids=SUPERVISED.keys())
def test_each_month_with_practice_needs_an_hour_and_a_half(case):
    meetings, readings, is_met = case
    logged = [entry("supervision", MARCH, minutes, **fields) for minutes, fields in meetings]
    known = facts(entry("practice", MARCH), *logged)

    assert bacp("supervised_each_month", known, **readings).is_met is is_met


@pytest.mark.parametrize(("members", "is_met"), [(4, True), (5, False)])
def test_among_equals_every_member_is_counted(members, is_met):
    peers = entry("peer_supervision", MARCH, 180, group_size=members)  # 90, or 180 / 5 = 36

    known = facts(entry("practice", MARCH), peers)

    assert bacp("supervised_each_month", known).is_met is is_met


def test_two_hours_are_an_hour_among_four_and_20_minutes_among_six():
    four, six = (entry("supervision", MARCH, 120, group_size=size) for size in (4, 6))

    assert bacp("one_to_eight", facts(four)).have == 1
    assert bacp("one_to_eight", facts(six)).have == Fraction(1, 3)


def test_there_is_no_averaging_and_the_month_is_named():
    practice = [entry("practice", date(2026, month, 10)) for month in (1, 2, 3)]
    supervision = [entry("supervision", date(2026, month, 12), 120) for month in (1, 3)]
    generous = entry("supervision", date(2026, 3, 20), 600)

    found = bacp("supervised_each_month", facts(*practice, *supervision, generous))

    assert not found.is_met
    [february] = found.windows
    assert (february.first, february.last) == (date(2026, 2, 1), date(2026, 2, 28))
    assert (february.needed, february.have) == (Fraction(3, 2), 0)


def test_supervision_on_the_first_of_february_is_not_in_january():
    known = facts(entry("practice", date(2026, 1, 31)), entry("supervision", date(2026, 2, 1), 90))

    assert not bacp("supervised_each_month", known).is_met
    assert bacp("supervised_each_month", known, month="blocks_of_30_days").is_met
    assert bacp("supervised_each_month", known, month="any_30_days").is_met


def test_a_month_of_missed_sessions_needs_supervision_by_another_reading_only():
    missed = SessionFact(
        id=1,
        case="A7",
        number=3,
        on=date(2026, 4, 14),
        attendance=Attendance.DID_NOT_ATTEND,
        minutes=50,
        phase="whole",
    )
    march = [entry("practice", MARCH), entry("supervision", MARCH, 90)]
    known = facts(*march, sessions=[missed])

    assert bacp("supervised_each_month", known).is_met
    assert not bacp("supervised_each_month", known, missed_sessions="yes").is_met


@pytest.mark.parametrize(
    ("practised", "supervised", "readings", "is_met"),
    [
        (80, 600, {}, True),  # 80 / 8 = 10 hours
        (80, 599, {}, False),
        (81, 607, {}, False),  # 81 / 8 hours are 607.5 minutes, and a fraction never rounds up
        (81, 608, {}, True),
        (81, 608, {"eighths": "started"}, False),  # 11 blocks were begun: 11 hours
        (81, 660, {"eighths": "started"}, True),
        (80, 600, {"eighths": "started"}, True),  # 10 blocks exactly
    ],
)
def test_a_student_has_an_hour_for_eight(practised, supervised, readings, is_met):
    practice = [entry("practice", MARCH, practised * 60 // 10) for _ in range(10)]
    known = facts(*practice, entry("supervision", MARCH, supervised))

    assert bacp("one_to_eight", known, **readings).is_met is is_met


def test_an_hour_for_eight_may_be_held_in_each_month():
    # 8 hours in each of two months, and both hours of supervision in the first
    practice = [entry("practice", date(2026, month, 10), 480) for month in (3, 4)]
    known = facts(*practice, entry("supervision", MARCH, 120))

    assert bacp("one_to_eight", known).is_met
    assert not bacp("one_to_eight", known, ratio_over="each_month").is_met


@pytest.mark.parametrize(("days", "is_met"), [(14, True), (15, False)])
def test_a_student_waits_no_longer_than_14_days(days, is_met):
    practice = [entry("practice", MARCH + timedelta(days=day)) for day in range(days + 1)]
    meetings = [entry("supervision", MARCH + timedelta(days=day)) for day in (0, days)]

    assert bacp("every_two_weeks", facts(*practice, *meetings)).is_met is is_met


def test_a_meeting_in_each_fortnight_may_be_further_apart():
    # Monday 2 March 2026 begins the first fortnight, and Monday 16 March the second
    practice = [entry("practice", date(2026, 3, 2) + timedelta(days=day)) for day in range(28)]
    meetings = [entry("supervision", date(2026, 3, day)) for day in (2, 29)]
    known = facts(*practice, *meetings)

    assert not bacp("every_two_weeks", known).is_met  # 27 days
    assert bacp("every_two_weeks", known, two_weeks="fortnights").is_met


def test_assessment_helpline_and_skills_count_for_nothing():
    kept = [entry(one, MARCH, 600) for one in ("assessment", "helpline", "counselling_skills")]

    assert bacp("practice_450", facts(*kept)).have == 0


def test_the_first_sessions_of_a_case_count_unless_they_are_read_as_assessment():
    sessions = [entry("practice", MARCH, case="A7", session=number) for number in (1, 2, 3)]
    known = facts(*sessions, milestones=happened(training_completed=MARCH))

    assert bacp("after_training_150", known).have == 3
    assert bacp("after_training_150", known, first_sessions="first_is_assessment").have == 2
    assert bacp("after_training_150", known, first_sessions="first_two_are_assessment").have == 1


def test_fifty_minutes_are_an_hour_by_another_reading_only():
    known = facts(entry("practice", MARCH, 50), milestones=happened(training_completed=MARCH))

    assert bacp("after_training_150", known).have == Fraction(5, 6)
    assert bacp("after_training_150", known, session_hour="hour_from_50").have == 1
