"""The clocks that both routes to DIT practitioner share, at their boundaries, worked by hand."""

from datetime import date

import pytest

from tests.curricula.shipped import entry, finding_in, happened, therapy, treated
from workbench.progress.domain.facts import PauseFact
from workbench.progress.domain.findings import Standing

LATER = date(2030, 1, 1)
COURSE = date(2025, 1, 31)


def five_day(requirement, known, *, on=LATER, **readings):
    """What the file of the five-day route says of one requirement."""
    return finding_in("dit-practitioner-5day-uk", requirement, known, on=on, **readings)


def twenty_day(requirement, known, *, on=LATER, **readings):
    """What the file of the 20-day route says of one requirement."""
    return finding_in("dit-practitioner-20day-uk", requirement, known, on=on, **readings)


STARTS = {
    "on the last day": (date(2025, 7, 31), {}, Standing.MET),  # 31 January and six months
    "a day later": (date(2025, 8, 1), {}, Standing.SHORT),
    "after a refresher": (date(2025, 10, 1), {"refresher": date(2025, 9, 1)}, Standing.MET),
    "long after it": (date(2026, 3, 2), {"refresher": date(2025, 9, 1)}, Standing.SHORT),
}


@pytest.mark.parametrize("case", STARTS.values(), ids=STARTS.keys())
@pytest.mark.parametrize("route", [five_day, twenty_day])
def test_supervised_work_starts_within_six_months_or_after_a_refresher(route, case):
    first, also, standing = case
    milestones = happened(course_completed=COURSE, **also)
    known = treated(therapy("A7", first), milestones=milestones)

    assert route("start_in_6_months", known).standing is standing


def test_supervised_work_may_be_read_to_start_with_supervision():
    meeting = entry("supervision", date(2025, 7, 31))
    milestones = happened(course_completed=COURSE)
    known = treated(therapy("A7", date(2025, 8, 1)), entries=[meeting], milestones=milestones)

    assert not five_day("start_in_6_months", known).is_met
    reading = {"start_of_supervised_work": "first_supervision"}
    assert five_day("start_in_6_months", known, **reading).is_met


def finished(cases, *, first, second_meeting, hours, **known):
    """Cases begun on a day, supervised on that day and, for the last of the hours, on another."""
    meetings = [entry("supervision", first) for _ in range(hours - 1)]
    meetings.append(entry("supervision", second_meeting))
    seen = [therapy(code, first) for code in "ABCD"[:cases]]
    return treated(*seen, entries=meetings, **known)


@pytest.mark.parametrize(
    ("last", "readings", "is_met"),
    [
        (date(2026, 9, 3), {}, True),  # 3 March 2025 and 18 months
        (date(2026, 9, 4), {}, False),
        (date(2026, 7, 31), {"clock_18_starts": "end_of_course"}, True),  # from 31 January 2025
        (date(2026, 8, 1), {"clock_18_starts": "end_of_course"}, False),
        (date(2026, 9, 4), {"clock_18_stops": "cases"}, True),
        (date(2026, 9, 13), {"pauses": "extend"}, True),  # ten days more
        (date(2026, 9, 14), {"pauses": "extend"}, False),
        (date(2027, 10, 1), {"refresher": "runs_anew"}, True),  # from 1 April 2026
        (date(2027, 10, 2), {"refresher": "runs_anew"}, False),
    ],
)
@pytest.mark.parametrize(("route", "cases", "hours"), [(five_day, 2, 16), (twenty_day, 3, 24)])
def test_supervised_work_is_done_within_18_months(route, cases, hours, last, readings, is_met):
    pause = PauseFact(start=date(2025, 12, 1), end=date(2025, 12, 10))
    refresher = {"refresher": date(2026, 4, 1)} if "refresher" in readings else {}
    known = finished(
        cases,
        first=date(2025, 3, 3),
        second_meeting=last,
        hours=hours,
        pauses=[pause],
        milestones=happened(course_completed=COURSE, **refresher),
    )

    found = route("supervision_in_18_months", known, **readings)

    assert found.is_met is is_met
    assert not found.blocks


@pytest.mark.parametrize(
    ("requirement", "last", "standing"),
    [
        ("done_in_24_months", date(2027, 1, 31), Standing.NOT_DUE),
        ("done_in_24_months", date(2027, 2, 1), Standing.OVERDUE),
        ("done_in_36_months", date(2028, 1, 31), Standing.NOT_DUE),
        ("done_in_36_months", date(2028, 2, 1), Standing.OVERDUE),
    ],
)
@pytest.mark.parametrize("route", [five_day, twenty_day])
def test_two_years_are_advised_and_three_are_the_last(route, requirement, last, standing):
    known = treated(milestones=happened(course_completed=COURSE))

    found = route(requirement, known, on=last)

    assert found.standing is standing
    assert found.blocks is (requirement == "done_in_36_months")


@pytest.mark.parametrize(
    ("readings", "due"),
    [
        ({}, date(2028, 1, 31)),
        ({"pauses": "extend"}, date(2028, 2, 10)),  # ten days more
        ({"refresher": "runs_anew"}, date(2029, 4, 1)),  # from 1 April 2026
    ],
)
def test_the_third_year_ends_as_pauses_and_refreshers_are_read(readings, due):
    pause = PauseFact(start=date(2025, 12, 1), end=date(2025, 12, 10))
    milestones = happened(course_completed=COURSE, refresher=date(2026, 4, 1))
    known = treated(milestones=milestones, pauses=[pause])

    assert five_day("done_in_36_months", known, **readings).due == due


def test_a_course_that_ends_on_a_leap_day_is_three_years_old_on_28_february():
    known = treated(milestones=happened(course_completed=date(2024, 2, 29)))

    assert five_day("done_in_36_months", known).due == date(2027, 2, 28)


def test_the_supervised_work_alone_may_be_read_to_be_in_time():
    known = finished(
        2,
        first=date(2025, 3, 3),
        second_meeting=date(2026, 1, 5),
        hours=16,
        milestones=happened(course_completed=COURSE),
    )

    assert five_day("done_in_24_months", known).standing is Standing.OVERDUE  # no case study yet
    assert five_day("done_in_24_months", known, everything="supervised_work").is_met
    assert five_day("done_in_36_months", known, everything="supervised_work").is_met
