"""Recording a therapy session: attended, it is the client hour."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.cases.domain.sessions import next_number
from workbench.cases.models import Case, TherapySession
from workbench.cases.queries import find_case, find_therapy_session
from workbench.curricula.activities import Attendance
from workbench.db import transaction
from workbench.hours.commands.amend import undo_session
from workbench.hours.commands.log import Recorded, record_session
from workbench.hours.domain.worked import Held
from workbench.hours.forms import SessionForm, session_form
from workbench.hours.quick_entry import Line
from workbench.hours.views.door import bp, moment, offer_choices, passed
from workbench.policy import Permission
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires


@bp.route("/cases/<int:row_id>/sessions/new", methods=["GET", "POST"])
@requires(Permission.CASES_KEEP, find_case)
def new_session(case: Case) -> ResponseReturnValue:
    """Record a session of a case."""
    form = form_for(case)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            held, worked = held_in(form), form.worked()
            recorded = record_session(db, case, actor(), held, worked, moment(case.enrolment))
            passed(db, form, recorded.entry, recorded.entry) if recorded.entry else None
        if form.in_order:
            say_recorded(recorded)
            return redirect(url_for("cases.case", row_id=case.id), code=303)
    return session_page(case, form), form.status


@bp.post("/sessions/<int:row_id>/undo")
@requires(Permission.CASES_KEEP, find_therapy_session)
def undo_missed(session: TherapySession) -> ResponseReturnValue:
    """Take back a missed session that was recorded a moment ago."""
    at = moment(session.enrolment).at
    with transaction() as db:
        undo_session(db, session, actor(), at=at)
    flash(f"Session {session.number} of {session.case.code} is not recorded any more.", "success")
    return redirect(url_for("cases.case", row_id=session.case_id), code=303)


def form_for(case: Case) -> SessionForm:
    """The form with what is likeliest filled in."""
    form = session_form(curriculum_of(case.enrolment).measures)(
        number=next_number(one.number for one in case.sessions),
        worked_on=moment(case.enrolment).today,
        minutes=case.usual_minutes,
        mode=case.usual_mode,
        placement=case.placement_id,
    )
    offer_choices(form, case.enrolment, case.activity)
    return form


def session_page(case: Case, form: SessionForm, line: Line | None = None) -> str:
    """The page of the form, with the line that it was filled in from."""
    curriculum = curriculum_of(case.enrolment)
    number = form.number.data or 1
    phase = curriculum.phase_of(number)
    return render_template("hours/session.html", case=case, form=form, phase=phase, line=line)


def held_in(form: SessionForm) -> Held:
    """What the form says of the session itself."""
    return Held(number=form.number.data or 0, attendance=form.attendance.data, totals=form.totals())


def say_recorded(recorded: Recorded) -> None:
    """Tell what was recorded, with the way back."""
    session, entry = recorded.session, recorded.entry
    code = session.case.code
    if entry is None or session.attendance is not Attendance.ATTENDED:
        words = f"Recorded session {session.number} of {code} as missed. No hour was logged."
        undo = url_for("hours.undo_missed", row_id=session.id)
    else:
        words = f"Logged {entry.minutes} min for {code}, session {session.number}."
        undo = url_for("hours.undo", row_id=entry.id)
    flash({"words": words, "undo_url": undo}, "success")  # type: ignore[arg-type]  # flash.html reads a mapping
