"""Pauses as days off a clock: each day counts once, however many pauses hold it. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from workbench.progress.domain.facts import PauseFact
from workbench.progress.domain.months import add_days

Rest: TypeAlias = tuple[date, date]
"""A stretch of days away, both of them in it."""


def rests(pauses: Iterable[PauseFact], *, on: date, busy: Sequence[date] = ()) -> tuple[Rest, ...]:
    """The pauses without the busy days in any, joined where they touch, oldest first.

    A pause that goes on is known up to the day asked about. The busy days are in order.
    """
    spans = [(pause.start, on if pause.end is None else pause.end) for pause in pauses]
    joined: list[Rest] = []
    for first, last in sorted(span for span in spans if not _any_in(busy, *span)):
        if last < first:
            continue
        if joined and first <= add_days(joined[-1][1], 1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def _any_in(days: Sequence[date], first: date, last: date) -> bool:
    place = bisect_left(days, first)
    return place < len(days) and days[place] <= last


def rested(away: Iterable[Rest], first: date, last: date) -> int:
    """How many days from first to last, both of them in it, are days away."""
    overlaps = ((min(last, end) - max(first, begin)).days + 1 for begin, end in away)
    return sum(days for days in overlaps if days > 0)


def extended(away: Iterable[Rest], first: date, last: date) -> date:
    """The last day of a clock from first to last that stands still on the days away.

    A rest that reaches beyond the last day is added whole, because each of its days moves it on.
    """
    for begin, end in away:
        if begin <= last and end >= first:
            last = add_days(last, (end - max(begin, first)).days + 1)
    return last
