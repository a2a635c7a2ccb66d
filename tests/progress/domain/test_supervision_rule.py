"""Supervision: a total, and a share for each therapy session."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import SUPERVISED, entry, facts, found

from workbench.progress.domain.findings import Standing

TWO_HOURS = msgspec.structs.replace(SUPERVISED, hours=2)


def supervised(minutes, sessions=0, **fields):
    therapy = [entry() for _ in range(sessions)]
    return facts(entries=[entry("supervision", minutes=minutes, **fields), *therapy])


def test_the_total_is_met_on_its_day():
    finding = found(TWO_HOURS, supervised(120, sessions=4, on=date(2026, 9, 9)))

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 9, 9)


def test_one_session_more_asks_for_half_an_hour_more():
    finding = found(TWO_HOURS, supervised(120, sessions=5))

    assert finding.needed == Fraction(5, 2)
    assert finding.standing is Standing.SHORT
    assert finding.explanation == (
        "2.0 of 2.5 h: 0.5 h are missing for five therapy sessions so far."
    )
    assert finding.shortfalls == ("0.5 h are missing for five therapy sessions so far",)


@pytest.mark.parametrize("standing", ["submitted", "draft"])
def test_what_waits_or_is_drafted_keeps_up_but_is_not_had(standing):
    finding = found(TWO_HOURS, supervised(120, sessions=4, standing=standing))

    assert finding.standing is Standing.UNDER_WAY
    assert finding.have == 0


def test_drafts_of_therapy_sessions_ask_for_nothing_yet():
    therapy = [entry(standing="draft") for _ in range(9)]

    finding = found(TWO_HOURS, facts(entries=therapy))

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.needed == 2


def test_a_third_of_a_hundred_minutes_three_times_is_not_rounded():
    log = [entry("supervision", minutes=119, group_size=3) for _ in range(3)]

    finding = found(TWO_HOURS, facts(entries=log))

    assert finding.have == Fraction(119, 60)
    assert finding.explanation == (
        "1.9 of 2 h: three entries count in part, shared with the group."
    )


def test_one_shared_meeting_counts_in_part():
    finding = found(TWO_HOURS, supervised(120, group_size=4))

    assert finding.explanation == "0.5 of 2 h: one entry counts in part, shared with the group."
    assert finding.left_out[0].minutes == 90
