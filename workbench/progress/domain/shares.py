"""The requirement "at least, or at most, so much of a total is of some activities". Pure."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_hours import HoursShare
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, Credit, Place
from workbench.progress.domain.evidence import Evidence, Tally, tally
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    on_the_way,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Whose
from workbench.progress.domain.reasons import Reason
from workbench.progress.domain.stretches import days_of, within

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the part must reach, and what it may not pass, in credited minutes."""

    least: Fraction | None
    most: Fraction | None

    @property
    def needed(self) -> Fraction:
        """The amount that the part is held against."""
        return self.least if self.least is not None else self.most or Fraction(0)


def hours_share(asked: HoursShare, evidence: Evidence) -> Finding:
    """The part and the whole as they are countersigned; a share is exact, never rounded."""
    days = days_of(asked.stretch, evidence)
    part = tally(_in_modes(asked, within(days, evidence.of(asked.activities))))
    whole = tally(within(days, evidence.of(asked.of)))
    bounds = bounds_of(asked, whole.have)
    standing = _standing(asked, bounds, part, whole)
    over = _would_be_over(asked, bounds, part, whole)
    return Finding(
        **evidence.heading(asked),
        **part.in_hours(bounds.needed),
        standing=standing,
        explanation=explained(
            _so_far(bounds, part.have),
            _of_the_whole(asked, part.have, whole.have),
            days.words,
            on_the_way(part.waiting, part.draft),
            *over,
            what_is_left_out(part.credited),
        ),
        counted=part.counted,
        left_out=part.left_out,
        shortfalls=over,
        next_move=_next_move(asked, bounds, part, whole),
        met_on=_met_on(asked, part, whole, evidence) if standing is Standing.MET else None,
    )


def bounds_of(asked: HoursShare, whole: Fraction) -> Bounds:
    """The greater of what is asked at least, the smaller of what is allowed at most."""
    return Bounds(
        max(_amounts(asked.least_hours, asked.least_percent, whole), default=None),
        min(_amounts(asked.most_hours, asked.most_percent, whole), default=None),
    )


def _amounts(hours: int | None, percent: int | None, whole: Fraction) -> list[Fraction]:
    by_hours = [] if hours is None else [Fraction(hours * HOUR)]
    return by_hours if percent is None else [*by_hours, whole * percent / WHOLE]


def _in_modes(asked: HoursShare, credited: tuple[Credit, ...]) -> tuple[Credit, ...]:
    if not asked.modes:
        return credited
    return tuple(
        one.refused(Reason.OTHER_MODE) if one.counts and one.entry.mode not in asked.modes else one
        for one in credited
    )


def _standing(asked: HoursShare, bounds: Bounds, part: Tally, whole: Tally) -> Standing:
    """Short where it is too much; a share of nothing has not begun."""
    if bounds.most is not None and part.have > bounds.most:
        return Standing.SHORT
    is_there = part.have or whole.have or not asked.of
    if is_there and (bounds.least is None or part.have >= bounds.least):
        return Standing.MET
    return Standing.UNDER_WAY if part.credited or whole.credited else Standing.NOT_BEGUN


def _would_be_over(asked: HoursShare, bounds: Bounds, part: Tally, whole: Tally) -> tuple[str, ...]:
    """What is too much now, or will be once what waits is countersigned."""
    if bounds.most is None:
        return ()
    if part.have > bounds.most:
        return (f"{words.still_to_go((part.have - bounds.most) / HOUR)} h too many",)
    later = bounds_of(asked, whole.have + whole.waiting).most or Fraction(0)
    over = part.have + part.waiting - later
    if over <= 0:
        return ()
    return (f"{words.still_to_go(over / HOUR)} h too many once what waits is countersigned",)


def _so_far(bounds: Bounds, part: Fraction) -> str:
    """How much of how much: a most is said as such, and what passes it never reads as within."""
    if bounds.most is not None and part > bounds.most:
        return f"{words.still_to_go(part / HOUR)} h, of at most {_hours(bounds.most)} h"
    reached = words.one_decimal(part / HOUR)
    if bounds.least is not None:
        return f"{reached} of {words.plain(bounds.least / HOUR)} h"
    return f"{reached} h, of at most {_hours(bounds.needed)} h"


def _hours(most: Fraction) -> str:
    return words.amount(most / HOUR)


def _of_the_whole(asked: HoursShare, part: Fraction, whole: Fraction) -> str:
    """The percents: "40.0 h of 100.0 h are 40.0 %, of at least 50 %"."""
    asks = [
        f"at {word} {percent} %"
        for word, percent in (("least", asked.least_percent), ("most", asked.most_percent))
        if percent is not None
    ]
    if not asks:
        return ""
    if not whole:
        return f"{words.listed(asks)} of what counts is asked, and nothing counts yet"
    share = part * WHOLE / whole
    is_over = asked.most_percent is not None and share > asked.most_percent
    shown = words.still_to_go(share) if is_over else words.one_decimal(share)
    return f"{shown} % of {words.one_decimal(whole / HOUR)} h, where {words.listed(asks)} is asked"


def _next_move(asked: HoursShare, bounds: Bounds, part: Tally, whole: Tally) -> NextMove | None:
    if bounds.most is not None and part.have > bounds.most:
        return _too_much(asked, part.have, whole.have)
    if bounds.least is None:
        return None
    return next_move_for_hours(part.credited, bounds.least - part.have)


def _too_much(asked: HoursShare, part: Fraction, whole: Fraction) -> NextMove:
    """A share falls again with other work; hours that are too many stay too many."""
    by_hours = asked.most_hours is not None and part > asked.most_hours * HOUR
    if by_hours or not asked.most_percent:
        return NextMove(Whose.PROVIDER, "Say what follows from the hours over it", Link.ENROLMENT)
    more = words.still_to_go((part * WHOLE / asked.most_percent - whole) / HOUR)
    return NextMove(Whose.TRAINEE, f"Log {more} h more of other work", Link.LOG)


def _met_on(asked: HoursShare, part: Tally, whole: Tally, evidence: Evidence) -> date:
    """An amount on the day it was reached; what depends on the whole on the last day of that."""
    signed = [
        one.entry.on
        for one in (*part.credited, *whole.credited)
        if one.place is Place.COUNTERSIGNED
    ]
    last = max(signed, default=evidence.facts.enrolment.started_on)
    if asked.least_hours is None or asked.of:
        return last
    return part.reached(Fraction(asked.least_hours * HOUR)) or last
