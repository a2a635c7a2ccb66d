"""The requirement "at least so many credited hours of some activities together". Pure."""

from fractions import Fraction

from workbench.curricula.asked_hours import Claimed, HoursTotal
from workbench.progress.domain import words
from workbench.progress.domain.caps import capped
from workbench.progress.domain.credit import HOUR, NONE, Credit, Place
from workbench.progress.domain.evidence import Evidence, Tally, tally
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    on_the_way,
    so_far,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Standing
from workbench.progress.domain.letters import with_letters
from workbench.progress.domain.reasons import Reason
from workbench.progress.domain.stretches import days_of, within


def hours_total(asked: HoursTotal, evidence: Evidence) -> Finding:
    """The credited hours so far; only countersigned ones, and verified letters, make it met."""
    days = days_of(asked.stretch, evidence)
    logged = not_claimed(asked, within(days, evidence.of(asked.activities)), evidence.gate)
    sums = tally(capped(asked, with_letters(asked, days, logged, evidence)))
    needed = Fraction(asked.minutes)
    unverified = _in_letters(sums, Place.WAITING)
    return Finding(
        **evidence.heading(asked),
        **sums.in_hours(needed),
        standing=standing_of(sums, needed),
        explanation=explained(
            so_far(sums.have, needed),
            days.words,
            _earlier_years(_in_letters(sums, Place.COUNTERSIGNED)),
            on_the_way(sums.waiting - unverified, sums.draft, unverified),
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        letters=sums.letters,
        left_out=sums.left_out,
        next_move=next_move_for_hours(sums.credited, needed - sums.have),
        met_on=sums.reached(needed),
    )


def not_claimed(asked: HoursTotal, credited: tuple[Credit, ...], gate: str) -> tuple[Credit, ...]:
    """The same entries, those left out that another gate has claimed, where time counts once."""
    if asked.claimed is Claimed.MAY:
        return credited
    return tuple(
        one.refused(Reason.CLAIMED)
        if one.counts and one.entry.claimed_for not in {None, gate}
        else one
        for one in credited
    )


def standing_of(sums: Tally, needed: Fraction) -> Standing:
    """Met on the very minute; begun with the first entry, whether it counts or not."""
    if sums.have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if sums.credited else Standing.NOT_BEGUN


def _in_letters(sums: Tally, place: Place) -> Fraction:
    letters = (one.minutes for one in sums.credited if one.is_letter and one.place is place)
    return sum(letters, NONE)


def _earlier_years(minutes: Fraction) -> str:
    return f"{words.one_decimal(minutes / HOUR)} h of them are of earlier years" if minutes else ""
