"""The requirement "at least so many credited hours of some activities together". Pure."""

from fractions import Fraction

from workbench.curricula.asked_hours import HoursTotal
from workbench.progress.domain.evidence import Evidence, Tally, tally
from workbench.progress.domain.explaining import (
    HOUR,
    explained,
    next_move_for_hours,
    on_the_way,
    so_far,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Standing, Unit


def hours_total(asked: HoursTotal, evidence: Evidence) -> Finding:
    """The credited hours so far; only countersigned ones make it met."""
    sums = tally(evidence.of(asked.activities))
    needed = Fraction(asked.minutes)
    return Finding(
        gate=evidence.gate,
        key=asked.key,
        title=asked.title,
        words=asked.words,
        unit=Unit.HOURS,
        needed=needed / HOUR,
        have=sums.have / HOUR,
        waiting=sums.waiting / HOUR,
        draft=sums.draft / HOUR,
        standing=_standing(sums, needed),
        explanation=explained(
            so_far(sums.have, needed),
            on_the_way(sums.waiting, sums.draft),
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        left_out=sums.left_out,
        next_move=next_move_for_hours(sums.credited, needed - sums.have),
        met_on=sums.reached(needed),
    )


def _standing(sums: Tally, needed: Fraction) -> Standing:
    if sums.have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if sums.credited else Standing.NOT_BEGUN
