"""Reads what happened on an enrolment from every slice, as the rules see it.

Each list is one statement, whatever the amount of data. Only what may be known to everybody who
reads the enrolment's progress comes here: no words of a patient, and of a supervisor's rating no
verdict before the trainee has signed their own.
"""

from collections.abc import Collection, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, ScalarSelect, Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts.models import Person
from workbench.cases.models import Case, TherapySession
from workbench.documents.domain.review import Stage
from workbench.documents.models import Comment, Document, DocumentVersion, Review, Thread
from workbench.progress.domain import facts as f
from workbench.progress.entry_facts import day_of, entry_facts
from workbench.progress.rating_facts import rating_facts
from workbench.progress.standing_facts import attestation_facts, person_facts, prior_facts
from workbench.training.models import Enrolment, Milestone, Pause, Placement, Supervision


def facts_of(db: Session, enrolment: Enrolment) -> f.Facts:
    """Everything that happened on one enrolment. Load its trainee with it."""
    zone = ZoneInfo(enrolment.trainee.zone)
    milestones = _milestones(db, enrolment)
    return f.Facts(
        enrolment=f.EnrolmentFact(started_on=enrolment.started_on, zone=zone.key),
        entries=entry_facts(db, enrolment, zone),
        sessions=_sessions(db, enrolment),
        cases=_cases(db, enrolment),
        documents=_documents(db, enrolment, zone, {one.key for one in milestones}),
        ratings=rating_facts(db, enrolment, zone),
        milestones=milestones,
        pauses=_pauses(db, enrolment),
        supervisions=_supervisions(db, enrolment),
        people=person_facts(db, enrolment),
        attestations=attestation_facts(db, enrolment),
        prior=prior_facts(db, enrolment),
    )


def _sessions(db: Session, enrolment: Enrolment) -> tuple[f.SessionFact, ...]:
    rows = db.execute(
        select(
            TherapySession.id,
            Case.code.label("case"),
            TherapySession.number,
            TherapySession.held_on.label("on"),
            TherapySession.attendance,
            TherapySession.minutes,
            TherapySession.mode,
            TherapySession.phase,
        )
        .join(Case, Case.id == TherapySession.case_id)
        .where(Case.enrolment_id == enrolment.id)
        .order_by(Case.code, TherapySession.number)
    )
    return tuple(f.SessionFact(**row) for row in rows.mappings())


def _cases(db: Session, enrolment: Enrolment) -> tuple[f.CaseFact, ...]:
    rows = db.execute(
        select(
            *(Case.id, Case.code, Case.opened_on, Case.closed_on, Case.standing),
            *(Case.problems, Case.closely_supervised, Case.consent_withdrawn_on),
            Case.same_patient_as_id,
            Placement.name.label("placement"),
        )
        .outerjoin(Placement, Placement.id == Case.placement_id)
        .where(Case.enrolment_id == enrolment.id)
        .order_by(Case.opened_on, Case.code)
    )
    found = rows.mappings().all()
    codes = {row["id"]: row["code"] for row in found}
    followed = {row["same_patient_as_id"] for row in found}
    return tuple(_case(row, codes, is_followed=row["id"] in followed) for row in found)


def _case(row: RowMapping, codes: Mapping[int, str], *, is_followed: bool) -> f.CaseFact:
    """A case; those of one patient share the code of the first of them."""
    first = row["same_patient_as_id"] or (row["id"] if is_followed else 0)
    return f.CaseFact(
        standing=f.CaseStanding(row["standing"]),
        patient=codes.get(first),
        problems=tuple(row["problems"]),
        **{name: row[name] for name in _OF_CASE},
    )


_OF_CASE = (
    *("code", "opened_on", "closed_on", "placement"),
    *("closely_supervised", "consent_withdrawn_on"),
)
"""What a case's fact takes from its row as it is."""


def _documents(
    db: Session, enrolment: Enrolment, zone: ZoneInfo, milestones: Collection[str]
) -> tuple[f.DocumentFact, ...]:
    rows = db.execute(_document_rows(enrolment)).mappings().all()
    return tuple(_document(row, zone, milestones) for row in rows)


