"""The requirement "one hour of supervision for so many hours of practice". Pure."""

from fractions import Fraction

from workbench.curricula.asked_supervision import Over, SupervisionRatio
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
from workbench.progress.domain.monthly import ratio_in_each_month, share_of


def supervision_ratio(asked: SupervisionRatio, evidence: Evidence) -> Finding:
    """Over the whole, or in each month by itself."""
    if asked.over is Over.EACH_MONTH:
        return ratio_in_each_month(asked, evidence)
    return _over_the_whole(asked, evidence)


def _over_the_whole(asked: SupervisionRatio, evidence: Evidence) -> Finding:
    """All supervision against all practice that is countersigned or waits for it."""
    sums = tally(evidence.of(asked.activities))
    practice = evidence.handed_in(asked.practice)
    practised = sum((credit.minutes for credit in practice), Fraction(0))
    needed = share_of(asked, practised)
    lag = needed - sums.have - sums.waiting - sums.draft
    behind = _behind(lag, practised)
    is_met = needed > 0 and sums.have >= needed
    return Finding(
        **evidence.heading(asked),
        **sums.in_hours(needed),
        standing=_standing(sums, needed, lag),
        explanation=explained(
            f"{so_far(sums.have, needed)} for {words.amount(practised / HOUR)} h of practice",
            *behind,
            on_the_way(sums.waiting, sums.draft),
            what_is_left_out(sums.credited),
        ),
        counted=sums.counted,
        left_out=sums.left_out,
        shortfalls=behind,
        next_move=next_move_for_hours(sums.credited, needed - sums.have),
        met_on=max(practice[-1].entry.on, sums.reached(needed) or evidence.on) if is_met else None,
    )


def _behind(lag: Fraction, practised: Fraction) -> tuple[str, ...]:
    if lag <= 0:
        return ()
    missing = words.still_to_go(lag / HOUR)
    return (f"{missing} h are missing for {words.amount(practised / HOUR)} h of practice so far",)


def _standing(sums: Tally, needed: Fraction, lag: Fraction) -> Standing:
    if needed > 0 and sums.have >= needed:
        return Standing.MET
    if lag > 0:
        return Standing.SHORT
    return Standing.UNDER_WAY if sums.credited else Standing.NOT_BEGUN
