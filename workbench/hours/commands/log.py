"""Logging, changing and sending entries: a trainee's acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.cases.commands import case_activity, own_case, own_placement
from workbench.cases.domain.sessions import ClosedCase, free_number, possible_total
from workbench.cases.models import Case, CaseStanding, MeasureTotal, TherapySession
from workbench.curricula.activities import Activity, Attendance
from workbench.curricula.model import Curriculum
from workbench.errors import Refusal, StaleEdit
from workbench.hours.domain.entry import (
    EDITABLE,
    NotEditable,
    Standing,
    VerdictKind,
    answered,
    submitted,
    withdrawn,
)
from workbench.hours.domain.worked import Held, Span, Worked, check, check_words
from workbench.hours.models import HoursEntry, Verdict
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.models import Enrolment
from workbench.training.queries import supervisors_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Under which curriculum a deed is done, on which day of the trainee's, and when."""

    curriculum: Curriculum
    today: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """A therapy session, and the hour that it is where it was attended."""

    session: TherapySession
    entry: HoursEntry | None


def record_session(  # noqa: PLR0913, PLR0917 - which case, who, what was held, for how long, and when
    db: Session, case: Case, actor: Actor, held: Held, worked: Worked, moment: Moment
) -> Recorded:
    """Record a therapy session; attended, it is the client hour too, in draft.

    Raises a Refusal at the field that cannot be so.
    """
    if case.standing is not CaseStanding.OPEN:
        message = f"Case {case.code} has ended. Open it again to record a session."
        raise ClosedCase(message)
    activity = known_activity(moment.curriculum, case.activity)
    check_worked(db, case.enrolment, worked, activity, moment)
    taken = db.scalars(select(TherapySession.number).where(TherapySession.case_id == case.id)).all()
    session = TherapySession(
        case=case,
        number=free_number(held.number, taken),
        held_on=worked.worked_on,
        attendance=held.attendance,
        minutes=worked.minutes,
        mode=worked.mode,
        phase=moment.curriculum.phase_of(held.number).key,
        recorded_at=moment.at,
        form_key=worked.form_key,
        totals=_totals(held, moment.curriculum),
    )
    db.add(session)
    entry = None
    if held.attendance is Attendance.ATTENDED:
        entry = new_entry(case.enrolment, case.activity, worked, moment.at, session)
        db.add(entry)
    figures = {"number": held.number, "attendance": held.attendance.value}
    mark_change(db, actor, "hours.record_session", session, place=case, at=moment.at, **figures)
    return Recorded(session, entry)


def log_entry(  # noqa: PLR0913, PLR0917 - whose, by whom, what, for how long, and when
    db: Session,
    enrolment: Enrolment,
    actor: Actor,
    activity_key: str,
    worked: Worked,
    moment: Moment,
) -> HoursEntry:
    """Log time that is no session of a training case, in draft. Raises a Refusal."""
    activity = loggable(moment.curriculum, activity_key)
    check_worked(db, enrolment, worked, activity, moment)
    entry = new_entry(enrolment, activity.key, worked, moment.at)
    db.add(entry)
    mark_change(db, actor, "hours.log", entry, place=enrolment, at=moment.at)
    return entry


def change_entry(  # noqa: PLR0913 - which, by whom, from which version, to what, and when
    db: Session,
    entry: HoursEntry,
    actor: Actor,
    worked: Worked,
    moment: Moment,
    *,
    version: int,
) -> None:
    """Change an entry that is still the trainee's, and its session. Raises a Refusal."""
    if entry.standing not in EDITABLE:
        message = f"This entry is {entry.standing}, so it can no longer be changed."
        raise NotEditable(message)
    refuse_stale(entry, version)
    activity = known_activity(moment.curriculum, entry.activity)
    check_worked(db, entry.enrolment, worked, activity, moment)
    _write(entry, worked)
    if entry.therapy_session is not None and entry.corrects_id is None:
        follow(entry.therapy_session, entry)
    mark_change(db, actor, "hours.change", entry, place=entry, at=moment.at)


def submit_entries(
    db: Session, entries: Iterable[HoursEntry], actor: Actor, *, at: datetime
) -> int:
    """Send entries to be countersigned. Returns how many. Raises a Refusal, then none is sent."""
    count = 0
    for entry in entries:
        entry.standing = submitted(entry.standing)
        entry.submitted_at = at
        mark_change(db, actor, "hours.submit", entry, place=entry, at=at)
        count += 1
    if not count:
        message = "There is nothing in draft to send here."
        raise NotEditable(message)
    return count


