"""Hours within a span: not less than so many months, and not more."""

from datetime import date

import msgspec
import pytest
from made_facts import entry, facts, found, milestone

from workbench.curricula.asked import Stretch
from workbench.curricula.asked_hours import HoursInSpan, SpanIs
from workbench.progress.domain.findings import Standing, Whose
from workbench.progress.domain.reasons import Reason

TODAY = date(2030, 1, 1)
SPAN = HoursInSpan(
    key="span",
    title="Practice over three to six years",
    words="Four hours in three to six years.",
    activities=("therapy",),
    hours=4,
    least_months=36,
    most_months=72,
)
PRACTISED = msgspec.structs.replace(
    SPAN, span_is=SpanIs.WITH_PRACTICE, least_months=3, most_months=4
)
FIRST = date(2023, 5, 5)


def log(*days, standing="countersigned", minutes=60):
    return [entry(on=day, minutes=minutes, standing=standing) for day in days]


def finding_of(entries, rule=SPAN, **known):
    return found(rule, facts(entries=entries, **known), on=TODAY)


@pytest.mark.parametrize(
    ("last", "standing"),
    [(date(2026, 5, 4), Standing.UNDER_WAY), (date(2026, 5, 5), Standing.MET)],
)
def test_three_years_are_reached_on_their_day(last, standing):
    finding = finding_of(log(FIRST, FIRST, FIRST, last))

    assert finding.standing is standing
    assert finding.have == 4
    assert finding.met_on == (last if standing is Standing.MET else None)


@pytest.mark.parametrize(
    ("last", "standing", "hours"),
    [(date(2029, 5, 5), Standing.MET, 4), (date(2029, 5, 6), Standing.UNDER_WAY, 3)],
)
def test_six_years_are_over_after_their_day(last, standing, hours):
    finding = finding_of(log(FIRST, date(2026, 6, 1), date(2026, 6, 2), last))

    assert (finding.standing, finding.have) == (standing, hours)


def test_hours_that_came_too_fast_say_until_when_to_go_on():
    finding = finding_of(log(FIRST, date(2024, 5, 5), date(2024, 5, 6), date(2024, 5, 7)))

    assert finding.explanation == (
        "4.0 of 4 h: from 5 May 2023 to 7 May 2024; "
        "that is twelve whole months, and at least 36 are asked."
    )
    assert finding.shortfalls == ("that is twelve whole months, and at least 36 are asked",)
    assert finding.next_move.what == "Go on until 5 May 2026, and log it"


def test_time_outside_the_span_is_left_out():
    entries = log(FIRST, date(2026, 6, 1), date(2026, 6, 2), date(2029, 5, 6))

    finding = finding_of(entries)

    assert [(one.id, one.reason) for one in finding.left_out] == [
        (entries[0].id, Reason.OTHER_SPAN.words)
    ]
    assert finding.counted == tuple(one.id for one in entries[1:])
    assert finding.next_move.what == "Log 1.0 h more"


def test_a_span_that_is_long_enough_goes_before_a_fuller_one():
    slow = log(date(2018, 1, 1), date(2018, 1, 1), date(2018, 1, 1), date(2021, 1, 1))
    fast = log(*[date(2029, 3, day) for day in range(1, 9)])

    finding = finding_of([*slow, *fast])

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2021, 1, 1)
    assert finding.have == 4


def test_what_waits_is_the_supervisors_move_where_it_would_do():
    entries = [*log(FIRST, FIRST, FIRST), *log(date(2026, 5, 5), standing="submitted")]

    finding = finding_of(entries)

    assert (finding.have, finding.waiting) == (3, 1)
    assert finding.next_move.whose is Whose.SUPERVISOR
    assert "1.0 h wait for a countersignature" in finding.explanation


def test_a_signature_may_be_what_makes_the_span_long_enough():
    entries = [
        *log(FIRST, FIRST, FIRST, FIRST),
        *log(date(2026, 5, 5), standing="submitted"),
    ]

    finding = finding_of(entries)

    assert finding.standing is Standing.UNDER_WAY
    assert finding.next_move.what == "Countersign one entry"


def test_drafts_are_shown_apart():
    finding = finding_of([*log(FIRST), *log(FIRST, standing="draft")])

    assert (finding.have, finding.waiting, finding.draft) == (1, 0, 1)
    assert "1.0 h are drafts" in finding.explanation


def test_nothing_logged_has_not_begun():
    finding = finding_of([])

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "0.0 of 4 h."
    assert finding.next_move.what == "Log 4.0 h more"


def test_only_months_with_practice_may_be_counted():
    quick = log(date(2020, 1, 1), date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 29))

    short = finding_of(quick, PRACTISED)
    met = finding_of([*quick, *log(date(2029, 3, 1))], PRACTISED)

    assert short.standing is Standing.UNDER_WAY
    assert short.explanation == (
        "4.0 of 4 h: from 1 January 2020 to 29 February 2020; "
        "that is two months with practice, and at least three are asked."
    )
    assert short.next_move.what == "Practise in one month more, and log it"
    assert (met.standing, met.met_on) == (Standing.MET, date(2029, 3, 1))


def test_no_more_months_with_practice_than_may_be():
    days = [date(2020, month, 1) for month in range(1, 6)]

    finding = finding_of(log(*days), PRACTISED)

    assert (finding.have, finding.standing) == (4, Standing.MET)
    assert [one.on for one in finding.left_out] == [date(2020, 1, 1)]


def test_only_time_within_the_stretch_makes_a_span():
    rule = msgspec.structs.replace(SPAN, stretch=Stretch(from_milestone="course"))

    finding = finding_of(log(FIRST), rule, milestones=[milestone("course", on=date(2024, 1, 1))])

    assert finding.have == 0
    assert "counted from 1 January 2024, “Course”" in finding.explanation


def test_leap_days_and_the_last_of_all_days_do_no_harm():
    entries = log(date(2024, 2, 29), date(2027, 2, 28), date(9999, 12, 31), date(9999, 12, 30))

    finding = found(SPAN, facts(entries=entries), on=date(9999, 12, 31))

    assert finding.have == 2
