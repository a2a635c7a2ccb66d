"""Cases and their sessions, among those that the actor may read."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from workbench.cases.models import Case, Pseudonym, TherapySession
from workbench.policy import Actor
from workbench.training.models import Enrolment
from workbench.training.queries import named_in_training, own, supervised_by


def cases_readable_by(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of who holds `cases.read`: the trainee and their supervisors."""
    return or_(own(actor), supervised_by(actor))


def find_case(db: Session, actor: Actor, case_id: int) -> Case | None:
    """A case with its sessions and totals."""
    return db.scalars(
        select(Case)
        .join(Case.enrolment)
        .where(Case.id == case_id, cases_readable_by(actor))
        .options(*_everything())
    ).one_or_none()


def find_therapy_session(db: Session, actor: Actor, session_id: int) -> TherapySession | None:
    """One session with its case and totals."""
    return db.scalars(
        select(TherapySession)
        .join(TherapySession.case)
        .join(Case.enrolment)
        .where(TherapySession.id == session_id, cases_readable_by(actor))
        .options(
            joinedload(TherapySession.case)
            .joinedload(Case.enrolment)
            .options(joinedload(Enrolment.trainee), joinedload(Enrolment.provider)),
            joinedload(TherapySession.case).joinedload(Case.placement),
            selectinload(TherapySession.totals),
        )
    ).one_or_none()


def cases_of(db: Session, enrolment: Enrolment) -> Sequence[Case]:
    """Every case of an enrolment with its sessions and totals: open ones first, then by code."""
    return db.scalars(
        select(Case)
        .where(Case.enrolment_id == enrolment.id)
        .options(*_everything())
        .order_by(Case.closed_on.is_not(None), Case.code, Case.id)
    ).all()


def case_codes(db: Session, enrolment: Enrolment) -> dict[int, str]:
    """The code of each case of an enrolment by its number: open ones first, then by code."""
    rows = db.execute(
        select(Case.id, Case.code)
        .where(Case.enrolment_id == enrolment.id)
        .order_by(Case.closed_on.is_not(None), Case.code, Case.id)
    )
    return {row.id: row.code for row in rows}


def pseudonyms_of(db: Session, enrolment_id: int, case_id: int | None) -> frozenset[str]:
    """The names agreed for a case; without one, for what is written about the training."""
    return frozenset(
        db.scalars(
            select(Pseudonym.words).where(
                Pseudonym.enrolment_id == enrolment_id, Pseudonym.case_id == case_id
            )
        )
    )


def agreed_names(db: Session, enrolment_id: int, case_id: int | None) -> frozenset[str]:
    """Names that a short text between trainee and supervisor may hold.

    Without a case, the pseudonyms of every case of the training are among them.
    """
    of_case = [] if case_id is None else [Pseudonym.case_id == case_id]
    pseudonyms = select(Pseudonym.words).where(Pseudonym.enrolment_id == enrolment_id, *of_case)
    return frozenset(db.scalars(pseudonyms)) | named_in_training(db, enrolment_id)


def _everything() -> tuple[ExecutableOption, ...]:
    return (
        joinedload(Case.enrolment).options(
            joinedload(Enrolment.trainee), joinedload(Enrolment.provider)
        ),
        joinedload(Case.placement),
        joinedload(Case.same_patient_as),
        selectinload(Case.sessions).selectinload(TherapySession.totals),
    )
