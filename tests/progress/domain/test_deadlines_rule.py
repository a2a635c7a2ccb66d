"""Deadlines: when the clock starts and stops, and what its last day means."""

from datetime import date, timedelta

import msgspec
import pytest
from made_facts import (
    ADVISED_BY,
    ALL_BY,
    ROLE_PLAY,
    START_BY,
    curriculum,
    entry,
    facts,
    found,
    milestone,
    pause,
)

from workbench.curricula.asked_standing import Pauses
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.findings import Standing, Whose

COURSE = milestone("course", on=date(2026, 1, 31))
LAST_DAY = date(2026, 7, 31)


def test_nothing_is_due_before_the_clock_starts():
    finding = found(START_BY, facts())

    assert finding.standing is Standing.NOT_DUE
    assert finding.due is None
    assert finding.explanation == "Nothing has started this clock yet."


@pytest.mark.parametrize(
    ("on", "standing", "words"),
    [
        (LAST_DAY, Standing.NOT_DUE, "To be done by 31 July 2026."),
        (
            date(2026, 8, 1),
            Standing.OVERDUE,
            "The last day was 31 July 2026. A refresher day is needed.",
        ),
    ],
)
def test_the_last_day_is_still_in_time(on, standing, words):
    finding = found(START_BY, facts(milestones=[COURSE]), on=on)

    assert (finding.standing, finding.explanation) == (standing, words)


def test_an_overdue_deadline_is_the_trainees_move():
    finding = found(START_BY, facts(milestones=[COURSE]))

    assert finding.next_move.whose is Whose.TRAINEE
    assert finding.next_move.what == "A refresher day is needed."


@pytest.mark.parametrize(
    ("first", "standing"),
    [(LAST_DAY, Standing.MET), (date(2026, 8, 1), Standing.SHORT)],
)
def test_the_first_counting_entry_stops_the_clock(first, standing):
    log = [entry(on=first, standing="submitted"), entry(on=date(2026, 10, 1))]

    finding = found(START_BY, facts(milestones=[COURSE], entries=log))

    assert finding.standing is standing
    assert first.isoformat()[:4] in finding.explanation
    assert (finding.met_on == first) is (standing is Standing.MET)


def test_what_was_done_too_late_is_for_the_provider_to_judge():
    finding = found(START_BY, facts(milestones=[COURSE], entries=[entry(on=date(2026, 9, 1))]))

    assert finding.explanation == (
        "Done on 1 September 2026, after the last day, 31 July 2026. A refresher day is needed."
    )
    assert finding.next_move.whose is Whose.PROVIDER


def test_what_was_done_before_the_clock_started_is_in_time():
    finding = found(START_BY, facts(entries=[entry(on=date(2026, 9, 1))]))

    assert finding.standing is Standing.MET
    assert finding.explanation == "Done on 1 September 2026."


def test_a_draft_neither_starts_nor_stops_a_clock():
    finding = found(START_BY, facts(milestones=[COURSE], entries=[entry(standing="draft")]))

    assert finding.standing is Standing.OVERDUE


def test_a_clock_stops_when_the_requirements_of_its_gate_are_met():
    known = facts(milestones=[COURSE, milestone("role_play", on=date(2026, 5, 1))])

    [gate] = evaluate(curriculum(ALL_BY, ROLE_PLAY), known, on=date(2026, 11, 21))

    assert [finding.key for finding in gate.findings] == ["all_by", "role_play"]
    assert gate.findings[0].standing is Standing.MET
    assert gate.findings[0].explanation == "Done on 1 May 2026; the last day was 31 January 2029."
    assert gate.is_met


def test_a_requirement_that_is_not_there_never_stops_a_clock():
    assert found(ALL_BY, facts(milestones=[COURSE])).standing is Standing.NOT_DUE


def test_a_deadline_that_is_only_advised_does_not_shut_the_gate():
    known = facts(
        entries=[entry(on=date(2024, 1, 8))],
        milestones=[milestone("role_play", on=date(2026, 5, 1))],
    )

    [gate] = evaluate(curriculum(ROLE_PLAY, ADVISED_BY), known, on=date(2026, 11, 21))

    assert gate.findings[1].standing is Standing.SHORT
    assert gate.met == 1
    assert gate.is_met


