"""Comments on a passage, answers to them, and the end of a thread."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.documents.commands.placing import place_later
from workbench.documents.domain.anchors import PlaceStatus, make_anchor
from workbench.documents.domain.review import ThreadStanding, answered, resolved, thread_reopened
from workbench.documents.domain.sending import AlreadySent, NotSentYet
from workbench.documents.models import Comment, Document, DocumentVersion, Thread, ThreadPlace
from workbench.policy import Actor
from workbench.training.commands import mark_change


def comment_on_passage(  # noqa: PLR0913 - where, what, by whom, when
    db: Session,
    version: DocumentVersion,
    later: Sequence[DocumentVersion],
    actor: Actor,
    *,
    start: int,
    end: int,
    words: str,
    at: datetime,
) -> Thread:
    """A new thread in the actor's unsent review, placed in the later versions too.

    Its offsets are code points of the version's text. A draft changes no fact, so it leaves no
    line in the trail.
    """
    document = version.document
    db.refresh(
        document, ["draft_version", "stage"], with_for_update=True
    )  # numbers are given one by one
    anchor = make_anchor(version.text, start, end)
    thread = Thread(
        document_id=document.id,
        number=_next_number(db, document),
        made_on_id=version.id,
        quote=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
    )
    thread.comments = [Comment(author_id=actor.person_id, words=words, written_at=at)]
    thread.places = [
        ThreadPlace(document_version_id=version.id, status=PlaceStatus.MADE, start=start, end=end)
    ]
    db.add(thread)
    place_later(db, thread, [version, *later])
    return thread


def reply(db: Session, thread: Thread, actor: Actor, *, words: str, at: datetime) -> Comment:
    """A supervisor's further comment, kept in their unsent review. Raises ThreadMoved."""
    answered(_standing(db, thread))
    comment = Comment(thread_id=thread.id, author_id=actor.person_id, words=words, written_at=at)
    db.add(comment)
    return comment


def answer(db: Session, thread: Thread, actor: Actor, *, words: str, at: datetime) -> Comment:
    """The trainee's answer, sent at once. Raises ThreadMoved."""
    answered(_standing(db, thread))
    comment = Comment(
        thread_id=thread.id, author_id=actor.person_id, words=words, written_at=at, sent_at=at
    )
    db.add(comment)
    mark_change(db, actor, "documents.answer", thread, place=thread, at=at, thread=thread.number)
    return comment


def change_comment(db: Session, comment: Comment, *, words: str) -> None:
    """Put other words in an unsent comment. Raises AlreadySent."""
    _still_unsent(db, comment)
    comment.words = words


def discard_comment(db: Session, comment: Comment) -> None:
    """Take an unsent comment away, and its thread if nothing else is in it."""
    _still_unsent(db, comment)
    thread_id = comment.thread_id
    db.delete(comment)
    db.flush()  # so that the rest of the thread can be counted
    if db.scalars(select(func.count()).where(Comment.thread_id == thread_id)).one():
        return
    for place in db.scalars(select(ThreadPlace).where(ThreadPlace.thread_id == thread_id)):
        db.delete(place)
    db.flush()  # places go before the thread that they name
    db.delete(db.get_one(Thread, thread_id))


def resolve_thread(
    db: Session, thread: Thread, latest: DocumentVersion, actor: Actor, *, at: datetime
) -> None:
    """Close a thread on the latest version. Nothing of it is hidden or deleted."""
    resolved(_standing(db, thread))
    if not any(comment.sent_at for comment in thread.comments):
        message = "Nothing of this thread is sent yet. Discard it if you do not want it."
        raise NotSentYet(message)
    thread.resolved_at = at
    thread.resolved_by_id = actor.person_id
    thread.resolved_on_id = latest.id
    mark_change(db, actor, "documents.resolve", thread, place=thread, at=at, thread=thread.number)


def reopen_thread(
    db: Session,
    thread: Thread,
    versions: Sequence[DocumentVersion],
    actor: Actor,
    *,
    at: datetime,
) -> None:
    """Open a resolved thread again, and place it in the versions that came meanwhile."""
    thread_reopened(_standing(db, thread))
    thread.resolved_at = thread.resolved_by_id = thread.resolved_on_id = None
    known = {place.document_version_id for place in thread.places}
    reached = max(version.number for version in versions if version.id in known)
    place_later(db, thread, [version for version in versions if version.number >= reached])
    mark_change(
        db, actor, "documents.reopen_thread", thread, place=thread, at=at, thread=thread.number
    )


def _next_number(db: Session, document: Document) -> int:
    last = db.scalars(
        select(func.max(Thread.number)).where(Thread.document_id == document.id)
    ).one()
    return (last or 0) + 1


def _standing(db: Session, thread: Thread) -> ThreadStanding:
    db.refresh(thread, ["resolved_at"], with_for_update=True)
    return ThreadStanding.RESOLVED if thread.resolved_at else ThreadStanding.OPEN


def _still_unsent(db: Session, comment: Comment) -> None:
    db.refresh(comment, ["sent_at"], with_for_update=True)
    if comment.sent_at is not None:
        message = "This comment was sent a moment ago, so it can no longer be changed."
        raise AlreadySent(message)
