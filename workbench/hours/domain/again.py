"""What is likely to be logged again, from what was logged before. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OFFERED = 3
RECENT_DAYS = 60


@dataclass(frozen=True, slots=True)
class Past:
    """Something logged before: of a case, or of an activity."""

    worked_on: date
    minutes: int
    activity: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Something to log again, as words that the entry line reads."""

    minutes: int
    activity: str
    code: str | None

    @property
    def text(self) -> str:
        """What would be typed for it."""
        return f"{self.minutes} {self.code or self.activity}"


def likeliest(past: Iterable[Past], today: date, *, closed: Iterable[str] = ()) -> list[Again]:
    """Up to three different things, the likeliest first.

    The same weekday weighs most, then how often, then how lately. What was logged today already
    comes last, and cases that have ended are left out.
    """
    ended = set(closed)
    weights: dict[Again, tuple[int, int, int]] = {}
    for one in sorted(past, key=lambda one: one.worked_on):
        if one.code in ended or not 0 <= (today - one.worked_on).days <= RECENT_DAYS:
            continue
        key = Again(one.minutes, one.activity, one.code)
        weekday, often, _ = weights.get(key, (0, 0, 0))
        weekday += one.worked_on.weekday() == today.weekday()
        if one.worked_on == today:
            weekday -= RECENT_DAYS
        weights[key] = (weekday, often + 1, one.worked_on.toordinal())
    return sorted(weights, key=lambda key: weights[key], reverse=True)[:OFFERED]
