"""Placing threads in a newer version, and settling by hand where a passage is."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.documents.domain.placement import GONE, Stood, next_place
from workbench.documents.domain.reanchor import Placer
from workbench.documents.domain.review import attached, confirmed, rejected
from workbench.documents.models import Document, DocumentVersion, Thread, ThreadPlace
from workbench.policy import Actor
from workbench.training.commands import mark_change


def place_threads(
    db: Session, document: Document, old: DocumentVersion, new: DocumentVersion
) -> None:
    """Give every open thread its place in the next version; the resolved stay where they are."""
    threads = db.scalars(
        select(Thread).where(Thread.document_id == document.id, Thread.resolved_at.is_(None))
    ).all()
    _place(db, threads, old, new)


def place_later(db: Session, thread: Thread, versions: Sequence[DocumentVersion]) -> None:
    """Place one thread in the versions that follow the first of these, each after the other."""
    for old, new in pairwise(versions):
        db.flush()  # the place in the older version is read back
        _place(db, [thread], old, new)


def settle_place(  # noqa: PLR0913 - what, where, by whom, how, when
    db: Session, thread: Thread, place: ThreadPlace, actor: Actor, *, is_right: bool, at: datetime
) -> None:
    """Say that a guessed place is right, or that the passage is not there."""
    db.refresh(place, ["status"], with_for_update=True)
    place.status = confirmed(place.status) if is_right else rejected(place.status)
    if not is_right:
        place.start = place.end = None
    _note_settled(db, thread, place, actor, at)


def attach_thread(  # noqa: PLR0913 - what, where to, by whom, when
    db: Session,
    thread: Thread,
    place: ThreadPlace,
    actor: Actor,
    *,
    start: int,
    end: int,
    at: datetime,
) -> None:
    """Put a thread whose passage was moved or is gone at a passage chosen by hand."""
    db.refresh(place, ["status"], with_for_update=True)
    place.status = attached(place.status)
    place.start, place.end = start, end
    _note_settled(db, thread, place, actor, at)


def _note_settled(
    db: Session, thread: Thread, place: ThreadPlace, actor: Actor, at: datetime
) -> None:
    place.confirmed_by_id = actor.person_id
    place.confirmed_at = at
    mark_change(
        db, actor, "documents.place", thread, place=thread, at=at, status=place.status.value
    )


def _place(
    db: Session, threads: Sequence[Thread], old: DocumentVersion, new: DocumentVersion
) -> None:
    if not threads:
        return
    before = {
        place.thread_id: Stood(place.status, place.start, place.end)
        for place in db.scalars(
            select(ThreadPlace).where(
                ThreadPlace.document_version_id == old.id,
                ThreadPlace.thread_id.in_([thread.id for thread in threads]),
            )
        )
    }
    placer = Placer(old.text, new.text)
    for thread in threads:
        place = next_place(placer, before.get(thread.id, GONE))
        db.add(
            ThreadPlace(
                thread_id=thread.id,
                document_version_id=new.id,
                status=place.status,
                start=place.start,
                end=place.end,
            )
        )
