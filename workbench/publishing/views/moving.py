"""Moving a cohort or one trainee to another version, and the versions somebody was under."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.publishing.commands import move_cohort, move_enrolment
from workbench.publishing.move_page import MovePage, stays_shown
from workbench.publishing.queries import enrolments_to_move
from workbench.publishing.views.blueprint import bp
from workbench.training.models import Cohort, Enrolment
from workbench.training.queries import find_cohort, find_enrolment
from workbench.web.filters import counted
from workbench.web.guard import actor, requires


@bp.route("/cohorts/<int:row_id>/version", methods=["GET", "POST"])
@requires(Permission.CURRICULA_MOVE, find_cohort)
def cohort_version(cohort: Cohort) -> ResponseReturnValue:
    """See what another version would mean for a cohort, and move it."""
    page, back = MovePage(cohort), url_for("progress.cohort", row_id=cohort.id)
    if page.form.validate_on_submit() and (target := page.target):
        with page.form.refusals(), transaction() as db:
            moved = move_cohort(db, actor(), cohort, target, read=page.read, at=now())
        if page.form.in_order:
            words = counted(moved, "trainee is", "trainees are").capitalize()
            flash(f"{words} under {target.curriculum.version} now.", "success")
            return redirect(back, code=303)
    return page.shown(enrolments_to_move(session(), cohort), f"cohort {cohort.name}", back)


@bp.route("/enrolments/<int:row_id>/version", methods=["GET", "POST"])
@requires(Permission.CURRICULA_MOVE, find_enrolment)
def enrolment_version(enrolment: Enrolment) -> ResponseReturnValue:
    """See what another version would mean for one trainee, and move them."""
    page, back = MovePage(enrolment), url_for(".versions", row_id=enrolment.id)
    name = enrolment.trainee.name
    if page.form.validate_on_submit() and (target := page.target):
        with page.form.refusals(), transaction() as db:
            move_enrolment(db, actor(), enrolment, target, read=page.read, at=now())
        if page.form.in_order:
            flash(f"{name} is under {target.curriculum.version} now.", "success")
            return redirect(back, code=303)
    current = find_enrolment(session(), actor(), enrolment.id)
    return page.shown([current] if current else [], name, back)


@bp.get("/enrolments/<int:row_id>/versions")
@requires(Permission.PROGRESS_READ, find_enrolment)
def versions(enrolment: Enrolment) -> ResponseReturnValue:
    """The versions that a training was under, and since when."""
    return render_template(
        "publishing/versions.html", enrolment=enrolment, stays=stays_shown(enrolment)
    )
