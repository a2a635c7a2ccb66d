"""One entry: its history, and what its trainee may do with it."""

from typing import TypeVar

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.db import session, transaction
from workbench.hours.commands.amend import correct_entry
from workbench.hours.commands.log import (
    answer_entry,
    change_entry,
    submit_entries,
    withdraw_entry,
)
from workbench.hours.forms import CorrectionForm, EntryForm, WordsForm
from workbench.hours.models import HoursEntry
from workbench.hours.queries import corrections_of, find_entry, let_stand
from workbench.hours.views.door import bp, moment, offer_choices, passed, words_form
from workbench.policy import Permission
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires

Kind = TypeVar("Kind", bound=EntryForm)


@bp.get("/hours/entries/<int:row_id>")
@requires(Permission.HOURS_READ, find_entry)
def entry(entry: HoursEntry) -> ResponseReturnValue:
    """One entry with everything that was said about it."""
    return _page(entry, WordsForm(formdata=None))


@bp.route("/hours/entries/<int:row_id>/edit", methods=["GET", "POST"])
@requires(Permission.HOURS_LOG, find_entry)
def edit(entry: HoursEntry) -> ResponseReturnValue:
    """Change an entry that is still the trainee's."""
    form = _filled(EntryForm, entry)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            worked, version = form.worked(), form.version.data or 0
            change_entry(db, entry, actor(), worked, moment(entry.enrolment), version=version)
            passed(db, form, entry, entry)
        if form.in_order:
            return _back(entry, "Changed.")
    return render_template("hours/edit.html", entry=entry, form=form), form.status


@bp.route("/hours/entries/<int:row_id>/correct", methods=["GET", "POST"])
@requires(Permission.HOURS_LOG, find_entry)
def correct(entry: HoursEntry) -> ResponseReturnValue:
    """Correct a countersigned entry by a new one."""
    form = _filled(CorrectionForm, entry)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            worked, reason = form.worked(), form.reason.data or ""
            new = correct_entry(db, entry, actor(), worked, reason, moment(entry.enrolment))
            passed(db, form, new, new)
        if form.in_order:
            return _back(new, "The correction is sent. Until it is signed, the first one counts.")
    return render_template("hours/edit.html", entry=entry, form=form), form.status


@bp.post("/hours/entries/<int:row_id>/submit")
@requires(Permission.HOURS_LOG, find_entry)
def submit(entry: HoursEntry) -> ResponseReturnValue:
    """Send one entry to be countersigned."""
    at = moment(entry.enrolment).at
    with transaction() as db:
        submit_entries(db, [entry], actor(), at=at)
    return _back(entry, "Sent to be countersigned.")


@bp.post("/hours/entries/<int:row_id>/answer")
@requires(Permission.HOURS_LOG, find_entry)
def answer(entry: HoursEntry) -> ResponseReturnValue:
    """Answer a supervisor's question."""
    form, at = words_form(entry), moment(entry.enrolment).at
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            said = answer_entry(db, entry, actor(), form.words.data or "", at=at)
            passed(db, form, said, entry)
        if form.in_order:
            return _back(entry, "Your answer is sent.")
    return _page(entry, form), form.status


@bp.post("/hours/entries/<int:row_id>/withdraw")
@requires(Permission.HOURS_LOG, find_entry)
def withdraw(entry: HoursEntry) -> ResponseReturnValue:
    """Take an entry back for good."""
    at = moment(entry.enrolment).at
    with transaction() as db:
        withdraw_entry(db, entry, actor(), at=at)
    return _back(entry, "Withdrawn. It stays in the log and counts for nothing.")


def _page(entry: HoursEntry, form: WordsForm) -> str:
    return render_template(
        "hours/entry.html",
        let_stand=let_stand(session(), entry),
        entry=entry,
        form=form,
        activity=curriculum_of(entry.enrolment).activity(entry.activity),
        corrections=corrections_of(session(), entry),
    )


def _back(entry: HoursEntry, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".entry", row_id=entry.id), code=303)


def _filled(kind: type[Kind], entry: HoursEntry) -> Kind:
    form = kind(
        worked_on=entry.worked_on,
        minutes=entry.minutes,
        mode=entry.mode,
        group_size=entry.group_size,
        group_contracted=entry.group_contracted,
        starts=entry.starts,
        case=entry.case_id,
        placement=entry.placement_id,
        supervisor=entry.supervisor_id,
        note=entry.note,
        version=entry.version,
    )
    offer_choices(form, entry.enrolment, entry.activity)
    return form
