"""Something kept up for months: stretches, breaks and the weeks that have an entry."""

from datetime import date, timedelta
from fractions import Fraction

import msgspec
import pytest
from made_facts import YEAR, entry, facts, found

from workbench.curricula.asked_hours import Frequency
from workbench.progress.domain.findings import Standing, Whose

FIRST = date(2025, 10, 6)
MONTHLY = msgspec.structs.replace(
    YEAR, months=3, frequency=Frequency.MONTHLY, periods=4, longest_break_days=40
)


def therapy(*days, standing="countersigned"):
    return [entry("own_therapy", on=day, standing=standing) for day in days]


def weekly(weeks, first=FIRST, standing="countersigned"):
    days = [first + timedelta(weeks=week) for week in range(weeks)]
    return therapy(*days, standing=standing)


def test_a_year_of_weekly_sessions_is_met_on_the_day_the_year_is_full():
    log = [*weekly(40), *therapy(date(2026, 7, 27), date(2026, 9, 1), date(2026, 10, 6))]

    finding = found(YEAR, facts(entries=log))

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 10, 6)
    assert finding.explanation == "12 of 12 months."
    assert finding.next_move is None


def test_a_day_short_of_a_year_is_eleven_months():
    log = [*weekly(40), *therapy(date(2026, 7, 27), date(2026, 9, 1), date(2026, 10, 5))]

    finding = found(YEAR, facts(entries=log))

    assert finding.have == 11
    assert finding.standing is Standing.UNDER_WAY
    assert finding.met_on is None
    assert finding.next_move.what == "Keep it up weekly, and log it"


def test_too_few_weeks_credit_the_months_in_proportion_and_are_named():
    log = therapy(*[FIRST + timedelta(days=14 * turn) for turn in range(28)])

    finding = found(YEAR, facts(entries=log))

    assert finding.have == Fraction(12 * 28, 40)
    assert finding.explanation == "8.4 of 12 months: 28 of 40 weeks have an entry."


def test_a_break_parts_two_stretches_and_the_longer_one_counts():
    log = [*weekly(5), *weekly(30, first=FIRST + timedelta(weeks=11))]

    finding = found(YEAR, facts(entries=log))

    assert len(finding.counted) == 30
    assert [out.id for out in finding.left_out] == [one.id for one in log[:5]]
    assert "five belong to another stretch" in finding.explanation


def test_a_break_of_the_longest_length_is_no_break():
    log = therapy(FIRST, FIRST + timedelta(days=42))

    assert len(found(YEAR, facts(entries=log)).counted) == 2


def test_what_waits_or_is_drafted_is_shown_apart():
    waiting = [
        *therapy(date(2026, 1, 31), date(2026, 2, 28)),
        *therapy(date(2026, 3, 31), standing="submitted"),
        *therapy(date(2026, 4, 30), standing="draft"),
    ]

    finding = found(MONTHLY, facts(entries=waiting))

    assert (finding.have, finding.waiting, finding.draft) == (1, 1, 1)
    assert finding.explanation == (
        "1 of 3 months: 2 of 4 months have an entry; 2 once what waits is countersigned."
    )
    assert finding.next_move.what == "Submit one draft"


def test_drafts_alone_say_what_they_would_bring():
    drafts = therapy(date(2026, 1, 31), date(2026, 2, 28), standing="draft")

    finding = found(MONTHLY, facts(entries=drafts))

    assert finding.explanation == "0 of 3 months: 1 once the drafts are countersigned."
    assert finding.next_move.whose is Whose.TRAINEE


def test_signatures_are_the_supervisors_move_where_they_would_do():
    days = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]

    finding = found(MONTHLY, facts(entries=therapy(*days, standing="submitted")))

    assert finding.next_move.whose is Whose.SUPERVISOR
    assert finding.next_move.what == "Countersign four entries"


@pytest.mark.parametrize(("standing", "expected"), [("returned", "under_way"), (None, "not_begun")])
def test_a_log_with_nothing_that_counts_is_under_way_and_an_empty_one_not_begun(standing, expected):
    log = therapy(FIRST, standing=standing) if standing else []

    finding = found(YEAR, facts(entries=log))

    assert finding.standing == expected
    assert finding.have == 0
