"""Deadlines: when the clock starts and stops, and what its last day means."""

from datetime import date

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
)

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
