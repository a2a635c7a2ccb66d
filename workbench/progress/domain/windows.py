"""The months of a rule that holds in each of them, with what was practised and supervised. Pure."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate

from workbench.curricula.activities import ActivityKind
from workbench.curricula.asked import Month
from workbench.curricula.asked_supervision import Monthly, PracticeIs, SupervisionTiers
from workbench.progress.domain.credit import IN_ORDER, NONE, Credit
from workbench.progress.domain.evidence import Evidence, in_parts
from workbench.progress.domain.months import add_days, add_months
from workbench.progress.domain.pausing import Rest, rested, rests
from workbench.progress.domain.reasons import Reason

NOT_HELD = frozenset({Reason.NOT_ATTENDED, Reason.CANCELLED_LATE})


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days; both of them belong to it."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Supervised:
    """A month with what was practised and supervised in it, in exact credited minutes."""

    first: date
    last: date
    practised: Fraction
    have: Fraction
    waiting: Fraction
    draft: Fraction


class Amounts:
    """Credited minutes by day, so that any stretch of them is summed at once."""

    def __init__(self, credited: Sequence[Credit]) -> None:
        """Keep the days and the sums up to each; the entries come in order of days."""
        self._days = [credit.entry.on for credit in credited]
        self._parts, amounts = in_parts(credited)
        self._sums = list(accumulate(amounts, initial=0))

    def within(self, days: Days) -> Fraction:
        """The minutes from the first day to the last."""
        start, end = bisect_left(self._days, days.first), bisect_right(self._days, days.last)
        if start >= end:
            return NONE
        return Fraction(self._sums[end] - self._sums[start], self._parts)


def supervised_months(asked: Monthly, evidence: Evidence) -> tuple[Supervised, ...]:
    """Every month in which the rule asks for something, begun on the day asked about or before."""
    supervision = evidence.of(asked.activities)
    practised = Amounts(evidence.handed_in(asked.practice))
    have, waiting, draft = (
        Amounts([credit for credit in supervision if credit.place is place]) for place in IN_ORDER
    )
    return tuple(
        Supervised(
            days.first,
            days.last,
            practised.within(days),
            have.within(days),
            waiting.within(days),
            draft.within(days),
        )
        for days in _months(asked, evidence)
    )


def practice_days(asked: Monthly, evidence: Evidence) -> list[date]:
    """The days on which there was practice as the rule means it, in order, each once."""
    days = {credit.entry.on for credit in evidence.handed_in(asked.practice)}
    if asked.practice_is is PracticeIs.PLANNED:
        days.update(missed_days(asked.practice, evidence))
    return sorted(days)


def missed_days(practice: Sequence[str], evidence: Evidence) -> Iterator[date]:
    """The days of therapy sessions that were offered, attended or not."""
    for credit in evidence.of(practice):
        if credit.reason in NOT_HELD:
            yield credit.entry.on
    known = (evidence.curriculum.activity(key) for key in practice)
    if any(one is not None and one.kind is ActivityKind.CLIENT_WORK for one in known):
        for session in evidence.facts.sessions:
            if session.on <= evidence.on:
                yield session.on


def _months(asked: Monthly, evidence: Evidence) -> Iterator[Days]:
    days = practice_days(asked, evidence)
    also = isinstance(asked, SupervisionTiers) and asked.without_practice
    match asked.month:
        case Month.CALENDAR:
            firsts = {day.replace(day=1) for day in days}
            if also:
                firsts.update(_calendar_in_training(evidence))
            yield from (calendar_month(first) for first in sorted(firsts))
        case Month.BLOCK:
            yield from _blocks(asked, days, evidence, also=also)
        case _:
            yield from (Days(day, add_days(day, asked.month_days - 1)) for day in days)


def calendar_month(first: date) -> Days:
    """The whole month of its first day."""
    return Days(first, first.replace(day=monthrange(first.year, first.month)[1]))


def _calendar_in_training(evidence: Evidence) -> Iterator[date]:
    """The months that lie within the training as a whole, and not wholly within a pause."""
    started = evidence.facts.enrolment.started_on
    first = started if started.day == 1 else add_months(started.replace(day=1), 1)
    away = rests(evidence.facts.pauses, on=evidence.on)
    while first <= evidence.on and first.day == 1:
        if not _is_rest(calendar_month(first), away):
            yield first
        first = add_months(first, 1)


def _is_rest(days: Days, away: Sequence[Rest]) -> bool:
    return rested(away, days.first, days.last) == (days.last - days.first).days + 1


def _blocks(
    asked: Monthly, days: Sequence[date], evidence: Evidence, *, also: bool
) -> Iterator[Days]:
    """The blocks with practice; where asked, those of the training without it too."""
    if not days and not also:
        return
    start = days[0] if days else evidence.facts.enrolment.started_on
    length = asked.month_days
    practised = {(day - start).days // length for day in days}
    begun = range((evidence.on - start).days // length + 1)
    away = rests(evidence.facts.pauses, on=evidence.on)
    for number in begun if also else sorted(practised):
        first = add_days(start, number * length)
        block = Days(first, add_days(first, length - 1))
        if number in practised or not _is_rest(block, away):
            yield block
