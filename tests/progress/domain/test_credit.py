"""What one entry is worth, and why it is worth less."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import ASSESSMENT, HOURS, TODAY, curriculum, entry, facts, found, session

from workbench.curricula.activities import Attendance, Mode
from workbench.progress.domain.credit import Place
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.reasons import Reason


def worth(*log, sessions=(), on=TODAY):
    known = facts(entries=log, sessions=sessions)
    return {one.entry.id: one for one in credits_of(curriculum(HOURS), known, on=on)}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"standing": "returned"}, Reason.RETURNED),
        ({"standing": "withdrawn"}, Reason.WITHDRAWN),
        ({"on": date(2026, 11, 22)}, Reason.AHEAD),
        ({"mode": Mode.TELEPHONE}, Reason.MODE),
        ({"group_size": 2}, Reason.FORMAT),
        ({"activity": "assessment"}, Reason.NO_CREDIT),
        ({"activity": "gardening"}, Reason.UNKNOWN),
    ],
)
def test_an_entry_without_credit_says_why(fields, reason):
    one = entry(**fields)

    credit = worth(one)[one.id]

    assert not credit.counts
    assert credit.reason is reason
    assert credit.left_out == one.minutes


@pytest.mark.parametrize("fields", [{}, {"group_size": 1}])
def test_alone_or_in_a_group_of_one_is_individual(fields):
    one = entry(mode=Mode.VIDEO, **fields)

    assert worth(one)[one.id].place is Place.COUNTERSIGNED


@pytest.mark.parametrize(
    ("attendance", "reason"),
    [
        (Attendance.DID_NOT_ATTEND, Reason.NOT_ATTENDED),
        (Attendance.CANCELLED_LATE, Reason.CANCELLED_LATE),
        (Attendance.ATTENDED, None),
    ],
)
def test_only_an_attended_session_is_credited(attendance, reason):
    one = entry(case="A7", session=3)

    credit = worth(one, sessions=[session("A7", 3, attendance=attendance)])[one.id]

    assert credit.reason is reason


@pytest.mark.parametrize(
    ("minutes", "people", "credited"), [(120, 4, 30), (120, 6, 20), (100, 3, Fraction(100, 3))]
)
def test_a_group_shares_its_time_exactly(minutes, people, credited):
    one = entry("supervision", minutes=minutes, group_size=people)

    credit = worth(one)[one.id]

    assert credit.minutes == credited
    assert credit.reason is Reason.SHARED
    assert credit.kept + credit.left_out == minutes


def test_a_session_credited_above_the_clock_keeps_no_more_than_was_logged():
    one = entry(minutes=50)

    credit = worth(one)[one.id]

    assert (credit.minutes, credit.kept, credit.left_out) == (60, 50, 0)


def test_the_first_entry_counts_until_its_correction_is_countersigned():
    first = entry(id=1001)
    correction = entry(id=1002, minutes=75, standing="submitted", corrects=1001)

    credited = worth(first, correction)

    assert credited[1001].counts
    assert credited[1002].reason is Reason.STANDS_BY


def test_a_countersigned_correction_takes_the_place():
    first = entry(id=1001, corrected_by=1002)
    correction = entry(id=1002, minutes=75, corrects=1001)

    credited = worth(first, correction)

    assert credited[1001].reason is Reason.CORRECTED
    assert credited[1002].minutes == 75


@pytest.mark.parametrize(("standing", "counts"), [("countersigned", False), ("draft", True)])
def test_it_is_enough_that_either_entry_names_the_other(standing, counts):
    first = entry(id=1001, corrected_by=1002)

    credited = worth(first, entry(id=1002, standing=standing))

    assert credited[1001].counts is counts


def test_an_entry_whose_correction_is_unknown_is_replaced():
    assert worth(entry(id=1001, corrected_by=9))[1001].reason is Reason.CORRECTED


@pytest.mark.parametrize(
    ("standing", "reason"), [("returned", Reason.RETURNED), ("withdrawn", Reason.WITHDRAWN)]
)
def test_a_correction_that_failed_says_so_and_replaces_nothing(standing, reason):
    credited = worth(entry(id=1001), entry(id=1002, standing=standing, corrects=1001))

    assert credited[1001].counts
    assert credited[1002].reason is reason


def test_the_same_therapy_session_counts_once_and_the_signed_entry_is_the_one():
    draft = entry(id=1, standing="draft", case="A7", session=3)
    signed = entry(id=2, case="A7", session=3)
    other = entry(id=3, case="A7", session=4)
    supervised = entry("supervision", id=4, case="A7", session=3)

    credited = worth(draft, signed, other, supervised)

    assert credited[1].reason is Reason.SAME_SESSION
    assert all(credited[number].counts for number in (2, 3, 4))


def test_of_two_alike_entries_the_earlier_number_counts():
    credited = worth(entry(id=8, case="A7", session=3), entry(id=5, case="A7", session=3))

    assert credited[5].counts
    assert not credited[8].counts


def test_an_activity_that_earns_nothing_is_explained():
    asked = msgspec.structs.replace(HOURS, activities=(ASSESSMENT.key,))

    finding = found(asked, facts(entries=[entry("assessment", minutes=30)]))

    assert finding.explanation == (
        "0.0 of 150 h: one entry, 0.5 h, is left out: it is of a kind that earns no time."
    )
