"""A milestone has happened, or it has not."""

from datetime import date

import msgspec
import pytest
from made_facts import ROLE_PLAY, facts, found, milestone

from workbench.progress.domain.findings import Standing, Whose


def test_a_milestone_is_met_on_its_first_day():
    known = facts(
        milestones=[
            milestone("role_play", on=date(2026, 5, 1)),
            milestone("role_play", on=date(2026, 4, 1), evidence="result sheet"),
            milestone("course"),
        ]
    )

    finding = found(ROLE_PLAY, known)

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 4, 1)
    assert finding.explanation == "Recorded for 1 April 2026, shown by: result sheet."


def test_evidence_may_be_without_words():
    finding = found(ROLE_PLAY, facts(milestones=[milestone("role_play")]))

    assert finding.explanation == "Recorded for 4 March 2026."


def test_a_milestone_that_lies_ahead_does_not_count_yet():
    finding = found(ROLE_PLAY, facts(milestones=[milestone("role_play", on=date(2026, 12, 1))]))

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "Recorded for 1 December 2026, which lies ahead."


def test_a_missing_milestone_is_the_providers_to_record():
    finding = found(ROLE_PLAY, facts())

    assert finding.explanation == "Not recorded yet."
    assert finding.next_move.whose is Whose.PROVIDER
    assert finding.next_move.what == "Record “Role play”, shown by: The result"


def test_a_milestone_unknown_to_the_curriculum_is_named_without_evidence():
    unknown = msgspec.structs.replace(ROLE_PLAY, milestone="medal")

    assert found(unknown, facts()).next_move.what == "Record “Role play”"


HELD_UNTIL = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("on", "standing"),
    [(HELD_UNTIL, Standing.MET), (date(2026, 11, 22), Standing.SHORT)],
)
def test_what_runs_out_holds_up_to_its_last_day(on, standing):
    known = facts(milestones=[milestone("role_play", until=HELD_UNTIL)])

    finding = found(ROLE_PLAY, known, on=on)

    assert finding.standing is standing


def test_what_holds_says_until_when_and_what_ran_out_asks_to_be_recorded_anew():
    known = facts(milestones=[milestone("role_play", until=HELD_UNTIL, evidence="HCPC")])

    holding, after = (found(ROLE_PLAY, known, on=day) for day in (HELD_UNTIL, date(2027, 1, 1)))

    assert holding.explanation == (
        "Recorded for 4 March 2026, holds until 21 November 2026, shown by: HCPC."
    )
    assert holding.due == HELD_UNTIL
    assert after.explanation == "It ran out: its last day was 21 November 2026."
    assert after.next_move is not None


def test_a_renewal_takes_over_from_what_ran_out():
    first = milestone("role_play", until=date(2026, 6, 30))
    renewed = milestone("role_play", date(2026, 7, 1))

    finding = found(ROLE_PLAY, facts(milestones=[first, renewed]))

    assert finding.met_on == date(2026, 7, 1)
