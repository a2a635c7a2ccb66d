"""What lies ahead, told before it has happened."""

from datetime import date, timedelta

import pytest
from made_facts import (
    ALL_BY,
    HOURS,
    ROLE_PLAY,
    SUPERVISED,
    TODAY,
    TWO_CASES,
    case,
    curriculum,
    entry,
    facts,
    milestone,
    session,
)
from made_supervision import MONTHLY, RATIO, TIERS
from msgspec.structs import replace

from workbench.curricula.asked_supervision import (
    Over,
)
from workbench.progress.domain.ahead import ahead
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import CaseStanding, PauseFact

MONTH_END = date(2026, 11, 30)


def seen(*requirements, on=TODAY, **known):
    rules, known = curriculum(*requirements), facts(**known)
    return ahead(rules, known, evaluate(rules, known, on=on), on=on)


def weekly(activity, minutes, weeks=8, on=TODAY):
    return [
        entry(activity, minutes=minutes, on=on - timedelta(weeks=n), standing="countersigned")
        for n in range(weeks)
    ]


def test_a_month_that_will_fall_short_is_told_before_it_ends():
    [line] = seen(MONTHLY, entries=[*weekly("therapy", 60), *weekly("supervision", 15)])

    assert line.falls_short
    assert (line.key, line.by) == ("monthly", MONTH_END)
    assert line.what == "November will fall short of supervision at this pace"
    # On the 7th, 14th and 21st 15 minutes each; the nine days to come bring 9/7 of 15.
    assert line.why.startswith("0.7 h are there for 3.0 h of practice so far.")


def test_a_month_that_will_have_enough_is_not_told():
    assert not seen(MONTHLY, entries=[*weekly("therapy", 60), *weekly("supervision", 60)])


def test_what_the_pace_will_bring_counts_before_the_month_is_called_short():
    meetings = weekly("supervision", 24)  # 72 minutes on the three Saturdays, 31 at the pace

    assert not seen(MONTHLY, entries=[*weekly("therapy", 60), *meetings])


def test_without_three_weeks_of_data_only_what_is_there_is_looked_at():
    entries = [entry("therapy", on=TODAY), entry("supervision", minutes=60, on=TODAY)]

    [line] = seen(MONTHLY, entries=entries)

    assert "Have 0.5 h more" in line.why


def test_a_tier_is_that_of_the_practice_to_come():
    therapy, meetings = weekly("therapy", 240), weekly("supervision", 24)

    # 12 h so far and 5.1 h at the pace are over 16 h; 1.7 h of supervision would do for 12.
    [line] = seen(TIERS, entries=[*therapy, *meetings])

    assert line.by == MONTH_END


@pytest.mark.parametrize(("minutes", "lines"), [(20, 1), (40, 0)])
def test_a_ratio_in_each_month_is_that_of_the_pace(minutes, lines):
    monthly = replace(RATIO, over=Over.EACH_MONTH)
    entries = [*weekly("therapy", 240), *weekly("supervision", minutes)]

    assert len(seen(monthly, entries=entries)) == lines


def test_a_ratio_over_the_whole_is_told_when_its_spare_time_runs_out():
    entries = [
        entry("supervision", minutes=300, on=TODAY - timedelta(weeks=9)),
        *weekly("therapy", 240),
    ]

    [line] = seen(RATIO, entries=entries)

    # 300 minutes for 1920 of practice, which need 240: 60 to spare, and 30 go each week.
    assert line.by == TODAY + timedelta(weeks=2)
    assert line.what == "The ratio of one to 8 will not hold at this pace"


@pytest.mark.parametrize("meetings", [weekly("supervision", 30), weekly("supervision", 0 + 1)])
def test_a_ratio_that_holds_for_a_quarter_or_is_lost_already_is_not_foreseen(meetings):
    assert not seen(RATIO, entries=[*weekly("therapy", 240), *meetings])


def test_while_the_training_rests_no_pace_is_held_against_it():
    away = [PauseFact(start=TODAY - timedelta(days=3))]
    entries = [*weekly("therapy", 240), *weekly("supervision", 5)]

    assert not seen(MONTHLY, RATIO, entries=entries, pauses=away)


