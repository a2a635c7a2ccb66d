"""Sending a review: every comment at once, with a verdict."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from workbench.cases.queries import agreed_names
from workbench.documents.commands.writing import move_stage
from workbench.documents.domain.review import ReviewVerdict, Stage, reviewed
from workbench.documents.domain.sending import NewerVersion, is_held, none_may_be_held
from workbench.documents.models import Comment, Document, DocumentVersion, Review, Thread
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.commands.gating import subject_of
from workbench.training.queries import gate_reports


def send_review(  # noqa: PLR0913 - of what, by whom, saying what, when
    db: Session,
    document: Document,
    actor: Actor,
    *,
    number: int,
    verdict: ReviewVerdict | None,
    at: datetime,
) -> Review:
    """Send the actor's unsent comments and a verdict on the version of that number.

    Where another supervisor was first, this one is sent beside theirs and moves nothing. Raises
    NewerVersion, NotWithSupervisor, ReviewUnfinished or CommentHeld.
    """
    db.refresh(document, ["draft_version", "stage"], with_for_update=True)
    version = _latest(db, document)
    _must_be_latest(version, number)
    drafts = _drafts(db, actor, document)
    is_second = bool(version.reviews) and not _has_reviewed(actor, version)
    stage = reviewed(
        Stage.SUBMITTED if is_second else document.stage,
        verdict,
        comments=len(drafts) + _open_threads(db, document),
    )
    none_may_be_held(held_comments(db, document, drafts))
    review = _begun(version, actor, drafts, at)
    review.verdict, review.sent_at = verdict, at
    db.add(review)
    db.flush()  # the comments name the review by its number
    _send(drafts, review, at)
    if not is_second:
        move_stage(db, document, stage)
    mark_change(
        db, actor, "documents.review", document, place=document, at=at, version=version.number
    )
    return review


def _begun(
    version: DocumentVersion, actor: Actor, drafts: Sequence[Comment], at: datetime
) -> Review:
    """The actor's review of a version, begun with the first comment; not yet added."""
    return Review(
        document_version=version,
        supervisor_id=actor.person_id,
        started_at=drafts[0].written_at if drafts else at,
    )


def held_comments(db: Session, document: Document, drafts: Sequence[Comment]) -> Sequence[Comment]:
    """Those unsent comments in which the gate finds what was not decided when they were kept."""
    agreed = agreed_names(db, document.enrolment_id, document.case_id)
    reports = gate_reports(db, [subject_of(one) for one in drafts])
    return [one for one in drafts if is_held(one.words, reports.get(subject_of(one)), agreed)]


def _latest(db: Session, document: Document) -> DocumentVersion:
    return db.scalars(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .order_by(DocumentVersion.number.desc())
        .limit(1)
        .options(selectinload(DocumentVersion.reviews))
    ).one()


def _has_reviewed(actor: Actor, version: DocumentVersion) -> bool:
    return any(review.supervisor_id == actor.person_id for review in version.reviews)


def _must_be_latest(version: DocumentVersion, number: int) -> None:
    if version.number != number:
        message = (
            f"Version {version.number} came while you read version {number}. Nothing was sent: "
            "your comments are kept and stand at their passages in the new one."
        )
        raise NewerVersion(message)


def _open_threads(db: Session, document: Document) -> int:
    return db.scalars(
        select(func.count()).where(
            Thread.document_id == document.id,
            Thread.resolved_at.is_(None),
            Thread.id.in_(select(Comment.thread_id).where(Comment.sent_at.is_not(None))),
        )
    ).one()


def _drafts(db: Session, actor: Actor, document: Document) -> Sequence[Comment]:
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


def _send(drafts: Sequence[Comment], review: Review, at: datetime) -> None:
    for comment in drafts:
        comment.review_id = review.id
        comment.sent_at = at
