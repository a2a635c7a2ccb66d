"""Reading, downloading and revoking issued records."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.records.commands import revoke
from workbench.records.counting import sent_back_in
from workbench.records.domain.content import read_statement
from workbench.records.domain.overtaken import Change, changes
from workbench.records.domain.standing import Standing
from workbench.records.drafts import draft_of
from workbench.records.files import BUNDLE, bundled_files
from workbench.records.forms import RevokeForm
from workbench.records.models import CompetencyRecord
from workbench.records.queries import PAGE, file_of, files_of, find_record, records_for
from workbench.records.views.blueprint import bp, download, pinned_for
from workbench.training.queries import named_in_training
from workbench.web.guard import actor, requires, signed_in
from workbench.web.limits import LARGEST_NUMBER


@bp.get("/records")
@signed_in
def index() -> ResponseReturnValue:
    """The records that the person issued or holds."""
    before = request.args.get("before", LARGEST_NUMBER, type=int)
    found = records_for(session(), actor(), before=min(abs(before), LARGEST_NUMBER))
    return render_template(
        "records/index.html",
        records=found[:PAGE],
        older=found[PAGE - 1].id if len(found) > PAGE else None,
    )


@bp.get("/records/<int:row_id>")
@requires(Permission.RECORDS_READ, find_record)
def record(record: CompetencyRecord) -> ResponseReturnValue:
    """One issued record, as it was frozen, and how it stands now."""
    return _page(record, RevokeForm())


@bp.post("/records/<int:row_id>/revoke")
@requires(Permission.RECORDS_ISSUE, find_record)
def revoke_record(record: CompetencyRecord) -> ResponseReturnValue:
    """Say that it no longer holds, and why."""
    form = RevokeForm()
    form.agreed = named_in_training(session(), record.enrolment_id)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            revoke(db, record, actor(), because=form.because.data or "", at=now())
        if form.in_order:
            flash(f"Record {record.number} is revoked.", "success")
            return redirect(url_for(".record", row_id=record.id), code=303)
    return _page(record, form)


@bp.get("/records/<int:row_id>/files/<any(pdf, csv, json, zip):kind>")
@requires(Permission.RECORDS_READ, find_record)
def file(record: CompetencyRecord, kind: str) -> ResponseReturnValue:
    """One file, byte for byte as it was issued, or all of them in a ZIP."""
    if kind == "zip":
        members = [(one.name, one.content) for one in files_of(session(), record)]
        return download(f"{record.number}.zip", BUNDLE, bundled_files(members))
    found = file_of(session(), record, kind)
    if found is None:
        abort(404)
    return download(found.name, found.media_type, found.content)


def _page(record: CompetencyRecord, form: RevokeForm) -> ResponseReturnValue:
    statement = read_statement(record.payload)
    page = render_template(
        "records/record.html",
        record=record,
        statement=statement,
        overtaken=_overtaken(record),
        sent_back=sent_back_in(session(), record),
        form=form,
    )
    return page, form.status


def _overtaken(record: CompetencyRecord) -> tuple[Change, ...]:
    """What would change if it were issued anew: only asked where something happened since."""
    enrolment = record.enrolment
    if record.standing is not Standing.ISSUED or enrolment.counter == record.counter:
        return ()
    current = draft_of(session(), enrolment, pinned_for(enrolment), record.gate, now())
    return changes(read_statement(record.payload).content, current.content) if current else ()
