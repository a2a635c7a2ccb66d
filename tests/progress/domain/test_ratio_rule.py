"""One hour of supervision for so many of practice: over the whole, in each month, in blocks."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import entry, facts, found

from workbench.curricula.asked_supervision import Blocks, Over, SupervisionRatio
from workbench.progress.domain.findings import Standing, Unit, Whose

EIGHTH = SupervisionRatio(
    key="ratio",
    title="An hour for eight",
    words="One hour of supervision for eight hours of practice.",
    activities=("supervision",),
    practice=("therapy",),
    one_to=8,
)
STARTED = msgspec.structs.replace(EIGHTH, blocks=Blocks.STARTED)
EACH_MONTH = msgspec.structs.replace(EIGHTH, over=Over.EACH_MONTH)

MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 2)


def log(hours, minutes, on=MARCH, standing="countersigned"):
    therapy = [entry(on=on) for _ in range(hours)]
    return [*therapy, entry("supervision", minutes, standing, on=on)]


@pytest.mark.parametrize(
    ("hours", "minutes", "standing"),
    [
        (8, 60, Standing.MET),
        (8, 59, Standing.SHORT),
        # 9 h / 8 = 1 h 7.5 min: 67 minutes are half a minute too little
        (9, 67, Standing.SHORT),
        (9, 68, Standing.MET),
    ],
)
def test_in_proportion_the_exact_share_is_needed(hours, minutes, standing):
    finding = found(EIGHTH, facts(entries=log(hours, minutes)))

    assert finding.standing is standing
    assert finding.needed == Fraction(hours, 8)
    assert finding.unit is Unit.HOURS


@pytest.mark.parametrize(
    ("hours", "minutes", "is_met"), [(8, 60, True), (9, 119, False), (9, 120, True)]
)
def test_in_blocks_each_block_that_was_begun_needs_a_whole_hour(hours, minutes, is_met):
    assert found(STARTED, facts(entries=log(hours, minutes))).is_met is is_met


def test_over_the_whole_a_good_month_makes_up_for_a_bad_one_and_in_each_month_it_does_not():
    known = facts(entries=[*log(8, 1), *log(8, 119, on=APRIL)])

    whole, each = found(EIGHTH, known), found(EACH_MONTH, known)

    assert whole.is_met
    assert each.standing is Standing.SHORT
    assert each.shortfalls == ("March 2026 has 0.0 of 1 h for 8 h of practice",)


def test_a_share_that_falls_behind_says_by_how_much():
    finding = found(EIGHTH, facts(entries=log(8, 30)))

    assert finding.explanation == (
        "0.5 of 1 h for 8 h of practice: 0.5 h are missing for 8 h of practice so far."
    )


def test_what_waits_keeps_it_under_way_and_is_the_supervisors_move():
    finding = found(EIGHTH, facts(entries=log(8, 60, standing="submitted")))

    assert finding.standing is Standing.UNDER_WAY
    assert finding.waiting == 1
    assert finding.next_move.whose is Whose.SUPERVISOR


def test_it_is_met_on_the_day_of_the_last_practice_or_of_the_supervision_that_was_needed():
    later = [*log(8, 60), entry("supervision", 60, on=APRIL), entry(on=date(2026, 4, 1))]

    # nine hours need 67.5 minutes: those of March and half of April's
    assert found(EIGHTH, facts(entries=later)).met_on == APRIL
    assert found(EIGHTH, facts(entries=[*log(8, 60), *log(1, 60)])).met_on == MARCH


def test_without_practice_nothing_is_begun():
    assert found(EIGHTH, facts()).standing is Standing.NOT_BEGUN
    assert found(EACH_MONTH, facts()).standing is Standing.NOT_BEGUN
