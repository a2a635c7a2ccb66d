"""Documents, their versions and threads, among those that the actor may read."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from workbench.cases.models import Case, TherapySession
from workbench.curricula.activities import Attendance
from workbench.documents.domain.review import Stage
from workbench.documents.models import Comment, Document, DocumentVersion, Review, Thread
from workbench.policy import Actor
from workbench.training.models import Enrolment
from workbench.training.queries import own, supervised_by


def documents_readable_by(actor: Actor) -> ColumnElement[bool]:
    """Who may read: the trainee, and a supervisor once something was sent and is in sight.

    The SQL twin of `documents.read` for every document that has a version.
    """
    sent = exists().where(DocumentVersion.document_id == Document.id).correlate(Document)
    return or_(own(actor), and_(supervised_by(actor), sent, _in_sight()))


def _in_sight() -> ColumnElement[bool]:
    """Unless its case's patient no longer agrees that others read what is written."""
    hidden = exists().where(Case.id == Document.case_id, Case.texts_withdrawn_on.is_not(None))
    return ~hidden.correlate(Document)


def find_document(db: Session, actor: Actor, document_id: int) -> Document | None:
    """A document that the actor may read."""
    return db.scalars(
        _documents().where(Document.id == document_id, documents_readable_by(actor))
    ).one_or_none()


def find_thread(db: Session, actor: Actor, thread_id: int) -> Thread | None:
    """A thread of which the actor may read at least one comment."""
    readable = exists().where(Comment.thread_id == Thread.id, seen_by(actor)).correlate(Thread)
    return db.scalars(
        select(Thread)
        .join(Thread.document)
        .join(Document.enrolment)
        .where(Thread.id == thread_id, documents_readable_by(actor), readable)
        .options(
            contains_eager(Thread.document).options(
                contains_eager(Document.enrolment).joinedload(Enrolment.trainee),
                joinedload(Document.case),
                selectinload(Document.versions),
            ),
            selectinload(Thread.comments),
            selectinload(Thread.places),
        )
    ).one_or_none()


def find_own_draft(db: Session, actor: Actor, comment_id: int) -> Comment | None:
    """A comment of the actor's that is not sent yet."""
    return db.scalars(
        select(Comment)
        .join(Comment.thread)
        .join(Thread.document)
        .join(Document.enrolment)
        .where(
            Comment.id == comment_id,
            Comment.author_id == actor.person_id,
            Comment.sent_at.is_(None),
            documents_readable_by(actor),
        )
        .options(
            contains_eager(Comment.thread)
            .contains_eager(Thread.document)
            .options(
                contains_eager(Document.enrolment).joinedload(Enrolment.trainee),
                joinedload(Document.case),
            )
        )
    ).one_or_none()


def seen_by(actor: Actor) -> ColumnElement[bool]:
    """A comment that was sent, or is the actor's own: a draft is nobody else's business."""
    return or_(Comment.sent_at.is_not(None), Comment.author_id == actor.person_id)


def versions_of(db: Session, document: Document) -> Sequence[DocumentVersion]:
    """Every version with its sent reviews, the first one first."""
    return db.scalars(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .options(
            selectinload(DocumentVersion.reviews).joinedload(Review.supervisor),
            joinedload(DocumentVersion.withheld_by),
        )
        .order_by(DocumentVersion.number)
    ).all()


def sent_back_on(db: Session, enrolment: Enrolment) -> Sequence[Document]:
    """The documents of an enrolment of which a version is withheld, with every review of them."""
    withheld = exists().where(
        DocumentVersion.document_id == Document.id, DocumentVersion.withheld_at.is_not(None)
    )
    return db.scalars(
        select(Document)
        .where(Document.enrolment_id == enrolment.id, withheld)
        .options(
            joinedload(Document.enrolment).joinedload(Enrolment.trainee),
            selectinload(Document.versions).selectinload(DocumentVersion.reviews),
        )
        .order_by(Document.id)
    ).all()


def threads_seen(db: Session, actor: Actor, document: Document) -> Sequence[Thread]:
    """The threads of a document with only those comments that the actor may read, by number."""
    return (
        db.scalars(
            select(Thread)
            .join(Thread.comments)
            .where(Thread.document_id == document.id, seen_by(actor))
            .options(
                contains_eager(Thread.comments).joinedload(Comment.author),
                selectinload(Thread.places),
            )
            .order_by(Thread.number, Comment.id)
            .execution_options(populate_existing=True)
        )
        .unique()
        .all()
    )


