"""Where a trainee works, as they keep it themself."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.commands import change_placement, open_placement
from workbench.training.forms import ChangePlacementForm, PlacementForm
from workbench.training.models import Enrolment, Placement
from workbench.training.queries import find_enrolment, find_placement, placements_of
from workbench.training.views.blueprint import bp
from workbench.web.guard import actor, requires


@bp.route("/enrolments/<int:row_id>/placements", methods=["GET", "POST"])
@requires(Permission.TRAINING_KEEP_PLACEMENTS, find_enrolment)
def placements(enrolment: Enrolment) -> ResponseReturnValue:
    """The places where a trainee works, and one more."""
    form = PlacementForm(started_on=today(current_user.zone))
    if form.validate_on_submit():
        _open(enrolment, form)
        if form.in_order:
            return _back(enrolment, f"{form.name.data} is added.")
    kept = placements_of(session(), enrolment)
    page = render_template(
        "training/placements.html", form=form, enrolment=enrolment, placements=kept
    )
    return page, form.status


@bp.route("/placements/<int:row_id>", methods=["GET", "POST"])
@requires(Permission.TRAINING_KEEP_PLACEMENTS, find_placement)
def placement(kept: Placement) -> ResponseReturnValue:
    """Put a placement right, or set its last day."""
    form = ChangePlacementForm(obj=kept)
    if form.validate_on_submit():
        _change(kept, form)
        if form.in_order:
            return _back(kept.enrolment, f"{kept.name} is changed.")
    return render_template("training/placement.html", form=form, placement=kept), form.status


def _open(enrolment: Enrolment, form: PlacementForm) -> None:
    with form.refusals(), transaction() as db:
        open_placement(
            db,
            actor(),
            enrolment,
            name=form.name.data,
            started_on=form.started_on.data,
            at=now(),
        )


def _change(kept: Placement, form: ChangePlacementForm) -> None:
    with form.refusals(), transaction() as db:
        change_placement(
            db,
            actor(),
            kept,
            name=form.name.data,
            started_on=form.started_on.data,
            ended_on=form.ended_on.data,
            at=now(),
        )


def _back(enrolment: Enrolment, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".placements", row_id=enrolment.id), code=303)
