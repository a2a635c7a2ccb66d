"""The rules of stretches and roles, without a database."""

from dataclasses import dataclass
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.curricula.library import Library
from workbench.errors import Refusal
from workbench.training.domain.roles import (
    LastAdministrator,
    NotAMember,
    NotOffered,
    OwnWork,
    may_enrol,
    may_leave,
    may_supervise,
    offered,
    short_name,
)
from workbench.training.domain.terms import OutOfOrder, holds, not_after, overlap, within


@dataclass(frozen=True)
class Span:
    started_on: date
    ended_on: date | None = None


days = st.dates(date(2026, 1, 1), date(2026, 3, 1))
spans = st.builds(
    lambda one, other: Span(min(one, other), max(one, other)), days, days
) | st.builds(Span, days)
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
[PUBLISHED, *_] = Library().all()


@given(spans, spans)
def test_two_stretches_overlap_where_a_day_is_in_both(one, other):
    shared = max(one.started_on, other.started_on)

    assert overlap(one, other) == (holds(one, shared) and holds(other, shared))
    assert overlap(one, other) == overlap(other, one)


def test_the_first_and_the_last_day_count():
    assert holds(MARCH, MARCH.started_on)
    assert holds(MARCH, MARCH.ended_on)
    assert not holds(MARCH, date(2026, 4, 1))
    assert not holds(MARCH, date(2026, 2, 28))


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 4, 1)])
def test_a_day_outside_the_enrolment_is_refused(day):
    with pytest.raises(OutOfOrder, match="The enrolment"):
        within(MARCH, day)


def test_today_has_come():
    assert not_after(date(2026, 3, 1), date(2026, 3, 1), field="on") == date(2026, 3, 1)


def test_nobody_supervises_their_own_work():
    with pytest.raises(OwnWork):
        may_supervise(supervisor_id=1, trainee_id=1, memberships=[MARCH], on=date(2026, 3, 5))


@pytest.mark.parametrize("memberships", [[], [MARCH]])
def test_a_supervisor_is_a_member_on_the_first_day(memberships):
    with pytest.raises(NotAMember):
        may_supervise(supervisor_id=2, trainee_id=1, memberships=memberships, on=date(2026, 4, 5))


def test_a_member_may_supervise_somebody_else():
    may_supervise(supervisor_id=2, trainee_id=1, memberships=[MARCH], on=date(2026, 3, 5))


def test_nobody_enrols_themself():
    may_enrol(actor_id=1, trainee_id=2)
    with pytest.raises(OwnWork):
        may_enrol(actor_id=1, trainee_id=1)


def test_one_administrator_stays():
    may_leave(others=1)
    with pytest.raises(LastAdministrator):
        may_leave(others=0)


def test_only_published_versions_are_offered():
    assert offered(PUBLISHED) is PUBLISHED
    with pytest.raises(NotOffered):
        offered(msgspec.structs.replace(PUBLISHED, status="withdrawn"))


@pytest.mark.parametrize("bad", ["h", "hi", "1HI", "HARBOURIN", "H-I", "HI\n", ""])
def test_a_short_name_that_cannot_begin_a_number_is_refused(bad):
    with pytest.raises(Refusal):
        short_name(bad)
