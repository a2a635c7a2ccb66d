"""The requirement "so many hours within a span, neither too short nor too long". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise

from workbench.curricula.asked_hours import HoursInSpan, SpanIs
from workbench.progress.domain import words
from workbench.progress.domain.credit import IN_ORDER, NONE, Credit, Place
from workbench.progress.domain.evidence import Evidence, in_parts, left_out
from workbench.progress.domain.explaining import (
    HOUR,
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


def hours_in_span(asked: HoursInSpan, evidence: Evidence) -> Finding:
    """The span that holds most, of those that are long enough where one of them holds enough."""
    days = days_of(asked.stretch, evidence)
    credited = within(days, evidence.of(asked.activities))
    needed = Fraction(asked.hours * HOUR)
    signed, handed_in, everything = (_spans(asked, credited, least) for least in IN_ORDER)
    best = [best_of(spans, needed) for spans in (signed, handed_in, everything)]
    amounts = [one.minutes if one else NONE for one in best]
    judged = _without_the_rest(credited, best)
    met_on = _met_on(signed, needed)
    return Finding(
        gate=evidence.gate,
        key=asked.key,
        title=asked.title,
        words=asked.words,
        unit=Unit.HOURS,
        needed=needed / HOUR,
        have=amounts[0] / HOUR,
        waiting=max(amounts[1] - amounts[0], NONE) / HOUR,
        draft=max(amounts[2] - max(amounts[:2]), NONE) / HOUR,
        standing=_standing(met_on, credited),
        explanation=explained(
            so_far(amounts[0], needed),
            _in_words(best[0]),
            *_too_short(asked, best[0]),
            days.words,
            on_the_way(max(amounts[1] - amounts[0], NONE), NONE),
            what_is_left_out(judged),
        ),
        counted=tuple(one.entry.id for one in judged if one.place is Place.COUNTERSIGNED),
        left_out=left_out(judged),
        shortfalls=_too_short(asked, best[0]),
        next_move=None if met_on else _next_move(asked, best, judged),
        met_on=met_on,
    )


def _spans(asked: HoursInSpan, credited: Sequence[Credit], least: Place) -> tuple[Span, ...]:
    """For every day with an entry, the longest span that ends on it and is not too long."""
    chosen = [one for one in credited if one.place >= least]
    parts, amounts = in_parts(chosen)
    upto = [0, *accumulate(amounts)]
    begins = _first_entries(chosen)
    days = [chosen[begin].entry.on for begin in begins]
    ends = [*begins[1:], len(chosen)]
    return tuple(
        Span(
            days[first],
            days[last],
            Fraction(upto[ends[last]] - upto[begins[first]], parts),
            months,
            is_long_enough,
        )
        for first, last, months, is_long_enough in _lengths(asked, days)
    )


def _first_entries(chosen: Sequence[Credit]) -> list[int]:
    """Where in the log each day begins."""
    new = [
        number
        for number, (before, after) in enumerate(pairwise(chosen), start=1)
        if after.entry.on != before.entry.on
    ]
    return [0, *new] if chosen else []


def _lengths(asked: HoursInSpan, days: Sequence[date]) -> Iterator[tuple[int, int, int, bool]]:
    """For each day the first day of its span, the months between, and whether they are enough."""
    if asked.span_is is SpanIs.CALENDAR:
        yield from _by_the_calendar(asked, days)
    else:
        yield from _with_practice(asked, days)


def _by_the_calendar(
    asked: HoursInSpan, days: Sequence[date]
) -> Iterator[tuple[int, int, int, bool]]:
    first = 0
    for last, day in enumerate(days):
        while add_months(days[first], asked.most_months) < day:
            first += 1
        long_enough = add_months(days[first], asked.least_months) <= day
        yield first, last, months_between(days[first], day), long_enough


def _with_practice(
    asked: HoursInSpan, days: Sequence[date]
) -> Iterator[tuple[int, int, int, bool]]:
    """Only the calendar months with an entry are counted, whatever lies between."""
    months: list[int] = []
    first = 0
    for last, day in enumerate(days):
        before = days[last - 1] if last else None
        is_new = before is None or (before.year, before.month) != (day.year, day.month)
        months.append(months[-1] + is_new if months else 1)
        while months[last] - months[first] >= asked.most_months:
            first += 1
        length = months[last] - months[first] + 1
        yield first, last, length, length >= asked.least_months


def best_of(spans: Sequence[Span], needed: Fraction) -> Span | None:
    """The span that holds most; one that is long enough goes before one that is not.

    Only where none is both does the fullest show how far the hours have come; of several as full
    it is the latest, because only that one can still grow.
    """
    return max(
        spans,
        key=lambda one: (
            one.is_long_enough and one.minutes >= needed,
            one.minutes,
            one.last,
        ),
        default=None,
    )


def _met_on(spans: Sequence[Span], needed: Fraction) -> date | None:
    reached = (one.last for one in spans if one.is_long_enough and one.minutes >= needed)
    return next(reached, None)


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
