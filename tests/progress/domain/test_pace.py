"""A date only where the log supports one, and a range that comes from its own weeks."""

from datetime import date, timedelta
from fractions import Fraction

from workbench.progress.domain.facts import PauseFact
from workbench.progress.domain.pace import NoPace, Pace, Worked, pace, weekly_hours

TODAY = date(2026, 11, 21)


def weeks(*hours, skip=0):
    """Hours of the latest week first."""
    return [
        Worked(TODAY - timedelta(weeks=back + skip), Fraction(amount))
        for back, amount in enumerate(hours)
    ]


def test_the_median_week_gives_the_date_and_the_quartiles_the_range():
    found = pace(weeks(1, 2, 3, 4, 5), Fraction(12), (), on=TODAY)

    assert isinstance(found, Pace)
    assert found.weekly == 3
    assert found.expected == TODAY + timedelta(days=28)
    assert found.earliest == TODAY + timedelta(days=21)
    assert found.latest == TODAY + timedelta(days=42)
    assert "last five weeks" in found.explanation
    assert "3.0 h" in found.explanation


def test_between_two_weeks_the_quartile_is_in_proportion():
    found = pace(weeks(1, 2, 3, 4), Fraction(10), (), on=TODAY)

    assert found.weekly == Fraction(5, 2)
    assert found.expected == TODAY + timedelta(days=28)


def test_only_the_last_eight_weeks_are_looked_at():
    found = pace(weeks(*[2] * 8, 40, 40), Fraction(4), (), on=TODAY)

    assert (found.weekly, found.weeks) == (2, 8)


def test_a_paused_week_is_passed_over_even_when_one_day_of_it_was_paused():
    day = TODAY - timedelta(days=8)
    pauses = [PauseFact(start=day, end=day)]

    assert weekly_hours(weeks(1, 9, 3, 4), pauses, on=TODAY) == [1, 3, 4]


def test_under_three_weeks_there_is_no_date():
    found = pace(weeks(3, 3), Fraction(12), (), on=TODAY)

    assert found == NoPace("Log three weeks to see a date.")


def test_no_entry_at_all_is_under_three_weeks():
    assert isinstance(pace([], Fraction(12), (), on=TODAY), NoPace)


def test_an_entry_ahead_is_no_pace():
    ahead = [Worked(TODAY + timedelta(days=9), Fraction(3))]

    assert weekly_hours(ahead, (), on=TODAY) == []


def test_in_a_pause_there_is_no_date():
    pauses = [PauseFact(start=date(2026, 10, 6))]

    found = pace(weeks(3, 3, 3), Fraction(12), pauses, on=TODAY)

    assert found == NoPace("Paused since 6 October 2026: there is no date until you are back.")


def test_nothing_to_go_needs_no_date():
    found = pace(weeks(3, 3, 3), Fraction(0), (), on=TODAY)

    assert "All the hours are there" in found.reason


def test_empty_weeks_give_no_date_rather_than_a_guess():
    found = pace(weeks(3, 0, 0, 0, 3), Fraction(12), (), on=TODAY)

    assert "any date would be a guess" in found.reason


def test_a_slow_quarter_without_hours_leaves_the_range_open():
    found = pace(weeks(3, 0, 3, 0, 3), Fraction(12), (), on=TODAY)

    assert found.latest is None


def test_a_date_more_than_ten_years_off_is_none():
    found = pace(weeks(1, 1, 1), Fraction(600), (), on=TODAY)

    assert isinstance(found, NoPace)


def test_the_day_is_never_too_early():
    found = pace(weeks(3, 3, 3), Fraction(1), (), on=TODAY)

    assert found.expected == TODAY + timedelta(days=3)
