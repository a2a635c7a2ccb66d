"""How one requirement was worked out: each entry that counted, and each that did not, with why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from workbench.curricula.model import Curriculum
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import EntryFact
from workbench.progress.domain.findings import Finding, Unit
from workbench.progress.facts import facts_of
from workbench.training.models import Enrolment


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """An entry, or a part of one, that did not count."""

    entry: EntryFact
    minutes: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Workings:
    """One finding with the rule it follows and the entries behind it."""

    finding: Finding
    rule: Requirement
    gate: str
    counted: tuple[EntryFact, ...]
    left_out: tuple[LeftOutLine, ...]


def workings_of(  # noqa: PLR0913 - whose, by which rules, which requirement, when
    db: Session, enrolment: Enrolment, curriculum: Curriculum, *, gate: str, key: str, on: date
) -> Workings | None:
    """The workings of one requirement on a day, or None where the curriculum has no such one."""
    asked = curriculum.gate(gate)
    rule = next((one for one in asked.requirements if one.key == key), None) if asked else None
    if asked is None or rule is None:
        return None
    facts = facts_of(db, enrolment)
    gates = evaluate(curriculum, facts, on=on)
    found = next(one for each in gates for one in each.findings if _is(one, gate, key))
    entries = {entry.id: entry for entry in facts.entries}
    return Workings(
        finding=found,
        rule=rule,
        gate=asked.name,
        counted=_counted(found, entries),
        left_out=tuple(
            LeftOutLine(entries[one.id], one.minutes, one.reason)
            for one in found.left_out
            if one.id in entries
        ),
    )


def _is(finding: Finding, gate: str, key: str) -> bool:
    return (finding.gate, finding.key) == (gate, key)


def _counted(finding: Finding, entries: Mapping[int, EntryFact]) -> tuple[EntryFact, ...]:
    """The entries that counted; what counts in another unit is told in the finding's words."""
    if finding.unit not in {Unit.HOURS, Unit.MONTHS}:
        return ()
    return tuple(entries[number] for number in finding.counted if number in entries)
