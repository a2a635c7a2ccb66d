"""What lies ahead: what will fall short at this pace, and the clocks that end. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from workbench.curricula.asked_cases import Cases
from workbench.curricula.asked_hours import HoursTotal
from workbench.curricula.asked_standing import Deadline
from workbench.curricula.asked_supervision import (
    Over,
    Supervision,
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)
from workbench.curricula.model import Curriculum, Gate
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.ahead_cases import case_ahead, too_late
from workbench.progress.domain.ahead_supervision import month_ahead, ratio_ahead
from workbench.progress.domain.evidence import Evidence, evidence
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings, Standing
from workbench.progress.domain.foreseen import Foreseen
from workbench.progress.domain.pace import Pace, pace, worked

HALF_A_YEAR = timedelta(days=183)


def ahead(
    curriculum: Curriculum, facts: Facts, gates: Sequence[GateFindings], *, on: date
) -> tuple[Foreseen, ...]:
    """Everything that can be foreseen on a day: what will fall short, then the rest, by day.

    What is met asks for nothing more, and while the enrolment rests no pace is held against it.
    """
    known = evidence(curriculum, facts, on=on)
    found = (
        one
        for gate, findings in zip(curriculum.gates, gates, strict=True)
        for one in _in_gate(gate, findings, known)
    )
    return tuple(sorted(found, key=lambda one: (not one.falls_short, one.by, one.what)))


def _in_gate(gate: Gate, findings: GateFindings, known: Evidence) -> Iterator[Foreseen]:
    found = {one.key: one for one in findings.findings}
    known = replace(known, gate=gate.key, found=found)
    for asked in gate.requirements:
        yield from _of(asked, gate, known)


def _of(asked: Requirement, gate: Gate, known: Evidence) -> Iterator[Foreseen]:
    rests = known.facts.pauses_on(known.on)
    match asked:
        case SupervisionRatio(over=Over.WHOLE):
            yield from () if rests else ratio_ahead(asked, known)
        case SupervisionPerMonth() | SupervisionTiers() | SupervisionRatio():
            yield from () if rests else month_ahead(asked, known)
        case Cases():
            yield from case_ahead(asked, known)
        case Deadline():
            yield from _clock(asked, gate, known)
        case _:
            return


def _clock(asked: Deadline, gate: Gate, known: Evidence) -> Iterator[Foreseen]:
    """A clock that runs, once it ends within half a year or will be missed at this pace."""
    finding = known.found[asked.key]
    if finding.due is None or finding.standing is not Standing.NOT_DUE:
        return
    by_key = {one.key: one for one in gate.requirements}
    late = [said for key in asked.until_met for said in _late(by_key[key], finding.due, known)]
    if late or finding.due <= known.on + HALF_A_YEAR:
        yield Foreseen(
            gate=known.gate,
            key=asked.key,
            by=finding.due,
            what=f"“{asked.title}” ends",
            why=" ".join([*late, asked.otherwise]),
            falls_short=bool(late),
        )


def _late(asked: Requirement, due: date, known: Evidence) -> Iterator[str]:
    """What of a clock cannot be done by its last day, in a sentence."""
    finding = known.found[asked.key]
    if finding.is_met:
        return
    if isinstance(asked, Cases):
        yield from too_late(asked, due, known)
    elif (full := _full_on(asked, finding, known)) is not None and full > due:
        yield f"At this pace “{asked.title}” is full around {full.day} {full:%B %Y}."


def _full_on(asked: Requirement, finding: Finding, known: Evidence) -> date | None:
    """The day on which hours will be full at this pace, where the requirement asks for hours."""
    if not isinstance(asked, HoursTotal | Supervision):
        return None
    to_go = finding.needed - finding.have - finding.waiting
    logged = worked(known.handed_in(asked.activities))
    found = pace(logged, to_go, known.facts.pauses, on=known.on)
    return found.expected if isinstance(found, Pace) else None
