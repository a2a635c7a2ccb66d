"""The requirement "no more than so many days between two supervision meetings". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from workbench.curricula.asked_supervision import Gap, GreatestGap
from workbench.progress.domain import words
from workbench.progress.domain.credit import IN_ORDER
from workbench.progress.domain.evidence import Evidence, tally
from workbench.progress.domain.explaining import explained, what_is_left_out
from workbench.progress.domain.findings import (
    Finding,
    Link,
    NextMove,
    Standing,
    Unit,
    Whose,
    Window,
)
from workbench.progress.domain.months import add_days
from workbench.progress.domain.pausing import Rest, rested, rests


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one meeting to the next, or a stretch of days that should hold a meeting."""

    first: date
    last: date
    have: int
    """How many days it lasted, or how many meetings it has."""
    is_in_time: bool


def greatest_gap(asked: GreatestGap, evidence: Evidence) -> Finding:
    """Every gap judged by itself, from the first day of practice to the last."""
    practice = _practice(asked, evidence)
    signed, handed_in, everything = _judged(asked, evidence, practice)
    late = [_window(asked, one) for one in signed if not one.is_in_time]
    is_lost = any(not one.is_in_time for one in everything)
    waits = bool(late) and all(one.is_in_time for one in handed_in)
    sums = tally(evidence.of(asked.activities))
    shortfalls = tuple(_shortfall(window) for window in late)
    standing = _standing(signed, late, is_lost=is_lost, practised=practice)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.WINDOWS,
        needed=Fraction(len(signed)),
        have=Fraction(len(signed) - len(late)),
        waiting=Fraction(len(late) if waits else 0),
        standing=standing,
        explanation=explained(
            _so_far(asked, signed, late, standing),
            *words.the_first(shortfalls),
            "enough once what waits is countersigned" if waits else "",
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        left_out=sums.left_out,
        shortfalls=shortfalls,
        windows=tuple(late),
        next_move=_next_move(late, waits=waits, is_lost=is_lost),
        met_on=_met_on(signed, evidence) if standing is Standing.MET else None,
    )


def _practice(asked: GreatestGap, evidence: Evidence) -> list[date]:
    return sorted({credit.entry.on for credit in evidence.handed_in(asked.practice)})


def _judged(
    asked: GreatestGap, evidence: Evidence, practice: Sequence[date]
) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """The stretches when only signed meetings count, those that wait too, and drafts as well."""
    credited = evidence.of(asked.activities)
    away = rests(evidence.facts.pauses, on=evidence.on, busy=practice)
    signed, handed_in, everything = (
        sorted({credit.entry.on for credit in credited if credit.place >= least})
        for least in IN_ORDER
    )
    now = list(_stretches(asked, practice, signed, away, evidence.on))
    soon = (
        now
        if handed_in == signed
        else list(_stretches(asked, practice, handed_in, away, evidence.on))
    )
    if everything == handed_in:
        return now, soon, soon
    return now, soon, list(_stretches(asked, practice, everything, away, evidence.on))


def _stretches(
    asked: GreatestGap,
    practice: Sequence[date],
    meetings: Sequence[date],
    away: Sequence[Rest],
    on: date,
) -> Iterator[Stretch]:
    if practice and asked.gap is Gap.DAYS:
        yield from _in_days(asked, practice, meetings, away)
    elif practice:
        yield from _in_periods(asked, practice, meetings, away, on)


def _window(asked: GreatestGap, one: Stretch) -> Window:
    if asked.gap is Gap.PERIODS:
        return Window(one.first, one.last, Fraction(1), Fraction(one.have), Unit.MEETINGS)
    return Window(one.first, one.last, Fraction(asked.days), Fraction(one.have), Unit.DAYS)


def _in_days(
    asked: GreatestGap, practice: Sequence[date], meetings: Sequence[date], away: Sequence[Rest]
) -> Iterator[Stretch]:
    """The clock starts with the practice, at each meeting anew, and ends with the practice."""
    first, last = practice[0], practice[-1]
    turns = [first, *(day for day in meetings if first < day < last), last]
    for one, other in pairwise(turns):
        days = (other - one).days
        if days > asked.days:
            days -= rested(away, add_days(one, 1), other)
        yield Stretch(one, other, days, days <= asked.days)


def _in_periods(
    asked: GreatestGap,
    practice: Sequence[date],
    meetings: Sequence[date],
    away: Sequence[Rest],
    on: date,
) -> Iterator[Stretch]:
    """A stretch without practice that a pause touches asks for nothing, nor one that goes on."""
    monday = practice[0] - timedelta(days=practice[0].weekday())
    with_practice, with_meeting = (
        {(day - monday).days // asked.days for day in days} for days in (practice, meetings)
    )
    for number in range(max(with_practice) + 1):
        first = add_days(monday, number * asked.days)
        last = add_days(first, asked.days - 1)
        rests_here = number not in with_practice and rested(away, first, last)
        if last < on and not rests_here:
            held = number in with_meeting
            yield Stretch(first, last, int(held), held)


def _standing(
    signed: Sequence[Stretch], late: Sequence[Window], *, is_lost: bool, practised: Sequence[date]
) -> Standing:
    if late:
        return Standing.SHORT if is_lost else Standing.UNDER_WAY
    if signed:
        return Standing.MET
    return Standing.NOT_DUE if practised else Standing.NOT_BEGUN


def _so_far(
    asked: GreatestGap, signed: Sequence[Stretch], late: Sequence[Window], standing: Standing
) -> str:
    if standing is Standing.NOT_BEGUN:
        return "No practice yet that would ask for supervision"
    if standing is Standing.NOT_DUE:
        return f"Nothing to judge yet: the first {words.number(asked.days)} days are not over"
    if asked.gap is Gap.PERIODS:
        kept = len(signed) - len(late)
        return f"{kept} of {len(signed)} stretches of {asked.days} days have a meeting"
    if late:
        kept = len(signed) - len(late)
        return f"{kept} of {len(signed)} times between meetings were {asked.days} days or less"
    longest = max(one.have for one in signed)
    return f"The longest time without supervision was {longest} days, and {asked.days} are allowed"


def _shortfall(window: Window) -> str:
    stretch = words.span(window.first, window.last)
    if window.unit is Unit.MEETINGS:
        return f"no meeting from {stretch}"
    return f"{window.have} days from {stretch}"


def _next_move(late: Sequence[Window], *, waits: bool, is_lost: bool) -> NextMove | None:
    if not late:
        return None
    if waits:
        return NextMove(Whose.SUPERVISOR, "Countersign the supervision that waits", Link.LOG)
    if not is_lost:
        return NextMove(Whose.TRAINEE, "Submit the drafts of supervision", Link.LOG)
    what = f"Say what follows from the gap {words.span(late[0].first, late[0].last)}"
    return NextMove(Whose.PROVIDER, what, Link.ENROLMENT)


def _met_on(signed: Sequence[Stretch], evidence: Evidence) -> date:
    """The last day that was judged."""
    return min(max(one.last for one in signed), evidence.on)
