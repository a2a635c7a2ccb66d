"""The requirement "so many hours of supervision, and so many minutes a therapy session". Pure."""

from fractions import Fraction

from workbench.curricula.asked_supervision import Supervision
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR
from workbench.progress.domain.evidence import Evidence, Tally, tally
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    on_the_way,
    so_far,
    what_is_left_out,
)
from workbench.progress.domain.findings import Finding, Standing


def supervision(asked: Supervision, evidence: Evidence) -> Finding:
    """The greater of the total and the share of the sessions so far, over the whole.

    Short means that even with everything that waits or is drafted, supervision has not kept up
    with the therapy sessions handed in.
    """
    sums = tally(evidence.of(asked.activities))
    sessions = len(evidence.handed_in(asked.sessions_of))
    needed = Fraction(asked.minutes_for(sessions))
    lag = Fraction(asked.minutes_per_session * sessions) - sums.have - sums.waiting - sums.draft
    behind = _behind(lag, sessions)
    return Finding(
        **evidence.heading(asked),
        **sums.in_hours(needed),
        standing=_standing(sums, needed, lag),
        explanation=explained(
            so_far(sums.have, needed),
            *behind,
            on_the_way(sums.waiting, sums.draft),
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        left_out=sums.left_out,
        shortfalls=behind,
        next_move=next_move_for_hours(sums.credited, needed - sums.have),
        met_on=sums.reached(needed),
    )


def _behind(lag: Fraction, sessions: int) -> tuple[str, ...]:
    if lag <= 0:
        return ()
    missing = words.still_to_go(lag / HOUR)
    return (f"{missing} h are missing for {words.counted(sessions, 'therapy session')} so far",)


def _standing(sums: Tally, needed: Fraction, lag: Fraction) -> Standing:
    if sums.have >= needed:
        return Standing.MET
    if lag > 0:
        return Standing.SHORT
    return Standing.UNDER_WAY if sums.credited else Standing.NOT_BEGUN
