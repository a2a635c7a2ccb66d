"""The requirement "one of the curriculum's milestones has happened, and has not run out". Pure."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_standing import Milestone
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import MilestoneFact
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose


def milestone(asked: Milestone, evidence: Evidence) -> Finding:
    """Met from the day it happened to the last day on which it holds, that day among them."""
    happened = _happened(evidence, asked.milestone)
    holding = [one for one in happened if one.until is None or one.until >= evidence.on]
    holds = max(holding, key=_lasts, default=None)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.MILESTONES,
        needed=Fraction(1),
        have=Fraction(holds is not None),
        standing=_standing(happened, holds),
        explanation=_explanation(asked, evidence, happened, holds),
        shortfalls=() if holds or not happened else (_ran_out(happened),),
        next_move=None if holds else _record_it(asked, evidence),
        met_on=min(one.on for one in holding) if holding else None,
        due=holds.until if holds else None,
    )


def first_of_milestone(evidence: Evidence, key: str) -> MilestoneFact | None:
    """The first time it happened up to the day asked about."""
    return next(iter(_happened(evidence, key)), None)


def last_of_milestone(evidence: Evidence, key: str) -> MilestoneFact | None:
    """The last time it happened up to the day asked about."""
    return next(reversed(_happened(evidence, key)), None)


def _happened(evidence: Evidence, key: str) -> list[MilestoneFact]:
    happened = (one for one in evidence.facts.milestones if one.key == key)
    in_time = (one for one in happened if one.on <= evidence.on)
    return sorted(in_time, key=lambda one: (one.on, one.evidence, one.until or date.max))


def _lasts(fact: MilestoneFact) -> tuple[date, bool]:
    """What holds longest speaks; of those that hold for good, the one that happened first."""
    return (fact.until or date.max, fact.until is None)


def _standing(happened: Sequence[MilestoneFact], holds: MilestoneFact | None) -> Standing:
    if holds is not None:
        return Standing.MET
    return Standing.SHORT if happened else Standing.NOT_BEGUN


def _explanation(
    asked: Milestone,
    evidence: Evidence,
    happened: Sequence[MilestoneFact],
    holds: MilestoneFact | None,
) -> str:
    if holds is not None:
        shown = f", shown by: {holds.evidence}" if holds.evidence else ""
        until = f", holds until {words.day(holds.until)}" if holds.until else ""
        return words.sentence(f"Recorded for {words.day(holds.on)}{until}{shown}")
    if happened:
        return words.sentence(_ran_out(happened))
    ahead = [fact.on for fact in evidence.facts.milestones if fact.key == asked.milestone]
    if ahead:
        return f"Recorded for {words.day(min(ahead))}, which lies ahead."
    return "Not recorded yet."


def _ran_out(happened: Sequence[MilestoneFact]) -> str:
    last = max(one.until or one.on for one in happened)
    return f"it ran out: its last day was {words.day(last)}"


def _record_it(asked: Milestone, evidence: Evidence) -> NextMove:
    kind = evidence.curriculum.milestone(asked.milestone)
    shown = f", shown by: {kind.evidence}" if kind else ""
    return NextMove(Whose.PROVIDER, f"Record “{asked.title}”{shown}", Link.ENROLMENT)
