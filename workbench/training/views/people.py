"""Everybody whom an administrator looks after, and the end of a standing role."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.accounts.links import shown_link
from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.commands import end_membership, make_new_password_link
from workbench.training.forms import LastDayForm
from workbench.training.models import Membership
from workbench.training.people import InvolvedPerson, find_person, people_of
from workbench.training.queries import find_membership
from workbench.training.views.blueprint import bp
from workbench.web.guard import actor, requires, signed_in


@bp.get("/people")
@signed_in
def people() -> ResponseReturnValue:
    """Administrators, supervisors, trainees and open invitations, provider by provider."""
    if not actor().administers:
        abort(404)
    said = request.args.get("q", "").strip()
    day = today(current_user.zone)
    found = people_of(session(), actor(), said=said, today=day, at=now())
    return render_template("training/people.html", providers=found, said=said, today=day)


@bp.route("/memberships/<int:row_id>/end", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_membership)
def leave(membership: Membership) -> ResponseReturnValue:
    """Set the last day of a standing role."""
    form = LastDayForm(ended_on=today(current_user.zone))
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            end_membership(db, actor(), membership, ended_on=form.ended_on.data, at=now())
        if form.in_order:
            flash(f"The last day of {membership.person.name} is set.", "success")
            return redirect(url_for(".people"), code=303)
    page = render_template("training/leave.html", form=form, membership=membership)
    return page, form.status


@bp.post("/people/<int:row_id>/link")
@requires(Permission.TRAINING_ADMINISTER, find_person)
def new_password_link(involved: InvolvedPerson) -> ResponseReturnValue:
    """Show, once, a link that sets somebody's new password."""
    with transaction() as db:
        token = make_new_password_link(db, actor(), involved, at=now())
    link = shown_link("accounts.new_password", token)
    return render_template("training/password_link.html", person=involved.person, link=link)
