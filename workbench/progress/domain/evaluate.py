"""A curriculum held against the facts of one enrolment, on a day. Pure, deterministic, total."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.curricula.asked import Asked
from workbench.curricula.asked_cases import Cases, Documents, GraduatedRecordings, RatedRecordings
from workbench.curricula.asked_hours import (
    Duration,
    HoursInSpan,
    HoursPerYear,
    HoursShare,
    HoursTotal,
)
from workbench.curricula.asked_standing import Deadline, Milestone, Person, Signatures
from workbench.curricula.asked_supervision import (
    GreatestGap,
    Supervision,
    SupervisionPerCase,
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)
from workbench.curricula.model import Curriculum, Gate
from workbench.progress.domain.cases import cases
from workbench.progress.domain.deadlines import deadline
from workbench.progress.domain.documents import documents
from workbench.progress.domain.duration import duration
from workbench.progress.domain.evidence import Evidence, evidence
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings
from workbench.progress.domain.gaps import greatest_gap
from workbench.progress.domain.graduated import graduated_recordings
from workbench.progress.domain.hours import hours_total
from workbench.progress.domain.milestones import milestone
from workbench.progress.domain.monthly import supervision_per_month, supervision_tiers
from workbench.progress.domain.per_case import supervision_per_case
from workbench.progress.domain.persons import person
from workbench.progress.domain.ratio import supervision_ratio
from workbench.progress.domain.read_as import Readings, read_as, readings_of
from workbench.progress.domain.recordings import rated_recordings
from workbench.progress.domain.shares import hours_share
from workbench.progress.domain.signatures import signatures
from workbench.progress.domain.spans import hours_in_span
from workbench.progress.domain.supervision import supervision
from workbench.progress.domain.years import hours_per_year

# Any: each rule takes its own type of requirement, and the key says which.
RULES: Mapping[type[Asked], Callable[[Any, Evidence], Finding]] = {
    Cases: cases,
    Deadline: deadline,
    Documents: documents,
    GraduatedRecordings: graduated_recordings,
    Duration: duration,
    HoursInSpan: hours_in_span,
    HoursPerYear: hours_per_year,
    HoursShare: hours_share,
    HoursTotal: hours_total,
    Milestone: milestone,
    Person: person,
    RatedRecordings: rated_recordings,
    Signatures: signatures,
    Supervision: supervision,
    SupervisionPerCase: supervision_per_case,
    SupervisionPerMonth: supervision_per_month,
    SupervisionRatio: supervision_ratio,
    SupervisionTiers: supervision_tiers,
    GreatestGap: greatest_gap,
}


def evaluate(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[GateFindings, ...]:
    """The findings of every gate, in the curriculum's own order.

    Facts dated after the day do not count. The same facts in any order give the same findings.
    """
    known = evidence(curriculum, facts, on=on)
    readings = readings_of(curriculum)
    return tuple(_gate(gate, known, readings) for gate in curriculum.gates)


def _gate(gate: Gate, known: Evidence, readings: Readings) -> GateFindings:
    """Deadlines come last, because a clock may stop when other requirements are met."""
    found: dict[str, Finding] = {}
    known = replace(known, gate=gate.key, found=found)
    for asked in sorted(gate.requirements, key=lambda asked: isinstance(asked, Deadline)):
        found[asked.key] = RULES[type(asked)](asked, known)
    return GateFindings(gate.key, gate.name, read_as(gate, found, readings))
