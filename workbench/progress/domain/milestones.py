"""The requirement "one of the curriculum's milestones has happened, with evidence". Pure."""

from fractions import Fraction

from workbench.curricula.asked_standing import Milestone
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import MilestoneFact
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose


def milestone(asked: Milestone, evidence: Evidence) -> Finding:
    """Met on the day it happened; a day that lies ahead does not count yet."""
    happened = first_of_milestone(evidence, asked.milestone)
    return Finding(
        gate=evidence.gate,
        key=asked.key,
        title=asked.title,
        words=asked.words,
        unit=Unit.MILESTONES,
        needed=Fraction(1),
        have=Fraction(happened is not None),
        standing=Standing.NOT_BEGUN if happened is None else Standing.MET,
        explanation=_explanation(asked, evidence, happened),
        next_move=None if happened else _record_it(asked, evidence),
        met_on=happened.on if happened else None,
    )


def first_of_milestone(evidence: Evidence, key: str) -> MilestoneFact | None:
    """The first time it happened up to the day asked about."""
    happened = [
        fact for fact in evidence.facts.milestones if fact.key == key and fact.on <= evidence.on
    ]
    return min(happened, key=lambda fact: (fact.on, fact.evidence), default=None)


def _explanation(asked: Milestone, evidence: Evidence, happened: MilestoneFact | None) -> str:
    if happened is not None:
        shown = f", shown by: {happened.evidence}" if happened.evidence else ""
        return words.sentence(f"Recorded for {words.day(happened.on)}{shown}")
    ahead = [fact.on for fact in evidence.facts.milestones if fact.key == asked.milestone]
    if ahead:
        return f"Recorded for {words.day(min(ahead))}, which lies ahead."
    return "Not recorded yet."


def _record_it(asked: Milestone, evidence: Evidence) -> NextMove:
    kind = evidence.curriculum.milestone(asked.milestone)
    shown = f", shown by: {kind.evidence}" if kind else ""
    return NextMove(Whose.PROVIDER, f"Record “{asked.title}”{shown}", Link.ENROLMENT)
