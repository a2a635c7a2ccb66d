"""Draws up a record from an enrolment's rows: what would be issued now, and what it replaces."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.curricula.model import Curriculum
from workbench.progress.domain.findings import GateFindings
from workbench.progress.facts import facts_of
from workbench.publishing.queries import stays_of
from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.content import Content
from workbench.records.domain.drafting import Names, drafted, gates_of
from workbench.records.models import CompetencyRecord
from workbench.training.models import Enrolment


@dataclass(frozen=True, slots=True)
class Pinned:
    """A curriculum version with the digest of its file."""

    curriculum: Curriculum
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be issued, and the record that stands now for the same gate."""

    content: Content
    replaces: CompetencyRecord | None
    gates: tuple[GateFindings, ...]

    @property
    def token(self) -> str:
        """Names exactly what was read: it changes with every figure and with every issue."""
        before = self.replaces.number if self.replaces else ""
        return digest(canonical(self.content) + before.encode())


def draft_of(
    db: Session, enrolment: Enrolment, pinned: Pinned, gate: str | None, at: datetime
) -> Draft | None:
    """The draft for one gate, or None where the curriculum has no such gate.

    Without a gate asked for it is the last one that is met, else the last. Load the enrolment's
    trainee and provider with it.
    """
    on = at.astimezone(ZoneInfo(enrolment.trainee.zone)).date()
    facts = facts_of(db, enrolment)
    gates = gates_of(pinned.curriculum, facts, on=on)
    chosen = _chosen(gates, gate)
    if chosen is None:
        return None
    names = Names(
        holder=enrolment.trainee.name,
        provider=enrolment.provider.name,
        curriculum_digest=pinned.digest,
        stays=tuple(stay for stay, _ in stays_of(db, enrolment)),
    )
    content = drafted(pinned.curriculum, facts, chosen, names, on=on)
    return Draft(content, standing_record(db, enrolment, chosen.key), gates)


def _chosen(gates: tuple[GateFindings, ...], asked: str | None) -> GateFindings | None:
    if asked is not None:
        return next((gate for gate in gates if gate.key == asked), None)
    met = [gate for gate in gates if gate.is_met]
    return (met or gates)[-1]


def standing_record(db: Session, enrolment: Enrolment, gate: str) -> CompetencyRecord | None:
    """The record for a gate that was neither superseded nor revoked."""
    return db.scalars(
        select(CompetencyRecord)
        .where(
            CompetencyRecord.enrolment_id == enrolment.id,
            CompetencyRecord.gate == gate,
            CompetencyRecord.superseded_by_id.is_(None),
            CompetencyRecord.revoked_at.is_(None),
        )
        .order_by(CompetencyRecord.id.desc())
        .limit(1)
    ).one_or_none()
