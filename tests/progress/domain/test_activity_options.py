"""How an entry of each sort of activity counts, at the boundaries that the bodies set."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import HOURS, SUPERVISION, THERAPY, TODAY, curriculum, entry, facts

from workbench.curricula.activities import GroupCredit, GroupIs, Longer, Shorter, Unit
from workbench.progress.domain.credit import Place
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.reasons import Reason


def credit_of(activity, *log, **options):
    activity = msgspec.structs.replace(activity, **options)
    asked = msgspec.structs.replace(curriculum(HOURS), activities=(activity,))
    known = facts(entries=[entry(activity.key, **fields) for fields in log])
    return credits_of(asked, known, on=TODAY)


def minutes_of(activity, minutes, **options):
    [credit] = credit_of(activity, {"minutes": minutes}, **options)
    assert credit.kept + credit.left_out == minutes
    return credit.minutes, credit.reason


@pytest.mark.parametrize(
    ("minutes", "credited"), [(49, 49), (50, 60), (60, 60), (61, 61), (100, 100)]
)
def test_a_full_session_is_an_hour_and_what_runs_over_is_clock_time(minutes, credited):
    assert minutes_of(THERAPY, minutes) == (credited, None)


@pytest.mark.parametrize(("minutes", "credited"), [(1, 0), (49, 0), (50, 60)])
def test_a_session_that_is_too_short_may_count_for_nothing(minutes, credited):
    reason = None if credited else Reason.TOO_SHORT

    assert minutes_of(THERAPY, minutes, shorter=Shorter.NOTHING) == (credited, reason)


@pytest.mark.parametrize(
    ("minutes", "credited"), [(49, 49), (50, 60), (60, 60), (61, 60), (100, 60)]
)
def test_a_session_may_be_one_hour_however_long_it_was(minutes, credited):
    reason = Reason.OVER_THE_HOUR if minutes > 60 else None

    assert minutes_of(THERAPY, minutes, longer=Longer.ONE_HOUR) == (credited, reason)


@pytest.mark.parametrize(
    ("minutes", "credited"),
    [(50, 60), (60, 60), (61, 61), (99, 99), (100, 120), (120, 120), (149, 149), (150, 180)],
)
def test_a_double_session_may_be_two_hours(minutes, credited):
    assert minutes_of(THERAPY, minutes, longer=Longer.SESSIONS) == (credited, None)


@pytest.mark.parametrize(("minutes", "credited"), [(29, 0), (30, 30), (75, 75)])
def test_clock_time_may_begin_at_a_shortest_meeting(minutes, credited):
    reason = None if credited else Reason.TOO_SHORT
    options = {"unit": Unit.NOTHING_BELOW, "session_minutes": 30}

    assert minutes_of(SUPERVISION, minutes, **options) == (credited, reason)


@pytest.mark.parametrize(("session", "counts"), [(1, False), (2, False), (3, True), (None, True)])
def test_the_first_sessions_of_a_case_may_be_assessment(session, counts):
    [credit] = credit_of(THERAPY, {"case": "A7", "session": session}, assessment_sessions=2)

    assert credit.counts is counts
    assert credit.reason is (None if counts else Reason.ASSESSMENT)


def test_a_session_of_no_case_is_no_assessment():
    [credit] = credit_of(THERAPY, {"session": 1}, assessment_sessions=2)

    assert credit.counts


def shared(minutes, people, **options):
    [credit] = credit_of(SUPERVISION, {"minutes": minutes, "group_size": people}, **options)
    assert credit.kept + credit.left_out == minutes
    return credit.minutes


@pytest.mark.parametrize(
    ("people", "credited"), [(1, 120), (2, 60), (4, 60), (5, 24), (6, 20), (7, Fraction(120, 7))]
)
def test_half_up_to_four_and_a_part_from_five(people, credited):
    options = {"group_credit": GroupCredit.HALF_OR_DIVIDED, "half_up_to": 4}

    assert shared(120, people, **options) == credited


@pytest.mark.parametrize(("people", "credited"), [(3, 60), (4, 24), (5, 20)])
def test_a_leader_who_shares_is_one_more(people, credited):
    options = {"group_credit": GroupCredit.HALF_OR_DIVIDED, "half_up_to": 4, "leader_shares": True}

    assert shared(120, people, **options) == credited


def test_a_leader_does_not_share_a_meeting_with_one():
    assert shared(60, 1, group_credit=GroupCredit.DIVIDED, leader_shares=True) == 60


@pytest.mark.parametrize(
    ("minutes", "people", "credited"),
    [(105, 1, 105), (105, 2, 105), (105, 3, 70), (105, 4, Fraction(105, 2)), (100, 6, "100/3")],
)
def test_twice_the_time_divided_is_never_more_than_the_whole(minutes, people, credited):
    assert shared(minutes, people, group_credit=GroupCredit.TWICE_DIVIDED) == Fraction(credited)


@pytest.mark.parametrize(("people", "counts"), [(4, True), (5, False)])
def test_a_group_may_be_too_large_to_count(people, counts):
    [credit] = credit_of(SUPERVISION, {"group_size": people}, group_most=4)

    assert credit.counts is counts
    assert credit.reason is (Reason.SHARED if counts else Reason.GROUP_TOO_LARGE)


@pytest.mark.parametrize(
    ("group_is", "sizes", "credited"),
    [
        (GroupIs.PRESENT, {"group_size": 2, "group_contracted": 4}, 60),
        (GroupIs.CONTRACTED, {"group_size": 2, "group_contracted": 4}, 30),
        (GroupIs.CONTRACTED, {"group_size": 2}, 60),
        (GroupIs.PRESENT, {"group_contracted": 4}, 30),
        (GroupIs.PRESENT, {"group_size": 1, "group_contracted": 4}, 120),
        (GroupIs.CONTRACTED, {"group_size": 1, "group_contracted": 4}, 30),
        (GroupIs.CONTRACTED, {}, 120),
    ],
)
def test_a_group_is_who_came_or_who_belongs_to_it(group_is, sizes, credited):
    [credit] = credit_of(SUPERVISION, {"minutes": 120, **sizes}, group_is=group_is)

    assert credit.minutes == credited


NINE = {"starts": "09:00"}


@pytest.mark.parametrize(
    ("starts", "minutes", "counts"),
    [
        ("10:00", 60, True),
        ("09:59", 60, False),
        ("08:00", 60, True),
        ("08:00", 61, False),
        ("09:20", 10, False),
        (None, 60, True),
    ],
)
def test_the_same_time_counts_once(starts, minutes, counts):
    first, second = credit_of(
        THERAPY, {"id": 1, **NINE}, {"id": 2, "starts": starts, "minutes": minutes}
    )

    assert first.counts
    assert second.counts is counts
    assert second.reason is (None if counts else Reason.SAME_TIME)


def test_of_the_same_time_what_has_come_furthest_counts():
    draft, signed = credit_of(THERAPY, {"id": 1, "standing": "draft", **NINE}, {"id": 2, **NINE})

    assert draft.reason is Reason.SAME_TIME
    assert signed.place is Place.COUNTERSIGNED


def test_an_entry_that_counts_for_nothing_holds_no_time():
    returned, signed = credit_of(
        THERAPY, {"id": 1, "standing": "returned", **NINE}, {"id": 2, **NINE}
    )

    assert returned.reason is Reason.RETURNED
    assert signed.counts


def test_the_same_time_is_seen_over_midnight():
    late = {"id": 1, "on": date(2026, 10, 1), "starts": "23:30", "minutes": 60}
    early = {"id": 2, "on": date(2026, 10, 2), "starts": "00:29", "minutes": 60}

    assert [one.counts for one in credit_of(THERAPY, late, early)] == [True, False]


def test_a_long_entry_between_two_others_takes_nothing_away():
    log = credit_of(
        THERAPY,
        {"id": 1, **NINE},
        {"id": 3, "starts": "09:30", "minutes": 120},
        {"id": 2, "starts": "10:00"},
    )

    assert {one.entry.id for one in log if one.counts} == {1, 2}