def test_an_open_case_is_told_when_it_can_have_its_sessions():
    held = [session("A7", n, on=TODAY - timedelta(weeks=10 - n)) for n in range(1, 11)]

    [line] = seen(TWO_CASES, cases=[case("A7")], sessions=held)

    assert line.what == "The earliest day for 16 sessions of A7"
    assert line.by == TODAY + timedelta(weeks=6)
    assert line.why == "Six sessions to go, one a week."
    assert not line.falls_short


def test_a_case_that_ended_or_has_its_sessions_is_not_told():
    full = [session("A7", n, on=TODAY - timedelta(weeks=17 - n)) for n in range(1, 17)]

    cases = [case("A7"), case("B2", standing=CaseStanding.DROPPED_OUT)]

    assert not seen(TWO_CASES, cases=cases, sessions=full)


def test_a_clock_is_told_half_a_year_before_its_end():
    course = [milestone("course", on=date(2024, 3, 4))]
    asked = (replace(ALL_BY, until_met=("hours",)), HOURS)

    [line] = seen(*asked, milestones=course, on=date(2026, 9, 3))

    assert (line.by, line.what) == (date(2027, 3, 4), "“All within three years” ends")
    assert line.why == "The course is repeated."
    assert not seen(*asked, milestones=course, on=date(2026, 9, 1))
    assert not seen(*asked, milestones=course, on=date(2027, 3, 5))


def test_hours_that_will_be_full_too_late_are_told_long_before():
    asked = (replace(ALL_BY, until_met=("hours",)), HOURS)

    [line] = seen(*asked, milestones=[milestone("course")], entries=weekly("therapy", 60))

    assert line.falls_short
    # 8 of 150 h at one an hour: 142 weeks.
    assert (
        line.why == "At this pace “Practice” is full around 11 August 2029. The course is repeated."
    )


def test_hours_that_will_be_full_in_time_leave_only_the_date():
    asked = (replace(ALL_BY, until_met=("hours",), months=12), HOURS)

    [line] = seen(*asked, milestones=[milestone("course")], entries=weekly("therapy", 720))

    assert not line.falls_short


def test_cases_that_cannot_be_done_in_time_are_told():
    asked = (replace(ALL_BY, until_met=("cases",), months=11), TWO_CASES)
    held = [session("A7", n, on=TODAY - timedelta(weeks=10 - n)) for n in range(1, 11)]

    lines = seen(
        *asked, milestones=[milestone("course")], cases=[case("A7"), case("B2")], sessions=held
    )

    [clock] = [one for one in lines if one.key == "all_by"]
    assert clock.falls_short
    assert clock.why.startswith("One of the cases can have 16 sessions by then, at one a week.")


def test_a_case_opened_today_makes_up_for_one_that_is_missing():
    asked = (replace(ALL_BY, until_met=("cases", "role_play"), months=13), TWO_CASES, ROLE_PLAY)

    [clock] = seen(*asked, milestones=[milestone("course")])

    assert not clock.falls_short


def test_cases_that_can_still_be_done_leave_only_the_date():
    asked = (replace(ALL_BY, until_met=("cases",), months=11), TWO_CASES)
    nearly = [
        session(code, n, on=TODAY - timedelta(weeks=15 - n))
        for code in ("A7", "B2")
        for n in range(1, 16)
    ]

    lines = seen(
        *asked, milestones=[milestone("course")], cases=[case("A7"), case("B2")], sessions=nearly
    )

    assert [one.falls_short for one in lines] == [False, False, False]


def test_completed_cases_ask_for_nothing_more():
    held = [
        session(code, n, on=TODAY - timedelta(weeks=30 - n))
        for code in ("A7", "B2")
        for n in range(1, 17)
    ]
    signed = [
        entry("therapy", case=one.case, session=one.number, on=one.on, minutes=50) for one in held
    ]
    cases = [case(code, standing=CaseStanding.COMPLETED) for code in ("A7", "B2")]
    asked = (replace(ALL_BY, until_met=("cases", "hours"), months=11), TWO_CASES, HOURS)
    known = {"cases": [*cases, case("C3")], "sessions": held, "entries": signed}

    lines = seen(*asked, milestones=[milestone("course")], **known)

    assert [one.key for one in lines] == ["all_by"]
    assert "cases" not in lines[0].why


def test_what_is_met_asks_for_nothing_more():
    asked = (replace(ALL_BY, until_met=("hours",)), HOURS, SUPERVISED)
    full = [entry("therapy", minutes=1440, on=TODAY - timedelta(days=n)) for n in range(7)]

    assert not seen(*asked, milestones=[milestone("course")], entries=full)
