"""How figures, days and counts are said on a page: the Jinja filters."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.clock import today
from workbench.web import plots

if TYPE_CHECKING:
    from flask import Flask

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def hours(minutes: int | Fraction) -> str:
    """Minutes as hours with one decimal, rounded towards nought: never more than was done."""
    tenths = max(minutes, -minutes) * 10 // 60
    sign = "-" if minutes < 0 and tenths else ""
    return f"{sign}{tenths // 10}.{tenths % 10}"


def day(on: date) -> str:
    """A day of this year, as in a log: Fri 20 Nov."""
    return f"{on:%a} {on.day} {on:%b}"


def short_date(on: date) -> str:
    """A day where the weekday says nothing: 20 Nov 2026."""
    return f"{on.day} {on:%b} {on.year}"


def long_date(on: date) -> str:
    """A day in a sentence: 12 February 2027."""
    return f"{on.day} {on:%B} {on.year}"


def day_month(on: date) -> str:
    """A day in a sentence whose year is plain: 18 November."""
    return f"{on.day} {on:%B}"


def clock_time(at: datetime, zone: str = "Europe/London") -> str:
    """The time of day in a zone: 14:05."""
    return f"{_local(at, zone):%H:%M}"


def moment(at: datetime, zone: str = "Europe/London") -> str:
    """An instant, with the zone it is told in: 21 November 2026, 14:05 (Europe/London)."""
    return f"{long_date(_local(at, zone))}, {clock_time(at, zone)} ({zone})"


def last_saved(at: datetime, zone: str = "Europe/London") -> str:
    """When something was saved, with the day unless that is today: 14:05; 24 November, 14:05."""
    local = _local(at, zone)
    if local.date() == today(zone):
        return clock_time(at, zone)
    on = day_month(local) if local.year == today(zone).year else long_date(local)
    return f"{on}, {clock_time(at, zone)}"


def count_word(number: int) -> str:
    """Up to twelve in words, then in figures; none is "no"."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """A count with its noun: two entries, one entry, no entries, 23 entries."""
    return f"{count_word(number)} {one if number == 1 else many}"


def register(app: "Flask") -> None:
    """Give the templates every filter of this module, and the plots as a global."""
    filters = (hours, day, short_date, long_date, day_month, moment)
    for each in (*filters, last_saved, count_word, counted):
        app.add_template_filter(each)
    app.jinja_env.globals["plots"] = plots


def _local(at: datetime, zone: str) -> datetime:
    """The instant in the zone; one without a zone was stored as UTC."""
    known = at if at.tzinfo else at.replace(tzinfo=UTC)
    return known.astimezone(ZoneInfo(zone))
