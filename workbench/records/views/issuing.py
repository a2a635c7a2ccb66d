"""Drawing up and issuing a record."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from workbench.clock import now
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.records.commands import Press, issue
from workbench.records.domain.standing import Standing
from workbench.records.drafts import draft_of
from workbench.records.forms import IssueForm
from workbench.records.models import CompetencyRecord
from workbench.records.queries import records_of
from workbench.records.views.blueprint import address, bp, keys, pinned_for
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment
from workbench.web.guard import actor, requires


@bp.get("/enrolments/<int:row_id>/record")
@requires(Permission.RECORDS_ISSUE, find_enrolment)
def draft(enrolment: Enrolment) -> ResponseReturnValue:
    """What would be issued for a gate now, and what is missing."""
    return _page(enrolment, IssueForm())


@bp.post("/enrolments/<int:row_id>/record")
@requires(Permission.RECORDS_ISSUE, find_enrolment)
def issue_record(enrolment: Enrolment) -> ResponseReturnValue:
    """Freeze what was read."""
    form = IssueForm()
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            record = _issued(db, enrolment, read=form.read.data or "")
        if form.in_order:
            flash(f"Record {record.number} is issued.", "success")
            return redirect(url_for(".record", row_id=record.id), code=303)
    return _page(enrolment, form)


def _issued(db: Session, enrolment: Enrolment, *, read: str) -> CompetencyRecord:
    return issue(
        db,
        enrolment,
        actor(),
        pinned=pinned_for(enrolment),
        gate=request.args.get("gate", ""),
        read=read,
        press=Press(signer=keys().signing_key(), address=address()),
        at=now(),
    )


def _page(enrolment: Enrolment, form: IssueForm) -> ResponseReturnValue:
    at = now()
    found = draft_of(session(), enrolment, pinned_for(enrolment), request.args.get("gate"), at)
    if found is None:
        abort(404)
    form.sign_for(enrolment.provider.name)
    form.read.data = found.token  # what was read is what stands on this page, not what was sent
    earlier = [one for one in records_of(session(), enrolment) if one.standing is Standing.ISSUED]
    page = render_template(
        "records/draft.html", enrolment=enrolment, draft=found, form=form, at=at, earlier=earlier
    )
    return page, form.status