def test_a_required_one_does():
    [gate] = evaluate(curriculum(START_BY), facts(milestones=[COURSE]), on=date(2026, 11, 21))

    assert not gate.is_met


def clock(asked, start, on, **more):
    return found(asked, facts(milestones=[milestone("course", start)], **more), on=on)


@pytest.mark.parametrize(
    ("months", "start", "last"),
    [
        (6, date(2026, 8, 31), date(2027, 2, 28)),
        (6, date(2027, 8, 31), date(2028, 2, 29)),
        (36, date(2028, 2, 29), date(2031, 2, 28)),
        (48, date(2028, 2, 29), date(2032, 2, 29)),
    ],
)
def test_a_month_that_is_shorter_ends_on_its_last_day(months, start, last):
    asked = msgspec.structs.replace(START_BY, months=months)

    assert clock(asked, start, last).standing is Standing.NOT_DUE
    assert clock(asked, start, last + timedelta(days=1)).standing is Standing.OVERDUE


EXTENDED = msgspec.structs.replace(START_BY, pauses=Pauses.EXTEND)
FIRST = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("spans", "last"),
    [
        # six months from 10 January end on 10 July
        ([], date(2026, 7, 10)),
        # ten days, 1 to 10 March; two pauses that share days count each day once
        ([(date(2026, 3, 1), date(2026, 3, 10))], date(2026, 7, 20)),
        (
            [(date(2026, 3, 1), date(2026, 3, 10)), (date(2026, 3, 5), date(2026, 3, 10))],
            date(2026, 7, 20),
        ),
        # from the last day on: 10 to 19 July are ten days
        ([(date(2026, 7, 10), date(2026, 7, 19))], date(2026, 7, 20)),
        # a pause after the last day changes nothing, nor one before the first
        ([(date(2026, 7, 11), date(2026, 7, 19))], date(2026, 7, 10)),
        ([(date(2025, 12, 1), date(2026, 1, 9))], date(2026, 7, 10)),
        # one that began before the clock counts from the clock's first day: ten of them
        ([(date(2025, 12, 1), date(2026, 1, 19))], date(2026, 7, 20)),
        # ten days in March move the end to 20 July, so that 15 to 19 July lie within: five more
        (
            [(date(2026, 3, 1), date(2026, 3, 10)), (date(2026, 7, 15), date(2026, 7, 19))],
            date(2026, 7, 25),
        ),
    ],
)
def test_days_of_a_pause_move_the_last_day_where_the_file_says_so(spans, last):
    pauses = [pause(*span) for span in spans]

    assert clock(EXTENDED, FIRST, date(2026, 7, 1), pauses=pauses).due == last
    assert clock(START_BY, FIRST, date(2026, 7, 1), pauses=pauses).due == date(2026, 7, 10)


def test_a_pause_that_goes_on_moves_the_last_day_day_by_day():
    """From 1 July to the day asked about: 31 days by the end of July, a month and a day later."""
    going_on = [pause(date(2026, 7, 1))]

    assert clock(EXTENDED, FIRST, date(2026, 7, 31), pauses=going_on).due == date(2026, 8, 10)
    assert clock(EXTENDED, FIRST, date(2026, 6, 30), pauses=going_on).due == date(2026, 7, 10)


REFRESHED = msgspec.structs.replace(START_BY, restarted_by="role_play")


@pytest.mark.parametrize(
    ("refresher", "due"),
    [
        (None, date(2026, 7, 10)),
        (date(2026, 9, 1), date(2027, 3, 1)),
        # before the clock has begun it changes nothing
        (date(2025, 9, 1), date(2026, 7, 10)),
    ],
)
def test_the_clock_runs_anew_from_the_latest_refresher(refresher, due):
    known = [milestone("course", FIRST)]
    if refresher:
        known += [milestone("role_play", refresher), milestone("role_play", date(2025, 1, 1))]

    assert found(REFRESHED, facts(milestones=known)).due == due


def test_a_refresher_alone_starts_no_clock():
    known = facts(milestones=[milestone("role_play")])

    assert found(REFRESHED, known).due is None
