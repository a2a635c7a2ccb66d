"""The only place that asks the time: instants in UTC, days in the person's own zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that may


def today(zone: str) -> date:
    """The day it is now in an IANA zone such as "Europe/London"."""
    return now().astimezone(ZoneInfo(zone)).date()
