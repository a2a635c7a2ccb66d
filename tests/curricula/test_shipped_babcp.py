"""BABCP provisional accreditation at its boundaries, worked by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.curricula.shipped import entry, facts, finding_in, spread, therapy, treated
from workbench.progress.domain.facts import CaseFact

LATER = date(2030, 1, 1)
DAY = date(2026, 3, 10)
CASES = "ABCDEFGH"


def babcp(requirement, known, **readings):
    """What the file says of one requirement."""
    return finding_in("babcp-provisional", requirement, known, on=LATER, **readings)


@pytest.mark.parametrize(
    ("activity", "requirement", "hours", "is_met"),
    [
        ("practice", "practice_200", 199, False),
        ("practice", "practice_200", 200, True),
        ("supervision", "supervision_40", 39, False),
        ("supervision", "supervision_40", 40, True),
        ("supervision", "supervision_70", 69, False),
        ("supervision", "supervision_70", 70, True),
    ],
)
def test_the_totals_are_reached_by_the_last_hour(activity, requirement, hours, is_met):
    known = facts(*spread(activity, DAY, DAY + timedelta(days=300), hours, 60))

    found = babcp(requirement, known)

    assert found.is_met is is_met
    assert found.have == hours


@pytest.mark.parametrize(
    ("size", "minutes", "readings", "credited"),
    [
        (1, 60, {}, 60),
        (2, 60, {}, 60),  # 60 / 2 x 2
        (3, 105, {}, 70),  # 105 / 3 x 2
        (4, 120, {}, 60),  # 120 / 4 x 2
        (3, 100, {}, Fraction(200, 3)),  # 66 minutes and 40 seconds, kept exactly
        (5, 120, {}, 0),
        (5, 120, {"largest_group": "six"}, 48),  # 120 / 5 x 2
        (6, 120, {"largest_group": "six"}, 40),
        (7, 120, {"largest_group": "six"}, 0),
    ],
)
def test_the_time_of_a_group_is_divided_and_doubled(size, minutes, readings, credited):
    known = facts(entry("supervision", DAY, minutes, group_size=size))

    assert babcp("supervision_40", known, **readings).have == Fraction(credited, 60)


def test_a_group_is_who_was_there_unless_it_is_read_as_who_belongs_to_it():
    known = facts(entry("supervision", DAY, 120, group_size=3, group_contracted=4))

    assert babcp("supervision_40", known).have == Fraction(80, 60)  # 120 / 3 x 2
    assert babcp("supervision_40", known, group_size="contracted").have == 1


def supervised(hours, closely=3):
    """Cases with so many hours of supervision each, the first few of them supervised closely."""
    known = [
        CaseFact(code=code, opened_on=DAY, closely_supervised=number < closely)
        for number, code in enumerate(CASES[: len(hours)])
    ]
    log = [
        entry("supervision", DAY + timedelta(days=hour), case=code)
        for code, number in zip(CASES, hours, strict=False)
        for hour in range(number)
    ]
    return facts(*log, cases=known)


@pytest.mark.parametrize(
    ("hours", "closely", "is_met"),
    [
        ([5] * 8, 3, True),  # 8 x 5 = 40
        ([5] * 7 + [4], 3, False),
        ([33, 1, 1, 1, 1, 1, 1, 1], 3, False),  # 40 hours in all, and 7 cases fall short
        ([6] * 7, 3, False),  # 42 hours on seven cases
        ([5] * 8, 2, False),
        ([5] * 8, 8, True),
    ],
)
def test_each_of_eight_cases_has_five_hours_and_three_are_seen_closely(hours, closely, is_met):
    assert babcp("five_for_each_of_eight", supervised(hours, closely)).is_met is is_met


def test_a_minute_less_than_five_hours_is_not_five_hours():
    known = supervised([5] * 7)
    last = CaseFact(code="H", opened_on=DAY)
    log = [*known.entries, entry("supervision", DAY, 299, case="H")]

    assert not babcp("five_for_each_of_eight", facts(*log, cases=[*known.cases, last])).is_met


@pytest.mark.parametrize(
    ("problems", "is_met"),
    [
        (["low mood"] * 8, False),
        (["low mood"] * 7 + ["panic"], False),
        (["low mood"] * 6 + ["panic", "worry"], True),
        (["low mood"] * 5 + ["panic", "worry"], False),  # seven cases
    ],
)
def test_eight_cases_show_three_problems_together(problems, is_met):
    seen = [
        therapy(code, DAY, 1, standing="open", activity="practice", problems=(problem,))
        for code, problem in zip(CASES, problems, strict=False)
    ]

    assert babcp("eight_cases", treated(*seen)).is_met is is_met


def test_a_case_may_be_read_as_completed_or_as_five_sessions_long():
    problems = ["low mood"] * 6 + ["panic", "worry"]
    known = [
        treated(
            *(
                therapy(code, DAY, sessions, standing=to, activity="practice", problems=(problem,))
                for code, problem in zip(CASES, problems, strict=True)
            )
        )
        for sessions, to in [(4, "completed"), (5, "open")]
    ]

    assert [babcp("eight_cases", one).is_met for one in known] == [True, True]
    completed = [babcp("eight_cases", one, case_length="completed").is_met for one in known]
    assert completed == [True, False]
    longer = [babcp("eight_cases", one, case_length="five_sessions").is_met for one in known]
    assert longer == [False, True]
