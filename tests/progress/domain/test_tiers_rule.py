"""Supervision by the client time of a month: which tier asks for how much."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import facts, found, pause
from made_supervision import TIERS, changed, log, missed, practice, supervised

from workbench.curricula.asked import Month
from workbench.curricula.asked_supervision import (
    Above,
    Between,
    PracticeIs,
)
from workbench.progress.domain.findings import Standing
from workbench.progress.domain.monthly import tier_for


@pytest.mark.parametrize(
    ("hours", "between", "minutes"),
    [
        ("0", Between.UPPER, 90),
        ("12", Between.UPPER, 90),
        ("12.5", Between.UPPER, 120),
        ("12.5", Between.LOWER, 90),
        ("13", Between.UPPER, 120),
        ("13", Between.LOWER, 120),
        ("16", Between.UPPER, 120),
        ("16.5", Between.LOWER, 120),
        ("16.5", Between.UPPER, 150),
        ("17", Between.LOWER, 150),
        ("20", Between.UPPER, 150),
        ("20.5", Between.UPPER, 150),
        ("40", Between.UPPER, 150),
    ],
)
def test_a_tier_holds_up_to_its_last_hour_and_between_two_as_the_file_reads_it(
    hours, between, minutes
):
    asked = changed(TIERS, between=between)

    assert tier_for(asked, Fraction(hours) * 60) == minutes


@pytest.mark.parametrize(
    ("hours", "between", "minutes"),
    [
        # each further 4 h (20 - 16) ask for 30 minutes more (150 - 120)
        ("20", Between.UPPER, 150),
        ("20.5", Between.UPPER, 180),
        ("20.5", Between.LOWER, 150),
        ("24", Between.UPPER, 180),
        ("25", Between.UPPER, 210),
    ],
)
def test_above_the_last_tier_each_further_step_asks_as_much_more(hours, between, minutes):
    asked = changed(TIERS, above=Above.NEXT_STEP, between=between)

    assert tier_for(asked, Fraction(hours) * 60) == minutes


def test_a_single_tier_steps_by_itself():
    asked = changed(TIERS, tiers=TIERS.tiers[:1], above=Above.NEXT_STEP)

    assert tier_for(asked, Fraction(13 * 60)) == 180


def test_a_month_needs_the_tier_of_its_own_client_time():
    """13 sessions of an hour in March need 2 h; 12 in April need 1.5 h."""
    march = [date(2026, 3, 1 + n) for n in range(13)]
    april = [date(2026, 4, 1 + n) for n in range(12)]
    known = log(
        practice(*march, *april), [supervised(date(2026, 3, 9)), supervised(date(2026, 4, 9))]
    )

    finding = found(TIERS, known)

    assert finding.shortfalls == ("March 2026 has 1.5 of 2 h for 13 h of practice",)


def test_where_the_file_says_so_a_month_of_the_training_without_client_time_needs_the_first_tier():
    """Started on 5 January: February to October are whole months that are over, nine of them."""
    asked = changed(TIERS, without_practice=True)
    paused = facts(pauses=[pause(date(2026, 2, 1), date(2026, 3, 31))])

    assert found(asked, facts()).needed == 9
    assert found(asked, paused).needed == 7
    assert found(TIERS, facts()).needed == 0


def test_from_the_first_of_a_month_that_month_is_of_the_training_too():
    asked = changed(TIERS, without_practice=True)
    known = facts()
    from_the_first = msgspec.structs.replace(
        known, enrolment=msgspec.structs.replace(known.enrolment, started_on=date(2026, 10, 1))
    )

    assert found(asked, from_the_first).needed == 1


def test_blocks_without_client_time_are_asked_from_the_first_practice_or_the_start():
    """5 January to 21 November are 320 days: ten whole blocks of 30 are over, the 11th runs."""
    asked = changed(TIERS, without_practice=True, month=Month.BLOCK)
    since_november = log(practice(date(2026, 11, 1)))
    # the pause holds the second block, 4 February to 5 March, from end to end
    paused = facts(pauses=[pause(date(2026, 2, 4), date(2026, 3, 5))])

    assert found(asked, facts()).needed == 10
    assert found(asked, paused).needed == 9
    assert found(asked, since_november).standing is Standing.NOT_DUE


def test_a_planned_month_without_client_time_needs_the_first_tier():
    asked = changed(TIERS, practice_is=PracticeIs.PLANNED)
    known = facts(sessions=[missed(date(2026, 3, 4))], entries=[supervised(date(2026, 3, 20))])

    assert found(asked, known).met_on == date(2026, 3, 20)