def answer_entry(
    db: Session, entry: HoursEntry, actor: Actor, words: str, *, at: datetime
) -> Verdict:
    """Answer a supervisor's question; the entry keeps its place in the queue."""
    check_words(words, field="words", needed="Write your answer.")
    entry.standing = answered(entry.standing)
    said = Verdict(
        entry_id=entry.id, author_id=actor.person_id, kind=VerdictKind.ANSWER, words=words, at=at
    )
    db.add(said)
    mark_change(db, actor, "hours.answer", entry, place=entry, at=at)
    return said


def withdraw_entry(db: Session, entry: HoursEntry, actor: Actor, *, at: datetime) -> None:
    """Take an entry back for good: it stays in the log and counts for nothing."""
    entry.standing = withdrawn(entry.standing)
    mark_change(db, actor, "hours.withdraw", entry, place=entry, at=at)


def loggable(curriculum: Curriculum, key: str) -> Activity:
    """An activity that is logged by itself. Raises a Refusal for one that is a case's session."""
    activity = curriculum.activity(key)
    if activity is None:
        message = "Choose what kind of time it was."
        raise Refusal(message, field="activity")
    if key == case_activity(curriculum):
        message = "A therapy session with a training case is recorded on its case, and logged so."
        raise Refusal(message, field="activity")
    return activity


def refuse_stale(entry: HoursEntry, version: int) -> None:
    """Raise StaleEdit where the entry changed after the form was opened."""
    if entry.version != version:
        message = (
            "This entry changed after you opened the form, perhaps in another tab. Nothing was "
            "overwritten, and what you typed is below. Send it again if it should still be so."
        )
        raise StaleEdit(message)


def follow(session: TherapySession, entry: HoursEntry) -> None:
    """Let a session say what its hour says."""
    session.held_on, session.minutes, session.mode = entry.worked_on, entry.minutes, entry.mode


def known_activity(curriculum: Curriculum, key: str) -> Activity:
    """An activity of the curriculum. Raises a Refusal."""
    activity = curriculum.activity(key)
    if activity is None:
        message = "Your curriculum does not know this kind of time."
        raise Refusal(message)
    return activity


def check_worked(
    db: Session, enrolment: Enrolment, worked: Worked, activity: Activity, moment: Moment
) -> None:
    """Hold what is typed against the activity, the training and who was appointed."""
    span = Span(today=moment.today, started_on=enrolment.started_on, ended_on=enrolment.ended_on)
    check(worked, activity, span)
    own_placement(db, enrolment, worked.placement_id)
    own_case(db, enrolment, worked.case_id)
    if worked.supervisor_id is not None:
        _check_supervisor(db, enrolment, worked.supervisor_id, worked.worked_on, moment.today)


def _check_supervisor(
    db: Session, enrolment: Enrolment, supervisor_id: int, on: date, today: date
) -> None:
    """Whoever supervised on that day, or does today and can sign what came before them."""
    appointed = supervisors_of(db, enrolment, on)
    if supervisor_id in {one.id for one in (*appointed, *supervisors_of(db, enrolment, today))}:
        return
    names = " or ".join(person.name for person in appointed)
    message = "They were not appointed to supervise you on that day. " + (
        f"On that day it was {names}." if names else "Nobody was appointed on that day."
    )
    raise Refusal(message, field="supervisor")


def new_entry(
    enrolment: Enrolment,
    activity: str,
    worked: Worked,
    at: datetime,
    session: TherapySession | None = None,
) -> HoursEntry:
    """An entry in draft, not yet added."""
    entry = HoursEntry(
        enrolment=enrolment,
        activity=activity,
        therapy_session=session,
        standing=Standing.DRAFT,
        logged_at=at,
        form_key=worked.form_key,
        verdicts=[],
    )
    _write(entry, worked)
    return entry


def _write(entry: HoursEntry, worked: Worked) -> None:
    entry.worked_on, entry.minutes, entry.mode = worked.worked_on, worked.minutes, worked.mode
    entry.group_size, entry.group_contracted = worked.group_size, worked.group_contracted
    entry.starts, entry.case_id = worked.starts, worked.case_id
    entry.placement_id = worked.placement_id
    entry.supervisor_id = worked.supervisor_id
    entry.note = worked.note


def _totals(held: Held, curriculum: Curriculum) -> list[MeasureTotal]:
    totals = []
    for key, total in held.totals.items():
        measure = curriculum.measure(key)
        if measure is None:
            message = "Your curriculum does not ask for this measure."
            raise Refusal(message)
        totals.append(MeasureTotal(measure=key, total=possible_total(measure, total)))
    return totals
