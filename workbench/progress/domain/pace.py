"""When the hours will be full at the present pace, with a range, or why no date is given. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from workbench.progress.domain import words
from workbench.progress.domain.credit import Credit
from workbench.progress.domain.facts import PauseFact

LOOK_BACK = 8
LEAST = 3
WEEK = timedelta(days=7)
FARTHEST = 3660


@dataclass(frozen=True, slots=True)
class Worked:
    """Credited hours on a day, countersigned or handed in."""

    on: date
    hours: Fraction


@dataclass(frozen=True, slots=True)
class Pace:
    """The dates at which the hours are full at the median week and at the quartiles.

    `latest` is absent where the slower quarter of weeks has no hours at all.
    """

    weekly: Fraction
    weeks: int
    expected: date
    earliest: date
    latest: date | None
    explanation: str


@dataclass(frozen=True, slots=True)
class NoPace:
    """Why no date can be given."""

    reason: str


def pace(
    worked: Sequence[Worked], to_go: Fraction, pauses: Sequence[PauseFact], *, on: date
) -> Pace | NoPace:
    """The projection from the last eight unpaused weeks; a week is seven days back from `on`."""
    resting = [pause for pause in pauses if pause.holds(on)]
    if resting:
        since = min(pause.start for pause in resting)
        return NoPace(f"Paused since {words.day(since)}: there is no date until you are back.")
    if to_go <= 0:
        return NoPace("All the hours are there, counting those that wait for a signature.")
    weeks = sorted(weekly_hours(worked, pauses, on=on))
    if len(weeks) < LEAST:
        return NoPace("Log three weeks to see a date.")
    return _projected(weeks, to_go, on)


def worked(credited: Iterable[Credit]) -> list[Worked]:
    """Credited entries as the pace reads them."""
    return [Worked(credit.entry.on, credit.minutes / 60) for credit in credited]


def middle_week(
    worked: Iterable[Worked], pauses: Sequence[PauseFact], *, on: date
) -> Fraction | None:
    """The hours of the middle one of the last eight unpaused weeks, once there are three."""
    weeks = sorted(weekly_hours(worked, pauses, on=on))
    return _quantile(weeks, Fraction(1, 2)) if len(weeks) >= LEAST else None


def weekly_hours(
    worked: Iterable[Worked], pauses: Sequence[PauseFact], *, on: date
) -> list[Fraction]:
    """The hours of the last unpaused weeks since the first entry, latest first, at most eight."""
    by_week: dict[int, Fraction] = {}
    for piece in worked:
        back = (on - piece.on).days // 7
        if back >= 0:
            by_week[back] = by_week.get(back, Fraction(0)) + piece.hours
    return [by_week.get(back, Fraction(0)) for back in _unpaused(by_week, pauses, on)]


def _unpaused(by_week: dict[int, Fraction], pauses: Sequence[PauseFact], on: date) -> Iterator[int]:
    left = LOOK_BACK
    for back in range(max(by_week, default=-1) + 1):
        last = on - back * WEEK
        if any(_touches(pause, last - WEEK + timedelta(days=1), last) for pause in pauses):
            continue
        yield back
        left -= 1
        if not left:
            return


def _touches(pause: PauseFact, first: date, last: date) -> bool:
    return pause.start <= last and (pause.end is None or pause.end >= first)


def _projected(weeks: list[Fraction], to_go: Fraction, on: date) -> Pace | NoPace:
    slow, middle, fast = (_quantile(weeks, Fraction(share, 4)) for share in (1, 2, 3))
    expected = _reached(to_go, middle, on)
    earliest = _reached(to_go, fast, on)
    if expected is None or earliest is None:
        return NoPace("Half of the last weeks have no hours, so any date would be a guess.")
    said = words.counted(len(weeks), "week")
    return Pace(
        weekly=middle,
        weeks=len(weeks),
        expected=expected,
        earliest=earliest,
        latest=_reached(to_go, slow, on),
        explanation=(
            f"The middle one of your last {said}, pauses left out, has "
            f"{words.one_decimal(middle)} h, countersigned or waiting; "
            f"{words.still_to_go(to_go)} h are still to come. "
            "The range takes the slower and the faster quarter of those weeks."
        ),
    )


def _quantile(weeks: Sequence[Fraction], share: Fraction) -> Fraction:
    """The value at a share of the sorted weeks, between two neighbours in proportion."""
    place = share * (len(weeks) - 1)
    low = floor(place)
    high = min(low + 1, len(weeks) - 1)
    return weeks[low] + (weeks[high] - weeks[low]) * (place - low)


def _reached(to_go: Fraction, weekly: Fraction, on: date) -> date | None:
    """The day the rest is done, or none where the pace would take over ten years."""
    if weekly <= 0:
        return None
    days = ceil(to_go / weekly * 7)
    return on + timedelta(days=days) if days <= FARTHEST else None
