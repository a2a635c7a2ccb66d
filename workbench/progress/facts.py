"""Reads what happened on an enrolment from every slice, as the rules see it.

Each list is one statement, whatever the amount of data. Only what may be known to everybody who
reads the enrolment's progress comes here: no words of a patient, and of a supervisor's rating no
verdict before the trainee has signed their own.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts.models import Person
from workbench.adherence.domain.score import Rater
from workbench.adherence.models import Rating
from workbench.cases.models import Case, TherapySession
from workbench.curricula.asked import RaterRole
from workbench.documents.domain.review import Stage
from workbench.documents.models import Comment, Document, DocumentVersion, Review, Thread
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.progress.domain import facts as f
from workbench.training.models import Enrolment, Milestone, Pause, Supervision


def facts_of(db: Session, enrolment: Enrolment) -> f.Facts:
    """Everything that happened on one enrolment. Load its trainee with it."""
    zone = ZoneInfo(enrolment.trainee.zone)
    milestones = _milestones(db, enrolment)
    return f.Facts(
        enrolment=f.EnrolmentFact(started_on=enrolment.started_on, zone=zone.key),
        entries=_entries(db, enrolment, zone),
        sessions=_sessions(db, enrolment),
        cases=_cases(db, enrolment),
        documents=_documents(db, enrolment, zone, {one.key for one in milestones}),
        ratings=_ratings(db, enrolment, zone),
        milestones=milestones,
        pauses=_pauses(db, enrolment),
        supervisions=_supervisions(db, enrolment),
    )


def _day(at: datetime | None, zone: ZoneInfo) -> date | None:
    return at.astimezone(zone).date() if at else None


def _entries(db: Session, enrolment: Enrolment, zone: ZoneInfo) -> tuple[f.EntryFact, ...]:
    rows = db.execute(_entry_rows(enrolment)).mappings().all()
    said = {row.entry_id: row for row in db.execute(_last_words(enrolment))}
    return tuple(_entry(row, said.get(row["id"]), zone) for row in rows)


def _entry_rows(enrolment: Enrolment) -> Select[*tuple[Any, ...]]:
    columns = (
        HoursEntry.id,
        HoursEntry.activity,
        HoursEntry.worked_on.label("on"),
        HoursEntry.minutes,
        HoursEntry.standing,
        HoursEntry.mode,
        HoursEntry.group_size,
        HoursEntry.supervisor_id,
        HoursEntry.submitted_at,
        HoursEntry.corrects_id.label("corrects"),
        Case.code.label("case"),
        TherapySession.number.label("session"),
        Person.name.label("supervisor"),
        Countersignature.signed_at,
    )
    return (
        select(*columns)
        .outerjoin(TherapySession, TherapySession.id == HoursEntry.therapy_session_id)
        .outerjoin(Case, Case.id == TherapySession.case_id)
        .outerjoin(Person, Person.id == HoursEntry.supervisor_id)
        .outerjoin(Countersignature, Countersignature.id == HoursEntry.countersignature_id)
        .where(HoursEntry.enrolment_id == enrolment.id)
        .order_by(HoursEntry.worked_on, HoursEntry.id)
    )


def _last_words(enrolment: Enrolment) -> Select[*tuple[Any, ...]]:
    """The last question or reason about each entry that still waits for the trainee."""
    latest = (
        select(func.max(Verdict.id))
        .join(HoursEntry, HoursEntry.id == Verdict.entry_id)
        .where(
            HoursEntry.enrolment_id == enrolment.id,
            HoursEntry.standing.in_((Standing.QUERIED, Standing.RETURNED)),
            Verdict.kind != VerdictKind.ANSWER,
        )
        .group_by(Verdict.entry_id)
    )
    return (
        select(Verdict.entry_id, Verdict.words, Verdict.at, Person.name)
        .join(Person, Person.id == Verdict.author_id)
        .where(Verdict.id.in_(latest))
    )


def _entry(row: RowMapping, said: object, zone: ZoneInfo) -> f.EntryFact:
    moved_at = getattr(said, "at", None) or row["signed_at"] or row["submitted_at"]
    return f.EntryFact(
        standing=f.EntryStanding(row["standing"]),
        supervisor=getattr(said, "name", None) or row["supervisor"],
        moved_on=_day(moved_at, zone),
        note=getattr(said, "words", None),
        countersigned_on=_day(row["signed_at"], zone),
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    "id",
    "activity",
    "on",
    "minutes",
    "case",
    "session",
    "mode",
    "group_size",
    "supervisor_id",
    "corrects",
)
"""What an entry's fact takes from its row as it is."""


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
        select(Case.code, Case.opened_on, Case.closed_on, Case.standing)
        .where(Case.enrolment_id == enrolment.id)
        .order_by(Case.opened_on, Case.code)
    )
    return tuple(
        f.CaseFact(**dict(row) | {"standing": f.CaseStanding(row["standing"])})
        for row in rows.mappings()
    )


def _documents(
    db: Session, enrolment: Enrolment, zone: ZoneInfo, milestones: Collection[str]
) -> tuple[f.DocumentFact, ...]:
    rows = db.execute(_document_rows(enrolment)).mappings().all()
    return tuple(_document(row, zone, milestones) for row in rows)


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
    was_sent = exists().where(Comment.thread_id == Thread.id, Comment.sent_at.is_not(None))
    threads = select(func.count()).where(
        Thread.document_id == Document.id, Thread.resolved_at.is_(None), was_sent
    )
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
            threads.scalar_subquery().label("open_threads"),
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
        sent_back_on=_day(row["withheld_at"], zone),
        correct_by=_day(row["correct_by"], zone),
    )


def _ratings(db: Session, enrolment: Enrolment, zone: ZoneInfo) -> tuple[f.RatingFact, ...]:
    rows = db.execute(
        select(
            Rating.id,
            Rating.by,
            Rating.phase,
            Rating.started_at,
            Rating.signed_at,
            Rating.rule_verdict,
            Rating.selected_by,
            Case.code.label("case"),
            TherapySession.number.label("session"),
            Person.name.label("rater"),
        )
        .join(TherapySession, TherapySession.id == Rating.therapy_session_id)
        .join(Case, Case.id == TherapySession.case_id)
        .join(Person, Person.id == Rating.rater_id)
        .where(Rating.enrolment_id == enrolment.id)
        .order_by(Rating.id)
    )
    found = rows.mappings().all()
    opened = {(row["case"], row["session"]) for row in found if _is_own_and_signed(row)}
    return tuple(_rating(row, opened, zone) for row in found)


def _is_own_and_signed(row: RowMapping) -> bool:
    return row["by"] is Rater.SELF and row["signed_at"] is not None


def _rating(row: RowMapping, opened: set[tuple[str, int]], zone: ZoneInfo) -> f.RatingFact:
    is_open = (row["case"], row["session"]) in opened
    verdict = row["rule_verdict"] if is_open else None
    return f.RatingFact(
        id=row["id"],
        case=row["case"],
        session=row["session"],
        phase=row["phase"],
        by=RaterRole(row["by"]),
        asked_on=_day(row["started_at"], zone),
        signed_on=_day(row["signed_at"], zone),
        verdict=f.Verdict(verdict) if verdict else None,
        selected_by=row["selected_by"],
        rater=row["rater"],
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
