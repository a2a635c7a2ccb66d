"""What is logged beside everything that is asked for."""

import pytest
from made_facts import HOURS, TWO_CASES, curriculum, entry, facts

from workbench.progress.domain.outside import NOT_ASKED_FOR, outside
from workbench.progress.domain.reasons import Reason


@pytest.mark.parametrize(
    ("activity", "reason"),
    [
        ("supervision", NOT_ASKED_FOR),
        ("assessment", Reason.NO_CREDIT.words),
        ("yoga", Reason.UNKNOWN.words),
    ],
)
def test_each_activity_says_why_nothing_counts_it(activity, reason):
    known = facts(entries=[entry(activity, 50, id=9), entry(activity, 20, id=4), entry(id=1)])

    [beside] = outside(curriculum(HOURS), known)

    assert (beside.activity, beside.entries, beside.minutes) == (activity, (4, 9), 70)
    assert beside.reason == reason


def test_what_cases_ask_for_is_asked_for():
    assert not outside(curriculum(TWO_CASES), facts(entries=[entry()]))
