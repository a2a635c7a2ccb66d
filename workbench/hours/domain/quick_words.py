"""Durations and days as people write them. Pure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction

_PLAIN = re.compile(r"([0-9]{1,5})(?:m|min|mins)?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_HOURS = re.compile(r"([0-9]{1,2})h(?:([0-5]?[0-9])m?)?")
_DECIMAL = re.compile(r"([0-9]{0,2}\.[0-9]{1,2})h?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?")
_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SHORTEST = 3
LEAP_YEARS = 8
"""29 February is at most so many years back."""


def duration(token: str) -> int | None:
    """Minutes: `50`, `50m`, `1h`, `1h15`, `1:15`, and hours with a point, `1.5`."""
    if match := _PLAIN.fullmatch(token):
        return int(match[1])
    if match := _CLOCK.fullmatch(token) or _HOURS.fullmatch(token):
        return 60 * int(match[1]) + int(match[2] or 0)
    if match := _DECIMAL.fullmatch(token):
        return int(Fraction(match[1]) * 60)
    return None


def day_at(tokens: Sequence[str], today: date) -> tuple[date, int] | None:
    """The day that the words begin with, and how many of them it took.

    A weekday is the last such day, today included; a day without its year is the last such day
    that is not still to come.
    """
    alone = _alone(tokens[0], today)
    if alone is not None:
        return alone, 1
    if len(tokens) > 1:
        both = _day_and_month(tokens[0], tokens[1], today) or _day_and_month(
            tokens[1], tokens[0], today
        )
        return None if both is None else (both, 2)
    return None


def _alone(token: str, today: date) -> date | None:
    if token == "today":  # noqa: S105 - a word, no secret
        return today
    if token in {"yesterday", "yest", "yday"}:
        return today - timedelta(days=1)
    weekday = _index(token, WEEKDAYS)
    if weekday is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return _in_figures(token, today)


def _in_figures(token: str, today: date) -> date | None:
    if match := _ISO.fullmatch(token):
        return _real(int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.fullmatch(token):
        day, month, year = int(match[1]), int(match[2]), match[3]
        if year is None:
            return _latest(day, month, today)
        return _real(int(year) % 100 + 2000 if len(year) == 2 else int(year), month, day)  # noqa: PLR2004 - two digits
    return None


def _day_and_month(day: str, month: str, today: date) -> date | None:
    number, index = _NUMBER.fullmatch(day), _index(month, MONTHS)
    if number is None or index is None:
        return None
    return _latest(int(number[1]), index + 1, today)


def _latest(day: int, month: int, today: date) -> date | None:
    years = range(today.year, today.year - LEAP_YEARS - 1, -1)
    days = (_real(year, month, day) for year in years)
    return next((found for found in days if found is not None and found <= today), None)


def _real(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _index(token: str, names: Sequence[str]) -> int | None:
    if len(token) < SHORTEST:
        return None
    return next((i for i, name in enumerate(names) if name.startswith(token)), None)