def own_drafts(db: Session, actor: Actor, document: Document) -> Sequence[Comment]:
    """What the actor has written about a document and not sent."""
    return db.scalars(
        select(Comment)
        .join(Comment.thread)
        .where(
            Thread.document_id == document.id,
            Comment.author_id == actor.person_id,
            Comment.sent_at.is_(None),
        )
        .order_by(Comment.id)
    ).all()


def last_session(db: Session, case: Case | None) -> int | None:
    """The number of the last session that took place, if there was one."""
    if case is None:
        return None
    return db.scalars(
        select(func.max(TherapySession.number)).where(
            TherapySession.case_id == case.id, TherapySession.attendance == Attendance.ATTENDED
        )
    ).one()


def last_sessions(db: Session, cases: Sequence[Case]) -> dict[int, int]:
    """The number of the last session that took place, by case."""
    rows = db.execute(
        select(TherapySession.case_id, func.max(TherapySession.number))
        .where(
            TherapySession.case_id.in_([case.id for case in cases]),
            TherapySession.attendance == Attendance.ATTENDED,
        )
        .group_by(TherapySession.case_id)
    )
    return {case_id: number for case_id, number in rows}  # noqa: C416 - a Row is no pair to mypy


def own_cases(db: Session, actor: Actor) -> Sequence[Case]:
    """The actor's own cases with their enrolments, by code."""
    return db.scalars(
        select(Case)
        .join(Case.enrolment)
        .where(own(actor))
        .options(contains_eager(Case.enrolment))
        .order_by(Case.closed_on.is_not(None), Case.code, Case.id)
    ).all()


def own_documents(db: Session, actor: Actor) -> Sequence[Document]:
    """The actor's own documents with their versions."""
    return db.scalars(_documents().where(own(actor)).options(selectinload(Document.versions))).all()


def documents_supervised(db: Session, actor: Actor) -> Sequence[Document]:
    """The documents of the actor's trainees that were sent at least once, by trainee."""
    sent = exists().where(DocumentVersion.document_id == Document.id).correlate(Document)
    return db.scalars(
        _documents()
        .where(supervised_by(actor), sent, _in_sight())
        .options(selectinload(Document.versions))
        .order_by(Enrolment.id, Document.case_id, Document.kind, Document.id)
    ).all()


def versions_waiting(db: Session, actor: Actor) -> Sequence[DocumentVersion]:
    """Versions of the actor's trainees that nobody has reviewed yet, the oldest first.

    Each with its document, case, enrolment and trainee.
    """
    newest = (
        select(func.max(DocumentVersion.number))
        .where(DocumentVersion.document_id == Document.id)
        .correlate(Document)
        .scalar_subquery()
    )
    return db.scalars(
        select(DocumentVersion)
        .join(DocumentVersion.document)
        .join(Document.enrolment)
        .where(
            supervised_by(actor),
            _in_sight(),
            Document.stage == Stage.SUBMITTED,
            DocumentVersion.number == newest,
        )
        .options(
            contains_eager(DocumentVersion.document).options(
                contains_eager(Document.enrolment).joinedload(Enrolment.trainee),
                joinedload(Document.case),
            )
        )
        .order_by(DocumentVersion.submitted_at, DocumentVersion.id)
    ).all()


def open_threads(db: Session, actor: Actor, documents: Sequence[Document]) -> dict[int, int]:
    """How many open threads the actor can see, by document."""
    readable = exists().where(Comment.thread_id == Thread.id, seen_by(actor)).correlate(Thread)
    rows = db.execute(
        select(Thread.document_id, func.count())
        .where(
            Thread.document_id.in_([document.id for document in documents]),
            Thread.resolved_at.is_(None),
            readable,
        )
        .group_by(Thread.document_id)
    )
    return {document_id: count for document_id, count in rows}  # noqa: C416 - as above


def _documents() -> Select[Document]:
    return (
        select(Document)
        .join(Document.enrolment)
        .options(
            contains_eager(Document.enrolment).joinedload(Enrolment.trainee),
            joinedload(Document.case),
        )
    )
