"""The requirement "something kept up for months at a frequency". Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from workbench.curricula.asked_hours import Duration, Frequency
from workbench.progress.domain import words
from workbench.progress.domain.credit import IN_ORDER, Credit, Place
from workbench.progress.domain.evidence import Evidence, left_out
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose
from workbench.progress.domain.months import months_between
from workbench.progress.domain.reasons import Reason

Stretch: TypeAlias = tuple[Credit, ...]


def duration(asked: Duration, evidence: Evidence) -> Finding:
    """The longest stretch without too long a break, in months.

    Where too few weeks or months of it have an entry, the months are credited in proportion, so
    that the amount reaches what is needed only when both do.
    """
    credited = evidence.of(asked.activities)
    best = [best_stretch(asked, credited, least) for least in IN_ORDER]
    have = best[0]
    amounts = [months_of(asked, stretch) for stretch in best]
    judged = _without_other_stretches(credited, best)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.MONTHS,
        needed=Fraction(asked.months),
        have=amounts[0],
        waiting=amounts[1] - amounts[0],
        draft=amounts[2] - amounts[1],
        standing=_standing(asked, amounts[0], credited),
        explanation=explained(
            f"{words.amount(amounts[0])} of {asked.months} months",
            _too_few_periods(asked, have),
            _on_the_way(amounts),
            what_is_left_out(judged),
        ),
        counted=_ids(have),
        left_out=left_out(judged),
        next_move=_next_move(asked, amounts, credited),
        met_on=_met_on(asked, have),
    )


def stretches(asked: Duration, credited: Iterable[Credit]) -> Iterator[Stretch]:
    """The entries parted wherever a break is too long."""
    run: list[Credit] = []
    for credit in credited:
        if run and (credit.entry.on - run[-1].entry.on).days > asked.longest_break_days:
            yield tuple(run)
            run = []
        run.append(credit)
    if run:
        yield tuple(run)


def best_stretch(asked: Duration, credited: Iterable[Credit], least: Place) -> Stretch:
    """The stretch that comes furthest among entries that have come at least so far."""
    chosen = (credit for credit in credited if credit.place >= least)
    return max(stretches(asked, chosen), key=lambda stretch: months_of(asked, stretch), default=())


def months_of(asked: Duration, stretch: Stretch) -> Fraction:
    """Whole months from first to last, or fewer in proportion to the periods touched."""
    if not stretch:
        return Fraction(0)
    months = months_between(stretch[0].entry.on, stretch[-1].entry.on)
    periods = len({_period(asked, credit.entry.on) for credit in stretch})
    return min(Fraction(months), Fraction(asked.months * periods, asked.periods))


def _period(asked: Duration, on: date) -> tuple[int, int]:
    if asked.frequency is Frequency.WEEKLY:
        return on.isocalendar()[:2]
    return (on.year, on.month)


def _ids(stretch: Stretch) -> tuple[int, ...]:
    return tuple(credit.entry.id for credit in stretch)


def _without_other_stretches(credited: Stretch, best: Sequence[Stretch]) -> Stretch:
    """What has come so far is held against the best stretch of all that has come so far."""
    kept = {place: frozenset(_ids(one)) for place, one in zip(IN_ORDER, best, strict=True)}
    return tuple(
        credit.refused(Reason.OTHER_STRETCH)
        if credit.counts and credit.entry.id not in kept[credit.place]
        else credit
        for credit in credited
    )


def _standing(asked: Duration, have: Fraction, credited: Stretch) -> Standing:
    if have >= asked.months:
        return Standing.MET
    return Standing.UNDER_WAY if credited else Standing.NOT_BEGUN


def _too_few_periods(asked: Duration, stretch: Stretch) -> str:
    periods = len({_period(asked, credit.entry.on) for credit in stretch})
    if not periods or periods >= asked.periods:
        return ""
    name = "weeks" if asked.frequency is Frequency.WEEKLY else "months"
    return f"{periods} of {asked.periods} {name} have an entry"


def _on_the_way(amounts: Sequence[Fraction]) -> str:
    if amounts[1] > amounts[0]:
        return f"{words.amount(amounts[1])} once what waits is countersigned"
    if amounts[2] > amounts[1]:
        return f"{words.amount(amounts[2])} once the drafts are countersigned"
    return ""


def _next_move(asked: Duration, amounts: Sequence[Fraction], credited: Stretch) -> NextMove | None:
    """Signatures or drafts where they would do; else the entries still to come."""
    if amounts[0] >= asked.months:
        return None
    if amounts[1] >= asked.months:
        return next_move_for_hours(credited, Fraction(1))
    if amounts[2] >= asked.months:
        drafts = [credit for credit in credited if credit.place is not Place.WAITING]
        return next_move_for_hours(drafts, Fraction(1))
    return NextMove(Whose.TRAINEE, f"Keep it up {asked.frequency}, and log it", Link.LOG)


def _met_on(asked: Duration, stretch: Stretch) -> date | None:
    """The day on which the stretch had both its months and its periods."""
    seen: set[tuple[int, int]] = set()
    for credit in stretch:
        seen.add(_period(asked, credit.entry.on))
        months = months_between(stretch[0].entry.on, credit.entry.on)
        if months >= asked.months and len(seen) >= asked.periods:
            return credit.entry.on
    return None
