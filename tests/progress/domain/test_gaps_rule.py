"""The longest time without supervision while seeing clients: in days, or a meeting each stretch."""

from datetime import date, timedelta

import msgspec
import pytest
from made_facts import entry, facts, found, pause

from workbench.curricula.asked_supervision import Gap, GreatestGap
from workbench.progress.domain.findings import Standing, Unit, Whose

FORTNIGHT = GreatestGap(
    key="fortnight",
    title="Supervision every two weeks",
    words="No more than 14 days between meetings.",
    activities=("supervision",),
    practice=("therapy",),
    days=14,
)
PERIODS = msgspec.structs.replace(FORTNIGHT, gap=Gap.PERIODS)
MONDAY = date(2026, 3, 2)


def day(number):
    """So many days after the Monday on which practice begins."""
    return MONDAY + timedelta(days=number)


def known(practice, meetings, standing="countersigned", **more):
    log = [entry(on=day(number)) for number in practice]
    met = [entry("supervision", 60, standing, on=day(number)) for number in meetings]
    return facts(entries=[*log, *met], **more)


@pytest.mark.parametrize(("second", "is_met"), [(14, True), (15, False)])
def test_fourteen_days_are_in_time_and_fifteen_are_not(second, is_met):
    finding = found(FORTNIGHT, known([0, second], [0, second]))

    assert finding.is_met is is_met
    assert len(finding.windows) == (not is_met)


def test_a_gap_says_how_long_it_was_and_how_long_it_may_be():
    finding = found(FORTNIGHT, known([0, 20], [0, 16]))

    [window] = finding.windows
    assert (window.first, window.last) == (day(0), day(16))
    assert (window.needed, window.have, window.unit) == (14, 16, Unit.DAYS)
    assert finding.explanation == (
        "1 of 2 times between meetings were 14 days or less: 16 days from 2 March to 18 March 2026."
    )
    assert finding.next_move.whose is Whose.PROVIDER


def test_the_clock_runs_from_the_first_day_of_practice_to_the_last():
    """Meetings ten days before the first session and 30 after the last: no gap in between."""
    assert found(FORTNIGHT, known([0, 10], [-10, 40])).is_met
    assert found(FORTNIGHT, known([0, 15], [-1, 16])).standing is Standing.SHORT


def test_it_is_met_on_the_last_day_that_was_judged():
    assert found(FORTNIGHT, known([0, 10], [3])).met_on == day(10)


def test_a_pause_without_practice_stops_the_clock_and_one_with_practice_does_not():
    """21 days less seven paused ones are 14."""
    away = [pause(day(5), day(11)), pause(day(6), day(8))]

    assert found(FORTNIGHT, known([0, 21], [0, 21], pauses=away)).is_met
    assert not found(FORTNIGHT, known([0, 22], [0, 22], pauses=away)).is_met
    assert not found(FORTNIGHT, known([0, 7, 21], [0, 21], pauses=[away[0]])).is_met


@pytest.mark.parametrize(
    ("standing", "whose"), [("submitted", Whose.SUPERVISOR), ("draft", Whose.TRAINEE)]
)
def test_a_meeting_that_is_not_countersigned_fills_no_gap_yet(standing, whose):
    finding = found(FORTNIGHT, known([0, 20], [10], standing))

    assert finding.standing is Standing.UNDER_WAY
    assert finding.waiting == (standing == "submitted")
    assert finding.next_move.whose is whose


def test_without_practice_there_is_no_clock():
    finding = found(FORTNIGHT, known([], [3]))

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "No practice yet that would ask for supervision."


@pytest.mark.parametrize(("meetings", "have"), [([13, 14], 2), ([12, 13], 1), ([0, 27], 2)])
def test_in_periods_each_stretch_from_the_monday_of_the_first_practice_has_a_meeting(
    meetings, have
):
    """Days 0 to 13 and 14 to 27; from day 0 to 27 without a meeting is no matter."""
    finding = found(PERIODS, known([2, 20], meetings))

    assert (finding.needed, finding.have) == (2, have)
    assert finding.is_met is (have == 2)


def test_a_stretch_without_a_meeting_is_named():
    finding = found(PERIODS, known([2, 20], [3]))

    assert finding.explanation == (
        "1 of 2 stretches of 14 days have a meeting: no meeting from 16 March to 29 March 2026."
    )


def test_a_stretch_that_is_not_over_is_not_judged():
    running = known([0], [])

    assert found(PERIODS, running, on=day(13)).standing is Standing.NOT_DUE
    assert found(PERIODS, running, on=day(14)).standing is Standing.SHORT


def test_a_stretch_without_practice_that_a_pause_touches_asks_for_nothing():
    away = [pause(day(14), day(20))]

    assert found(PERIODS, known([0, 30], [0, 30], pauses=away)).needed == 2
    assert found(PERIODS, known([0, 30], [0, 30])).needed == 3


def test_the_last_days_of_the_calendar_are_no_trouble():
    last = date(9999, 12, 31)
    log = facts(entries=[entry(on=last)], pauses=[pause(last)])

    assert found(FORTNIGHT, log, on=last).is_met
    assert found(PERIODS, log, on=last).standing is Standing.NOT_DUE
