"""The month so far: client hours, supervision, personal therapy, empty weeks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from workbench.curricula.activities import ActivityKind
from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import Credit
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.facts import Facts

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MonthSoFar:
    """Credited hours of one calendar month up to a day, drafts included; and the empty weeks.

    A week (Monday to Sunday) belongs to the month of its Sunday, and is empty when it is over,
    nothing was logged in it, and no day of it was paused.
    """

    first: date
    client: Fraction
    supervision: Fraction
    personal_therapy: Fraction
    empty_weeks: int


def month_so_far(curriculum: Curriculum, facts: Facts, *, on: date) -> MonthSoFar:
    """The month that the day lies in, from its first to the day."""
    first = on.replace(day=1)
    counting = [credit for credit in credits_of(curriculum, facts, on=on) if credit.counts]
    kinds = {activity.key: activity.kind for activity in curriculum.activities}
    hours = _hours_by_kind([one for one in counting if one.entry.on >= first], kinds)
    return MonthSoFar(
        first=first,
        client=hours[ActivityKind.CLIENT_WORK],
        supervision=hours[ActivityKind.SUPERVISION],
        personal_therapy=hours[ActivityKind.PERSONAL_THERAPY],
        empty_weeks=_empty_weeks(facts, first, on),
    )


def _hours_by_kind(
    credited: list[Credit], kinds: Mapping[str, ActivityKind]
) -> dict[ActivityKind, Fraction]:
    hours = dict.fromkeys(ActivityKind, Fraction(0))
    for credit in credited:
        hours[kinds[credit.entry.activity]] += credit.minutes / 60
    return hours


def _empty_weeks(facts: Facts, first: date, on: date) -> int:
    logged = {_sunday(entry.on) for entry in facts.entries}
    start = max(first, _sunday(facts.enrolment.started_on))
    sunday = _sunday(start)
    empty = 0
    while sunday <= on:
        days = [sunday - timedelta(days=back) for back in range(7)]
        if sunday not in logged and not any(facts.pauses_on(day) for day in days):
            empty += 1
        sunday += WEEK
    return empty


def _sunday(day: date) -> date:
    """The last day of the day's week."""
    return day + timedelta(days=7 - day.isoweekday())
