"""A supervisor's hours: what waits, signing it, asking about it, sending it back."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.hours.commands.countersign import (
    Signed,
    countersign_entries,
    query_entry,
    return_entry,
    undo_signature,
)
from workbench.hours.forms import WordsForm, picked_from
from workbench.hours.models import HoursEntry
from workbench.hours.queries import find_entry, find_signature, last_signature
from workbench.hours.views.door import bp, passed, words_form
from workbench.hours.waiting import what_waits
from workbench.policy import Permission
from workbench.web.guard import actor, requires, signed_in
from workbench.web.targets import safe_target

ASKS = ("query", "return")


@bp.get("/hours/waiting")
@signed_in
def waiting() -> ResponseReturnValue:
    """Every entry that waits for the person's countersignature."""
    waits = what_waits(session(), actor(), current_user.zone)
    last = None if waits.batches else last_signature(session(), actor())
    return render_template("hours/waiting.html", waits=waits, last=last)


@bp.post("/hours/countersign")
@signed_in
def countersign() -> ResponseReturnValue:
    """Sign what is picked; or open a place for words on one entry, or show what it would be."""
    picked = picked_from(request.form.getlist("pick"))
    for kind in ASKS:
        if kind in request.form:
            return _ask(kind, request.form[kind], set(picked))
    if request.form.get("do") == "check" or request.form.get("said") != str(len(picked)):
        return _confirm(set(picked))
    with transaction() as db:
        signed = countersign_entries(db, picked, actor(), today=today(current_user.zone), at=now())
    _tell(signed)
    return redirect(_next(), code=303)


@bp.post("/hours/entries/<int:row_id>/query")
@requires(Permission.HOURS_COUNTERSIGN, find_entry)
def query(entry: HoursEntry) -> ResponseReturnValue:
    """Ask about one entry."""
    form = words_form(entry)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            words, version = form.words.data or "", form.version.data or 0
            said = query_entry(db, entry, actor(), words, version=version, at=now())
            passed(db, form, said, entry)
        if form.in_order:
            flash("Your question is sent. The entry keeps its place in the queue.", "success")
            return redirect(_next(), code=303)
    return _said_again("query", entry, form)


@bp.post("/hours/entries/<int:row_id>/return")
@requires(Permission.HOURS_COUNTERSIGN, find_entry)
def send_back(entry: HoursEntry) -> ResponseReturnValue:
    """Send one entry back with a reason."""
    form = words_form(entry)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            words, version = form.words.data or "", form.version.data or 0
            said = return_entry(db, entry, actor(), words, version=version, at=now())
            passed(db, form, said, entry)
        if form.in_order:
            flash("Returned with your reason.", "success")
            return redirect(_next(), code=303)
    return _said_again("return", entry, form)


@bp.post("/hours/signatures/<int:row_id>/undo")
@signed_in
def undo_countersign(row_id: int) -> ResponseReturnValue:
    """Take a signature of one's own back within its minute."""
    signature = find_signature(session(), actor(), row_id) or abort(404)
    with transaction() as db:
        entries = undo_signature(db, signature, actor(), at=now())
    words = "one entry waits" if len(entries) == 1 else f"{len(entries)} entries wait"
    flash(f"The signature is taken back: {words} again.", "success")
    return redirect(_next(), code=303)


def _ask(kind: str, entry_id: str, picked: set[int]) -> ResponseReturnValue:
    waits = what_waits(session(), actor(), current_user.zone, picked)
    row = waits.row(int(entry_id)) if entry_id.isascii() and entry_id.isdigit() else None
    if row is None:
        abort(404)
    form = WordsForm(formdata=None, version=row.entry.version)
    return _open(kind, row.entry.id, form, picked)


def _said_again(kind: str, entry: HoursEntry, form: WordsForm) -> ResponseReturnValue:
    picked = picked_from(request.form.getlist("pick"))
    return _open(kind, entry.id, form, set(picked))


def _open(kind: str, entry_id: int, form: WordsForm, picked: set[int]) -> ResponseReturnValue:
    waits = what_waits(session(), actor(), current_user.zone, picked)
    page = render_template(
        "hours/waiting.html", waits=waits, last=None, asking=(kind, entry_id), form=form
    )
    return page, form.status


def _confirm(picked: set[int]) -> ResponseReturnValue:
    waits = what_waits(session(), actor(), current_user.zone, picked)
    return render_template("hours/confirm.html", waits=waits, next=_next())


def _tell(signed: Signed) -> None:
    count = len(signed.entries)
    minutes = sum(entry.minutes for entry in signed.entries)
    words = "Countersigned one entry" if count == 1 else f"Countersigned {count} entries"
    undo = url_for(".undo_countersign", row_id=signed.signature.id)
    message = {"words": f"{words}, {minutes // 60}.{minutes % 60 // 6} h.", "undo_url": undo}
    flash(message, "success")  # type: ignore[arg-type]  # flash.html reads a mapping
    if signed.left:
        days = ", ".join(f"{one.worked_on.day} {one.worked_on:%b}" for one in signed.left)
        flash(f"Left, because they changed after you opened the page: {days}.", "info")


def _next() -> str:
    asked = request.form.get("next")
    return safe_target(asked) if asked else url_for(".waiting")
