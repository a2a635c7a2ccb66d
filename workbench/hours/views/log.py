"""The hours log: reading it, adding to it, sending it."""

from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.db import session, transaction
from workbench.errors import Refusal
from workbench.hours.commands.amend import undo_log
from workbench.hours.commands.log import log_entry, loggable, submit_entries
from workbench.hours.domain.entry import Standing
from workbench.hours.forms import EntryForm
from workbench.hours.log_page import LogPage, log_page
from workbench.hours.models import HoursEntry
from workbench.hours.queries import Filter, Key, drafts_of, find_entry
from workbench.hours.quick_entry import Line
from workbench.hours.views.door import bp, moment, offer_choices, passed
from workbench.policy import Permission
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment, own_enrolments
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires, signed_in


@bp.get("/hours")
@signed_in
def own_log() -> ResponseReturnValue:
    """The log of the person's latest training."""
    enrolments = own_enrolments(session(), actor())
    if not enrolments:
        return render_template("hours/none.html")
    return render_template("hours/log.html", page=_page(enrolments[0]))


@bp.get("/enrolments/<int:row_id>/hours")
@requires(Permission.HOURS_READ, find_enrolment)
def log(enrolment: Enrolment) -> ResponseReturnValue:
    """The log of one training."""
    return render_template("hours/log.html", page=_page(enrolment))


@bp.route("/enrolments/<int:row_id>/hours/new", methods=["GET", "POST"])
@requires(Permission.HOURS_LOG, find_enrolment)
def new(enrolment: Enrolment) -> ResponseReturnValue:
    """Log time of one activity; without one, choose it first."""
    key = request.args.get("activity", "")
    if not key:
        return render_template(
            "hours/choose.html",
            enrolment=enrolment,
            curriculum=curriculum_of(enrolment),
            line=None,
        )
    form = entry_form(enrolment, key)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            entry = log_entry(db, enrolment, actor(), key, form.worked(), moment(enrolment))
            passed(db, form, entry, entry)
        if form.in_order:
            return logged(entry, loggable(curriculum_of(enrolment), key).name)
    return entry_page(enrolment, key, form), form.status


@bp.post("/enrolments/<int:row_id>/hours/submit")
@requires(Permission.HOURS_LOG, find_enrolment)
def submit_drafts(enrolment: Enrolment) -> ResponseReturnValue:
    """Send every draft of a month, or all of them, to be countersigned."""
    month = _month(request.form.get("month"))
    with transaction() as db:
        drafts = drafts_of(db, enrolment, month)
        count = submit_entries(db, drafts, actor(), at=moment(enrolment).at)
    flash("One entry is sent." if count == 1 else f"{count} entries are sent.", "success")
    return redirect(url_for(".log", row_id=enrolment.id, month=month), code=303)


@bp.post("/hours/entries/<int:row_id>/undo")
@requires(Permission.HOURS_LOG, find_entry)
def undo(entry: HoursEntry) -> ResponseReturnValue:
    """Unlog what was logged a moment ago."""
    at = moment(entry.enrolment).at
    with transaction() as db:
        undo_log(db, entry, actor(), at=at)
    flash("Undone: nothing is logged of it.", "success")
    return redirect(url_for(".log", row_id=entry.enrolment_id), code=303)


def logged(entry: HoursEntry, name: str) -> ResponseReturnValue:
    """Tell what was logged, with the way back."""
    words = f"Logged {entry.minutes} min of {name[:1].lower()}{name[1:]}."
    undo_url = url_for(".undo", row_id=entry.id)
    flash({"words": words, "undo_url": undo_url}, "success")  # type: ignore[arg-type]  # flash.html reads a mapping
    return redirect(url_for(".log", row_id=entry.enrolment_id), code=303)


def entry_form(enrolment: Enrolment, activity: str) -> EntryForm:
    """The form with what is likeliest filled in."""
    form = EntryForm(worked_on=moment(enrolment).today, minutes=60)
    offer_choices(form, enrolment, activity)
    return form


def entry_page(enrolment: Enrolment, key: str, form: EntryForm, line: Line | None = None) -> str:
    """The form for one activity; unknown ones are not there."""
    try:
        activity = loggable(curriculum_of(enrolment), key)
    except Refusal as refusal:
        if curriculum_of(enrolment).activity(key) is None:
            abort(404)
        raise refusal from None
    return render_template(
        "hours/new.html", enrolment=enrolment, activity=activity, form=form, line=line
    )


def _page(enrolment: Enrolment) -> LogPage:
    asked = Filter(
        month=_month(request.args.get("month")),
        standing=_standing(request.args.get("standing")),
        activity=request.args.get("activity") or None,
    )
    return log_page(session(), enrolment, curriculum_of(enrolment), asked, _before())


def _month(text: str | None) -> str | None:
    """Such as 2026-11; anything else is no filter."""
    try:
        date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return text


def _standing(text: str | None) -> Standing | None:
    return Standing(text) if text in set(Standing) else None


def _before() -> Key | None:
    day, _, number = request.args.get("before", "").partition("_")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None
