"""The entry bar: one line is read, shown where it is unsure, and logged."""

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.cases.models import Case
from workbench.cases.queries import find_case
from workbench.db import session, transaction
from workbench.hours.commands.log import log_entry, record_session
from workbench.hours.domain.proposal import KnownCase
from workbench.hours.forms import KEY_LENGTH, EntryForm, SessionForm, session_form
from workbench.hours.quick_entry import Line, read_line
from workbench.hours.views.door import bp, moment, offer_choices
from workbench.hours.views.log import entry_page, logged
from workbench.hours.views.sessions import held_in, say_recorded, session_page
from workbench.policy import Permission
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment
from workbench.web.guard import actor, requires

LINE_LENGTH = 200


@bp.post("/enrolments/<int:row_id>/hours/quick")
@requires(Permission.HOURS_LOG, find_enrolment)
def quick(enrolment: Enrolment) -> ResponseReturnValue:
    """Log a line at once where it is certain or was seen as it reads; else ask in the form."""
    text = (request.form.get("again") or request.form.get("q", ""))[:LINE_LENGTH]
    line = read_line(text, enrolment, moment(enrolment).today)
    was_seen = request.form.get("seen") == text and bool(text)
    if line.proposal.case is not None:
        return _session(line, line.proposal.case, at_once=_at_once(line, was_seen=was_seen))
    if line.proposal.activity is not None:
        return _entry(line, enrolment, at_once=_at_once(line, was_seen=was_seen))
    return render_template(
        "hours/choose.html", enrolment=enrolment, curriculum=line.curriculum, line=line
    )


@bp.get("/enrolments/<int:row_id>/hours/quick/reading")
@requires(Permission.HOURS_LOG, find_enrolment)
def reading(enrolment: Enrolment) -> ResponseReturnValue:
    """How a line reads, as the bar shows it while it is typed."""
    text = request.args.get("q", "")[:LINE_LENGTH]
    line = read_line(text, enrolment, moment(enrolment).today)
    return render_template("hours/_reading.html", line=line)


def _at_once(line: Line, *, was_seen: bool) -> bool:
    return line.proposal.is_certain or (was_seen and line.proposal.is_complete)


def _session(line: Line, known: KnownCase, *, at_once: bool) -> ResponseReturnValue:
    case = find_case(session(), actor(), known.id) or abort(404)
    form = _session_form(line, case, known.next_number)
    if at_once:
        with form.refusals(), transaction() as db:
            held, worked = held_in(form), form.worked()
            recorded = record_session(db, case, actor(), held, worked, moment(case.enrolment))
        if form.in_order:
            say_recorded(recorded)
            return redirect(url_for(".log", row_id=case.enrolment_id), code=303)
    return session_page(case, form, line), form.status


def _entry(line: Line, enrolment: Enrolment, *, at_once: bool) -> ResponseReturnValue:
    form = _entry_form(line, enrolment)
    key = line.proposal.activity or ""
    if at_once:
        with form.refusals(), transaction() as db:
            entry = log_entry(db, enrolment, actor(), key, form.worked(), moment(enrolment))
        if form.in_order:
            return logged(entry, line.activity_name)
    return entry_page(enrolment, key, form, line), form.status


def _session_form(line: Line, case: Case, number: int) -> SessionForm:
    proposal = line.proposal
    form = session_form(line.curriculum.measures)(
        formdata=None,
        number=number,
        attendance=proposal.attendance,
        **proposal.totals,
        **_time(line),
    )
    offer_choices(form, case.enrolment, case.activity)
    return form


def _entry_form(line: Line, enrolment: Enrolment) -> EntryForm:
    form = EntryForm(formdata=None, **_time(line))
    offer_choices(form, enrolment, line.proposal.activity or "")
    return form


def _time(line: Line) -> dict[str, Any]:
    return {
        "worked_on": line.proposal.day,
        "minutes": line.proposal.minutes,
        "mode": line.proposal.mode,
        "placement": line.placement.id if line.placement else None,
        "supervisor": line.supervisor.id if line.supervisor else None,
        "form_key": request.form.get("form_key", "")[:KEY_LENGTH],
    }
