"""Putting right what was logged: a correction that points at it, or undoing it at once."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.cases.models import TherapySession
from workbench.curricula.activities import Attendance
from workbench.hours.commands.log import Moment, check_worked, known_activity, new_entry
from workbench.hours.domain.entry import NotEditable, Standing
from workbench.hours.domain.worked import Worked, check_words
from workbench.hours.models import HoursEntry
from workbench.policy import Actor
from workbench.training.commands import mark_change

UNDO_FOR = timedelta(minutes=10)


def correct_entry(  # noqa: PLR0913, PLR0917 - which, by whom, to what, why, and when
    db: Session, entry: HoursEntry, actor: Actor, worked: Worked, reason: str, moment: Moment
) -> HoursEntry:
    """Correct a countersigned entry by a new one that points at it and is countersigned again."""
    if entry.standing is not Standing.COUNTERSIGNED:
        message = f"This entry is {entry.standing}; only a countersigned one needs a correction."
        raise NotEditable(message)
    _refuse_second_correction(db, entry)
    check_words(reason, field="reason", needed="Say why it needs correcting.")
    activity = known_activity(moment.curriculum, entry.activity)
    check_worked(db, entry.enrolment, worked, activity, moment)
    correction = new_entry(
        entry.enrolment, entry.activity, worked, moment.at, entry.therapy_session
    )
    correction.corrects_id, correction.reason = entry.id, reason
    correction.standing, correction.submitted_at = Standing.SUBMITTED, moment.at
    db.add(correction)
    mark_change(
        db, actor, "hours.correct", correction, place=entry, at=moment.at, corrects=entry.id
    )
    return correction


def undo_log(db: Session, entry: HoursEntry, actor: Actor, *, at: datetime) -> None:
    """Unlog an entry that was logged a moment ago and never sent, with the session that it is."""
    if entry.submitted_at is not None or entry.standing is not Standing.DRAFT:
        message = f"This entry is {entry.standing}, so logging it cannot be undone."
        raise NotEditable(message)
    _refuse_late(entry.logged_at, at)
    mark_change(db, actor, "hours.undo_log", entry, place=entry, at=at)
    session = entry.therapy_session
    db.delete(entry)
    if session is not None:
        db.flush()  # the entry goes before the session that it points at
        db.delete(session)


def undo_session(db: Session, session: TherapySession, actor: Actor, *, at: datetime) -> None:
    """Take back a missed session that was recorded a moment ago."""
    if session.attendance is Attendance.ATTENDED:
        message = "This session was attended: undo its hour, and the session goes with it."
        raise NotEditable(message)
    _refuse_late(session.recorded_at, at)
    mark_change(db, actor, "hours.undo_session", session, place=session, at=at)
    db.delete(session)


def _refuse_second_correction(db: Session, entry: HoursEntry) -> None:
    second = select(HoursEntry.id).where(
        HoursEntry.corrects_id == entry.id, HoursEntry.standing != Standing.WITHDRAWN
    )
    if db.scalars(second).first() is not None:
        message = "A correction of this entry exists already. Correct that one instead."
        raise NotEditable(message)


def _refuse_late(logged_at: datetime, at: datetime) -> None:
    if at - logged_at > UNDO_FOR:
        message = "This was logged too long ago to undo. Change it, or withdraw it, instead."
        raise NotEditable(message)
