"""Reading the audit trail: the proof that nobody changed it, and what happened on an enrolment."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.audit.domain.chain import Fault, Line, first_fault
from workbench.audit.models import AuditHead, AuditLine
from workbench.policy import Placed


def verify(db: Session) -> Fault | None:
    """The first place where the chain does not hold. Reads every line, a thousand at a time."""
    head = db.scalars(select(AuditHead)).one()
    return first_fault(_sealed(db), head=(head.number, head.digest))


def length(db: Session) -> int:
    """How many lines the head of the chain counts."""
    return db.scalars(select(AuditHead.number)).one()


def trail(db: Session, place: Placed) -> Sequence[AuditLine]:
    """What happened on one enrolment, newest first."""
    return db.scalars(
        select(AuditLine)
        .where(AuditLine.enrolment_id == place.enrolment_id)
        .order_by(AuditLine.number.desc())
        .limit(200)
    ).all()


def _sealed(db: Session) -> Iterator[tuple[Line, str, str]]:
    rows = select(AuditLine).order_by(AuditLine.number).execution_options(yield_per=1000)
    for row in db.scalars(rows):
        said = {name: getattr(row, name) for name in Line.__slots__}
        yield Line(**said), row.previous, row.digest