def _open_threads() -> ScalarSelect[int]:
    """How many threads of a document are open and were sent."""
    was_sent = exists().where(Comment.thread_id == Thread.id, Comment.sent_at.is_not(None))
    threads = select(func.count()).where(
        Thread.document_id == Document.id, Thread.resolved_at.is_(None), was_sent
    )
    return threads.scalar_subquery()


def _document_rows(enrolment: Enrolment) -> Select[*tuple[Any, ...]]:
    """Each document with its last version, its last review that was sent, its open threads."""
    of_document = DocumentVersion.document_id == Document.id
    sent = (
        select(func.max(Review.id))
        .join(DocumentVersion, DocumentVersion.id == Review.document_version_id)
        .where(of_document, Review.sent_at.is_not(None))
        .correlate(Document)
        .scalar_subquery()
    )
    newest = select(func.max(DocumentVersion.number)).where(of_document)
    number = newest.correlate(Document).scalar_subquery()
    latest = aliased(DocumentVersion)
    submitted = select(func.max(DocumentVersion.submitted_at)).where(of_document).scalar_subquery()
    return (
        select(
            Document.id,
            Document.kind,
            Document.stage,
            Document.draft_saved_at,
            Case.code.label("case"),
            number.label("version"),
            submitted.label("submitted_at"),
            Review.sent_at.label("reviewed_at"),
            Person.name.label("reviewer"),
            _open_threads().label("open_threads"),
            Case.texts_withdrawn_on,
            latest.withheld_at,
            latest.correct_by,
        )
        .select_from(Document)
        .outerjoin(latest, and_(latest.document_id == Document.id, latest.number == number))
        .outerjoin(Case, Case.id == Document.case_id)
        .outerjoin(Review, Review.id == sent)
        .outerjoin(Person, Person.id == Review.supervisor_id)
        .where(Document.enrolment_id == enrolment.id)
        .order_by(Document.id)
    )


def _document(row: RowMapping, zone: ZoneInfo, milestones: Collection[str]) -> f.DocumentFact:
    """A document that a marker passes is marked elsewhere: the provider records that it passed."""
    passed = row["stage"] is Stage.AGREED and f"{row['kind']}_passed" in milestones
    stage = f.Stage.PASSED if passed else f.Stage(row["stage"])
    submitted_at = row["submitted_at"] or row["draft_saved_at"]
    moved_at = {f.Stage.DRAFT: row["draft_saved_at"], f.Stage.SUBMITTED: submitted_at}.get(
        stage, row["reviewed_at"] or submitted_at
    )
    return f.DocumentFact(
        id=row["id"],
        kind=row["kind"],
        case=row["case"],
        stage=stage,
        version=row["version"] or 1,
        on=moved_at.astimezone(zone).date(),
        open_threads=row["open_threads"],
        reviewer=row["reviewer"],
        sent_back_on=day_of(row["withheld_at"], zone),
        correct_by=day_of(row["correct_by"], zone),
        is_out_of_sight=row["texts_withdrawn_on"] is not None,
    )


def _milestones(db: Session, enrolment: Enrolment) -> tuple[f.MilestoneFact, ...]:
    rows = db.execute(
        select(Milestone.key, Milestone.happened_on, Milestone.evidence)
        .where(Milestone.enrolment_id == enrolment.id)
        .order_by(Milestone.happened_on, Milestone.key)
    )
    return tuple(f.MilestoneFact(key=key, on=on, evidence=words) for key, on, words in rows)


def _pauses(db: Session, enrolment: Enrolment) -> tuple[f.PauseFact, ...]:
    rows = db.execute(
        select(Pause.started_on, Pause.ended_on)
        .where(Pause.enrolment_id == enrolment.id)
        .order_by(Pause.started_on)
    )
    return tuple(f.PauseFact(start=start, end=end) for start, end in rows)


def _supervisions(db: Session, enrolment: Enrolment) -> tuple[f.SupervisionFact, ...]:
    rows = db.execute(
        select(Supervision.started_on, Supervision.ended_on, Person.name, Person.id)
        .join(Person, Person.id == Supervision.supervisor_id)
        .where(Supervision.enrolment_id == enrolment.id)
        .order_by(Supervision.started_on, Supervision.id)
    )
    return tuple(
        f.SupervisionFact(start=start, end=end, supervisor=name, supervisor_id=number)
        for start, end, name, number in rows
    )
