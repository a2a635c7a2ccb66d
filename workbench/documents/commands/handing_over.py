"""Noting whether the patient got a letter."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.cases.models import TherapySession
from workbench.curricula.activities import Attendance
from workbench.documents.domain.handing_over import Handing, check_handing
from workbench.documents.models import Document
from workbench.policy import Actor
from workbench.training.commands import mark_change


def note_handing(  # noqa: PLR0913 - which letter, by whom, what became of it, and when
    db: Session,
    document: Document,
    actor: Actor,
    handing: Handing,
    session: int | None,
    *,
    at: datetime,
) -> None:
    """Note that a letter was given, in which session, or why it was not. Raises a Refusal.

    An open draft is not stale by it, so the draft's version stays as it is.
    """
    held = db.scalars(
        select(TherapySession.number).where(
            TherapySession.case_id == document.case_id,
            TherapySession.attendance == Attendance.ATTENDED,
        )
    ).all()
    given_in = check_handing(handing, session, stage=document.stage, held=held)
    db.execute(
        update(Document)
        .where(Document.id == document.id)
        .values(handing=handing, given_in_session=given_in)
    )
    mark_change(db, actor, "documents.note_handing", document, place=document, at=at)
