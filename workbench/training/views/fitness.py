"""What a provider knows of its supervisors: accreditations, and who was whose therapist."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.accounts.models import Person
from workbench.clock import now
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.arrangements import accreditations_of
from workbench.training.commands import accredit, remove_accreditation, say_whether_therapist
from workbench.training.fitness_forms import AccreditationForm, TherapistForm
from workbench.training.models import Accreditation, Membership, Supervision
from workbench.training.queries import find_accreditation, find_membership, find_supervision
from workbench.training.views.blueprint import bp
from workbench.web.guard import actor, requires


@bp.route("/memberships/<int:row_id>/accreditations", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_membership)
def accreditations(membership: Membership) -> ResponseReturnValue:
    """When a supervisor was accredited, and one stretch more."""
    form = AccreditationForm()
    if form.validate_on_submit():
        first, last = form.started_on.data, form.ended_on.data
        with form.refusals(), transaction() as db:
            accredit(db, actor(), membership, started_on=first, ended_on=last, at=now())
        if form.in_order:
            flash("The accreditation is recorded.", "success")
            return redirect(url_for(".accreditations", row_id=membership.id), code=303)
    return _page(membership, form), form.status


@bp.post("/accreditations/<int:row_id>/remove")
@requires(Permission.TRAINING_ADMINISTER, find_accreditation)
def unaccredit(held: Accreditation) -> ResponseReturnValue:
    """Take out an accreditation that was recorded by mistake."""
    with transaction() as db:
        remove_accreditation(db, actor(), held, at=now())
    flash("The accreditation is taken out.", "success")
    return redirect(url_for(".people"), code=303)


@bp.route("/supervisions/<int:row_id>/therapist", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_supervision)
def therapist(supervision: Supervision) -> ResponseReturnValue:
    """Say whether a supervisor is, or was, the trainee's own therapist."""
    said = {True: "yes", False: "no", None: ""}[supervision.own_therapist]
    form, enrolment = TherapistForm(own_therapist=said), supervision.enrolment
    if form.validate_on_submit():
        with transaction() as db:
            say_whether_therapist(db, actor(), supervision, own_therapist=form.answer(), at=now())
        flash("Kept.", "success")
        return redirect(url_for(".arrangements", row_id=enrolment.id), code=303)
    supervisor = session().get_one(Person, supervision.supervisor_id)
    page = render_template(
        "training/therapist.html", form=form, enrolment=enrolment, supervisor=supervisor
    )
    return page, form.status


def _page(membership: Membership, form: AccreditationForm) -> str:
    held = accreditations_of(session(), membership)
    return render_template(
        "training/accreditations.html", form=form, membership=membership, held=held
    )
