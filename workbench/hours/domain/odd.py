"""What looks odd about an entry: a reason to look twice, never a verdict. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONG_MINUTES = 240
LATE_DAYS = 60


class Oddity(StrEnum):
    """What a supervisor is asked to look at before signing."""

    LONG = "long"
    DUPLICATE = "duplicate"
    LATE = "late"
    FUTURE = "future"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An entry as the eye for oddities sees it."""

    worked_on: date
    logged_on: date
    minutes: int
    twins: int = 0
    """Other entries of the trainee with the same activity, day, minutes and case."""
    session_number: int | None = None
    known_numbers: Collection[int] = ()
    """The numbers that sessions of its case have taken."""


def oddities(entry: Looked, today: date) -> tuple[Oddity, ...]:
    """Everything odd about an entry, the plainest first."""
    found = {
        Oddity.FUTURE: entry.worked_on > today,
        Oddity.LONG: entry.minutes > LONG_MINUTES,
        Oddity.DUPLICATE: entry.twins > 0,
        Oddity.LATE: (entry.logged_on - entry.worked_on).days >= LATE_DAYS,
        Oddity.GAP: _leaves_a_gap(entry.session_number, entry.known_numbers),
    }
    return tuple(oddity for oddity, is_so in found.items() if is_so)


def _leaves_a_gap(number: int | None, known: Collection[int]) -> bool:
    return number is not None and number > 1 and number - 1 not in known
