"""What a trainee says they did, and whether it can be so. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from workbench.curricula.activities import Activity, Attendance, Format, Mode
from workbench.errors import Refusal

LONGEST = 720
"""Minutes of one entry; nobody works 12 hours at one thing without a slip of the finger."""
NOTE_LENGTH = 500
LARGEST_GROUP = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """Time on a day, as it is typed or read."""

    worked_on: date
    minutes: int
    mode: Mode
    group_size: int | None = None
    group_contracted: int | None = None
    starts: time | None = None
    case_id: int | None = None
    placement_id: int | None = None
    supervisor_id: int | None = None
    note: str = ""
    form_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a therapy session adds to its time."""

    number: int
    attendance: Attendance = Attendance.ATTENDED
    totals: Mapping[str, int] = field(default_factory=dict)
    """Totals of outcome measures by their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days of a training up to today, in which an entry must lie."""

    today: date
    started_on: date
    ended_on: date | None = None


def check(worked: Worked, activity: Activity, span: Span) -> None:
    """Raise a Refusal at the first field that cannot be so."""
    check_day(worked.worked_on, span)
    check_minutes(worked.minutes)
    _check_mode(worked.mode, activity)
    _check_group(worked.group_size, activity, field="group_size")
    _check_group(worked.group_contracted, activity, field="group_contracted")
    check_words(worked.note, field="note")


def check_day(day: date, span: Span) -> None:
    """Raise a Refusal for a day to come, or one outside the training."""
    if day > span.today:
        message = "That day is still to come. Log it once it has happened."
        raise Refusal(message, field="worked_on")
    if day < span.started_on:
        message = f"Your training here began on {_said(span.started_on)}, after that day."
        raise Refusal(message, field="worked_on")
    if span.ended_on is not None and day > span.ended_on:
        message = f"Your training here ended on {_said(span.ended_on)}, before that day."
        raise Refusal(message, field="worked_on")


def check_minutes(minutes: int) -> None:
    """Raise a Refusal for no time at all, or for more than an entry can hold."""
    if minutes < 1:
        message = "An entry needs at least 1 minute."
        raise Refusal(message, field="minutes")
    if minutes > LONGEST:
        message = (
            f"{minutes:,} minutes is more than the {LONGEST // 60} hours that one entry can hold. "
            "Is a digit too many? Several days are several entries."
        )
        raise Refusal(message, field="minutes")


def check_words(words: str, *, field: str, needed: str = "") -> None:
    """Raise a Refusal for a text over its limit, or for none where `needed` asks for one."""
    if needed and not words:
        raise Refusal(needed, field=field)
    if len(words) > NOTE_LENGTH:
        message = (
            f"This is {len(words)} characters long; {NOTE_LENGTH} is the most. "
            "Nothing was cut: shorten it and send it again."
        )
        raise Refusal(message, field=field)


def _check_mode(mode: Mode, activity: Activity) -> None:
    if mode not in activity.modes:
        message = f"{activity.name} is not counted when people meet in this way."
        raise Refusal(message, field="mode")


def _check_group(size: int | None, activity: Activity, *, field: str) -> None:
    if size is None or size == 1:
        return
    if Format.GROUP not in activity.formats:
        message = f"{activity.name} is not logged for a group."
        raise Refusal(message, field=field)
    if not 1 < size <= LARGEST_GROUP:
        message = f"A group has between 2 and {LARGEST_GROUP} people."
        raise Refusal(message, field=field)


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
