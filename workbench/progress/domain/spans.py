"""The requirement "so many hours within a span, neither too short nor too long". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from workbench.curricula.asked_hours import HoursInSpan, SpanIs
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, IN_ORDER, NONE, Credit, Place
from workbench.progress.domain.evidence import Evidence, in_parts, left_out
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    on_the_way,
    so_far,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose
from workbench.progress.domain.months import add_months, months_between
from workbench.progress.domain.reasons import Reason
from workbench.progress.domain.stretches import days_of, within


@dataclass(frozen=True, slots=True)
class Span:
    """From one entry's day to another's: the credited minutes in it, and its length in months."""

    first: date
    last: date
    minutes: Fraction
    months: int
    is_long_enough: bool

    def holds(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.first <= day <= self.last


class Lengths(NamedTuple):
    """A span by the places of its days: from the earliest that is not too far back, to one."""

    first: int
    last: int
    is_long_enough: bool


def hours_in_span(asked: HoursInSpan, evidence: Evidence) -> Finding:
    """The span that holds most, of those that are long enough where one of them holds enough."""
    days = days_of(asked.stretch, evidence)
    credited = within(days, evidence.of(asked.activities))
    needed = Fraction(asked.hours * HOUR)
    found = [best_span(asked, credited, least) for least in IN_ORDER]
    best = [span for span, _ in found]
    amounts = [one.minutes if one else NONE for one in best]
    waiting = max(amounts[1] - amounts[0], NONE)
    draft = max(amounts[2] - max(amounts[:2]), NONE)
    judged = _without_the_rest(credited, best)
    met_on = found[0][1]
    return Finding(
        **evidence.heading(asked),
        unit=Unit.HOURS,
        needed=needed / HOUR,
        have=amounts[0] / HOUR,
        waiting=waiting / HOUR,
        draft=draft / HOUR,
        standing=_standing(met_on, credited),
        explanation=explained(
            so_far(amounts[0], needed),
            _in_words(best[0]),
            *_too_short(asked, best[0]),
            days.words,
            on_the_way(waiting, draft),
            what_is_left_out(judged),
        ),
        counted=tuple(one.entry.id for one in judged if one.place is Place.COUNTERSIGNED),
        left_out=left_out(judged),
        shortfalls=_too_short(asked, best[0]),
        next_move=None if met_on else _next_move(asked, best, judged),
        met_on=met_on,
    )


def best_span(
    asked: HoursInSpan, credited: Sequence[Credit], least: Place
) -> tuple[Span | None, date | None]:
    """The span that shows how far it has come, and the day on which one was long and full enough.

    A span that is both goes before one that is not. Of the others it is the fullest; of several as
    full the latest, because only that one can still grow.
    """
    days, parts, amounts = _by_day([one for one in credited if one.place >= least])
    upto = [0, *accumulate(amounts)]
    needed = asked.hours * HOUR * parts
    best: tuple[bool, int, int, Lengths] | None = None
    met_on = None
    for one in _lengths(asked, days):
        held = upto[one.last + 1] - upto[one.first]
        is_met = one.is_long_enough and held >= needed
        if is_met and met_on is None:
            met_on = days[one.last]
        best = max(best or (False, 0, -1, one), (is_met, held, one.last, one))
    return _span(asked, days, best[3], Fraction(best[1], parts)) if best else None, met_on


def _span(asked: HoursInSpan, days: Sequence[date], of: Lengths, minutes: Fraction) -> Span:
    first, last = days[of.first], days[of.last]
    if asked.span_is is SpanIs.CALENDAR:
        months = months_between(first, last)
    else:
        months = len({(day.year, day.month) for day in days[of.first : of.last + 1]})
    return Span(first, last, minutes, months, of.is_long_enough)


def _by_day(chosen: Sequence[Credit]) -> tuple[list[date], int, list[int]]:
    """The days that have an entry, and the credited minutes of each as parts of a minute."""
    parts, amounts = in_parts(chosen)
    by_day: dict[date, int] = {}
    for credit, amount in zip(chosen, amounts, strict=True):
        by_day[credit.entry.on] = by_day.get(credit.entry.on, 0) + amount
    return list(by_day), parts, list(by_day.values())


def _lengths(asked: HoursInSpan, days: Sequence[date]) -> Iterator[Lengths]:
    """For each day the longest span that ends on it and is not too long."""
    if asked.span_is is SpanIs.CALENDAR:
        return _by_the_calendar(asked, days)
    return _with_practice(asked, days)


def _by_the_calendar(asked: HoursInSpan, days: Sequence[date]) -> Iterator[Lengths]:
    first = 0
    earliest, latest = _reach(asked, days, first)
    for last, day in enumerate(days):
        while latest < day:
            first += 1
            earliest, latest = _reach(asked, days, first)
        yield Lengths(first, last, earliest <= day)


def _reach(asked: HoursInSpan, days: Sequence[date], first: int) -> tuple[date, date]:
    """From which day on a span from here is long enough, and until when it is not too long."""
    if not days:
        return date.max, date.max
    begins = days[first]
    return add_months(begins, asked.least_months), add_months(begins, asked.most_months)


def _with_practice(asked: HoursInSpan, days: Sequence[date]) -> Iterator[Lengths]:
    """Only the calendar months with an entry are counted, whatever lies between."""
    months: list[int] = []
    first = 0
    for last, day in enumerate(days):
        before = days[last - 1] if last else None
        is_new = before is None or (before.year, before.month) != (day.year, day.month)
        months.append(months[-1] + is_new if months else 1)
        while months[last] - months[first] >= asked.most_months:
            first += 1
        yield Lengths(first, last, months[last] - months[first] + 1 >= asked.least_months)


def _without_the_rest(
    credited: tuple[Credit, ...], best: Sequence[Span | None]
) -> tuple[Credit, ...]:
    """What has come so far is held against the span of all that has come so far."""
    spans = dict(zip(IN_ORDER, best, strict=True))
    return tuple(
        one.refused(Reason.OTHER_SPAN)
        if one.counts and (span := spans[one.place]) and not span.holds(one.entry.on)
        else one
        for one in credited
    )


def _standing(met_on: date | None, credited: Sequence[Credit]) -> Standing:
    if met_on is not None:
        return Standing.MET
    return Standing.UNDER_WAY if credited else Standing.NOT_BEGUN


def _in_words(span: Span | None) -> str:
    return f"from {words.day(span.first)} to {words.day(span.last)}" if span else ""


def _too_short(asked: HoursInSpan, span: Span | None) -> tuple[str, ...]:
    if span is None or span.is_long_enough:
        return ()
    least = words.number(asked.least_months)
    with_practice = " with practice" if asked.span_is is SpanIs.WITH_PRACTICE else ""
    months = words.counted(span.months, "whole month" if not with_practice else "month")
    return (f"that is {months}{with_practice}, and at least {least} are asked",)


def _next_move(
    asked: HoursInSpan, best: Sequence[Span | None], judged: Sequence[Credit]
) -> NextMove | None:
    """The hours first; where they are there, the time that is still to pass."""
    span = best[0]
    needed = Fraction(asked.hours * HOUR)
    if span is None or span.minutes < needed:
        return next_move_for_hours(judged, needed - (span.minutes if span else NONE))
    handed_in = best[1]
    if handed_in and handed_in.is_long_enough and handed_in.minutes >= needed:
        return next_move_for_hours(judged, NONE + 1)
    if asked.span_is is SpanIs.WITH_PRACTICE:
        more = words.counted(asked.least_months - span.months, "month")
        return NextMove(Whose.TRAINEE, f"Practise in {more} more, and log it", Link.LOG)
    until = words.day(add_months(span.first, asked.least_months))
    return NextMove(Whose.TRAINEE, f"Go on until {until}, and log it", Link.LOG)
