"""Calendar months at their ends."""

from datetime import date

import pytest

from workbench.progress.domain.months import add_months, months_between


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(9999, 11, 30), 2, date.max),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2026, 1, 15), date(2026, 1, 31), 0),
        (date(2026, 3, 1), date(2026, 1, 31), 0),
    ],
)
def test_whole_months_between_two_days(first, last, months):
    assert months_between(first, last) == months
