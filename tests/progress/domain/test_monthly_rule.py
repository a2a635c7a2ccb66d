"""Supervision in every month with practice: calendar months, blocks, sliding stretches."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from made_facts import case, facts, found, pause
from made_supervision import MONTHLY, RATIO, TIERS, changed, log, missed, practice, supervised

from workbench.curricula.asked import Month
from workbench.curricula.asked_supervision import (
    Over,
    PracticeIs,
)
from workbench.progress.domain.findings import Standing, Unit, Whose


def test_a_month_of_exactly_what_is_asked_is_enough():
    known = log(practice(date(2026, 5, 4)), [supervised(date(2026, 5, 31))])

    finding = found(MONTHLY, known)

    assert finding.standing is Standing.MET
    assert (finding.needed, finding.have, finding.unit) == (1, 1, Unit.WINDOWS)
    assert finding.explanation == "1 of 1 month has enough."
    assert finding.met_on == date(2026, 5, 31)


def test_a_minute_too_little_in_one_month_is_short_however_much_the_next_has():
    known = log(
        practice(date(2026, 4, 4), date(2026, 5, 4)),
        [supervised(date(2026, 4, 30), 89), supervised(date(2026, 5, 1), 600)],
    )

    finding = found(MONTHLY, known)

    [window] = finding.windows
    assert finding.standing is Standing.SHORT
    assert (finding.have, finding.needed) == (1, 2)
    assert (window.first, window.last) == (date(2026, 4, 1), date(2026, 4, 30))
    assert (window.have, window.needed) == (Fraction(89, 60), Fraction(3, 2))
    assert finding.shortfalls == ("April 2026 has 1.4 of 1.5 h",)
    assert finding.next_move.whose is Whose.PROVIDER


def test_a_session_on_the_last_of_january_is_not_supervised_by_a_meeting_in_february():
    known = log(practice(date(2026, 1, 31)), [supervised(date(2026, 2, 1))])

    assert found(MONTHLY, known).standing is Standing.SHORT


def test_an_hour_every_second_week_may_fall_short_where_the_border_of_a_month_lies():
    """Each fourteen days: 2, 16 and 30 March are 3 h, 13 April alone is 1 h of 1.5 h."""
    days = [date(2026, 3, 2) + timedelta(weeks=2 * n) for n in range(4)]

    finding = found(MONTHLY, log(practice(*days), [supervised(day, 60) for day in days]))

    assert finding.shortfalls == ("April 2026 has 1 of 1.5 h",)


def test_an_hour_every_third_week_is_not_averaged_to_enough():
    """20 March, 10 April and 1 May: each month has its one hour only."""
    days = [date(2026, 3, 20) + timedelta(weeks=3 * n) for n in range(3)]

    finding = found(MONTHLY, log(practice(*days), [supervised(day, 60) for day in days]))

    assert len(finding.windows) == 3


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2028, 2, 29), Standing.NOT_DUE),
        (date(2028, 3, 1), Standing.SHORT),
    ],
)
def test_the_running_month_is_not_judged_before_it_is_over_in_a_leap_year_too(on, standing):
    finding = found(MONTHLY, log(practice(date(2028, 2, 3))), on=on)

    assert finding.standing is standing


def test_a_running_month_says_how_much_is_missing_and_until_when():
    known = log(practice(date(2026, 11, 3)), [supervised(date(2026, 11, 10), 60)])

    finding = found(MONTHLY, known)

    assert finding.explanation == (
        "No month with practice is over yet: November 2026 is not over, and has 1 of 1.5 h so far."
    )
    assert finding.next_move.what == "Have 0.5 h more of supervision by 30 November 2026"


def test_a_running_month_with_enough_asks_for_nothing():
    known = log(practice(date(2026, 11, 3)), [supervised(date(2026, 11, 10))])

    assert found(MONTHLY, known).next_move is None


@pytest.mark.parametrize(
    ("standing", "amounts", "whose"),
    [("submitted", (1, 0), Whose.SUPERVISOR), ("draft", (0, 1), Whose.TRAINEE)],
)
def test_supervision_that_is_not_countersigned_leaves_the_month_waiting(standing, amounts, whose):
    known = log(practice(date(2026, 5, 4)), [supervised(date(2026, 5, 6), standing=standing)])

    finding = found(MONTHLY, known)

    assert finding.standing is Standing.UNDER_WAY
    assert (finding.have, finding.waiting, finding.draft) == (0, *amounts)
    assert len(finding.windows) == 1
    assert finding.next_move.whose is whose


def test_what_waits_is_named_beside_what_is_short():
    known = log(practice(date(2026, 5, 4)), [supervised(date(2026, 5, 6), 60, "submitted")])

    assert found(MONTHLY, known).shortfalls == (
        "May 2026 has 0 of 1.5 h, and 1.0 h wait for a countersignature",
    )


def test_a_month_with_only_missed_sessions_asks_for_nothing_unless_planned_ones_count():
    known = facts(cases=[case("A7")], sessions=[missed(date(2026, 5, 4))])
    planned = changed(MONTHLY, practice_is=PracticeIs.PLANNED)

    as_attended, as_planned = found(MONTHLY, known), found(planned, known)

    assert as_attended.standing is Standing.MET
    assert as_attended.met_on == date(2026, 5, 4)
    assert as_attended.explanation == (
        "Only missed sessions so far, and they ask for no supervision."
    )
    assert as_planned.standing is Standing.SHORT


def test_an_entry_of_a_missed_session_is_practice_only_as_planned():
    known = log(
        practice(date(2026, 5, 4), case="A7", session=1),
        cases=[case("A7")],
        sessions=[missed(date(2026, 5, 4))],
    )

    assert found(MONTHLY, known).needed == 0
    assert found(changed(MONTHLY, practice_is=PracticeIs.PLANNED), known).needed == 1


def test_sessions_are_no_practice_of_an_activity_that_is_no_client_work():
    asked = changed(MONTHLY, practice=("own_therapy",), practice_is=PracticeIs.PLANNED)

    finding = found(asked, facts(sessions=[missed(date(2026, 5, 4))]))

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "No practice yet that would ask for supervision."


def test_a_missed_session_that_lies_ahead_is_no_practice():
    planned = changed(MONTHLY, practice_is=PracticeIs.PLANNED)

    assert found(planned, facts(sessions=[missed(date(2026, 12, 4))])).standing is (
        Standing.NOT_BEGUN
    )


def test_a_month_without_practice_asks_for_nothing_and_one_inside_a_pause_does():
    known = log(
        practice(date(2026, 3, 4), date(2026, 5, 4)),
        [supervised(date(2026, 3, 5))],
        pauses=[pause(date(2026, 5, 1), date(2026, 5, 31))],
    )

    finding = found(MONTHLY, known)

    assert [window.first for window in finding.windows] == [date(2026, 5, 1)]


@pytest.mark.parametrize("days", [28, 29, 30, 31])
def test_blocks_follow_one_another_from_the_first_day_of_practice(days):
    """The last day of the first block is practised and supervised; the next day begins another."""
    asked = changed(MONTHLY, month=Month.BLOCK, month_days=days)
    first = date(2026, 1, 31)
    last, after = first + timedelta(days=days - 1), first + timedelta(days=days)

    in_time = found(asked, log(practice(first), [supervised(last)]))
    too_late = found(asked, log(practice(first), [supervised(after)]))

    assert in_time.is_met
    assert [(w.first, w.last) for w in too_late.windows] == [(first, last)]


def test_a_block_is_named_by_its_days():
    asked = changed(MONTHLY, month=Month.BLOCK, month_days=28)

    finding = found(asked, log(practice(date(2026, 1, 10), date(2026, 3, 1))))

    # 10 January + 28 days = 7 February, + 28 = 7 March: 1 March lies in the second block
    assert finding.shortfalls == (
        "10 January to 6 February 2026 has 0 of 1.5 h",
        "7 February to 6 March 2026 has 0 of 1.5 h",
    )


def test_a_sliding_month_begins_on_every_day_of_practice():
    """30 days from 1 March end on 30 March, the day of the meeting."""
    asked = changed(MONTHLY, month=Month.SLIDING)
    days = date(2026, 3, 1), date(2026, 3, 31)

    finding = found(asked, log(practice(*days), [supervised(date(2026, 3, 30))]))

    # the stretch from 31 March to 29 April has no meeting
    assert (finding.needed, finding.have) == (2, 1)
    assert [(w.first, w.last) for w in finding.windows] == [(date(2026, 3, 31), date(2026, 4, 29))]


def test_a_month_that_asks_for_nothing_is_in_order_at_its_end():
    each = changed(RATIO, practice_is=PracticeIs.PLANNED, over=Over.EACH_MONTH)
    offered = [missed(date(2026, 3, 4))]

    assert found(each, facts(sessions=offered)).met_on == date(2026, 3, 31)


def test_it_is_met_on_the_day_on_which_the_last_month_had_enough():
    days = [date(2026, 4, 9), date(2026, 5, 6), date(2026, 5, 7), date(2026, 5, 20)]
    known = log(
        practice(date(2026, 5, 4)),
        [supervised(days[0]), *(supervised(day, 45) for day in days[1:])],
    )
    planned = changed(MONTHLY, practice_is=PracticeIs.PLANNED)

    assert found(MONTHLY, known).met_on == date(2026, 5, 7)
    assert found(planned, known).met_on == date(2026, 5, 7)


def test_blocks_begin_with_practice_and_a_pause_ahead_takes_nothing_away():
    blocks = changed(MONTHLY, month=Month.BLOCK)
    ahead = facts(pauses=[pause(date(2026, 12, 1))])

    assert found(blocks, facts()).standing is Standing.NOT_BEGUN
    assert found(changed(TIERS, without_practice=True), ahead).needed == 9


def test_many_short_months_are_told_shortly_and_listed_in_full():
    days = [date(2026, month, 4) for month in range(1, 8)]

    finding = found(MONTHLY, log(practice(*days)))

    assert finding.explanation == (
        "0 of 7 months have enough: January 2026 has 0 of 1.5 h; February 2026 has 0 of 1.5 h; "
        "March 2026 has 0 of 1.5 h; and four more."
    )
    assert len(finding.shortfalls) == len(finding.windows) == 7


def test_the_last_days_of_the_calendar_are_no_trouble():
    last = date(9999, 12, 31)
    for month in Month:
        asked = changed(MONTHLY, month=month)
        assert found(asked, log(practice(last)), on=last).standing is Standing.NOT_DUE
