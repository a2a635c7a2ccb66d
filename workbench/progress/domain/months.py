"""Calendar months and days: 31 August and six months is the last day of February. Pure."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter.

    Stays at the last day a calendar can hold when the year would be past 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """How many whole months lie between two days; none where the last is not after the first."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and add_months(first, months) > last:
        months -= 1
    return max(months, 0)


def add_days(day: date, days: int) -> date:
    """So many days later, or the last day a calendar can hold."""
    return day + timedelta(days=min(days, (date.max - day).days))
