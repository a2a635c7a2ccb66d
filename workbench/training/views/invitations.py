"""Inviting somebody, and what following the link opens."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.accounts.browsers import carry
from workbench.accounts.links import shown_link
from workbench.accounts.models import Person
from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.commands import (
    accept_as_new,
    accept_invitation,
    invite,
    reissue_invitation,
    withdraw_invitation,
)
from workbench.training.forms import AcceptForm, InvitationForm
from workbench.training.models import Invitation, InvitedAs, Provider
from workbench.training.people import cohorts_of
from workbench.training.queries import find_invitation, find_provider, invitation_by_token
from workbench.training.views.blueprint import bp
from workbench.web.guard import actor, public, requires


@bp.route("/providers/<int:row_id>/invitations", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_provider)
def invitations(provider: Provider) -> ResponseReturnValue:
    """Invite somebody; the answer shows the link, once."""
    form = InvitationForm(
        invited_as=request.args.get("as", InvitedAs.TRAINEE), cohort=request.args.get("cohort")
    )
    form.offer(cohorts_of(session(), provider))
    if form.validate_on_submit():
        with form.refusals():
            return _shown(_invite(provider, form), form.name.data, form.email.data)
    return render_template("training/invite.html", form=form, provider=provider), form.status


@bp.post("/invitations/<int:row_id>/withdraw")
@requires(Permission.TRAINING_ADMINISTER, find_invitation)
def withdraw(invitation: Invitation) -> ResponseReturnValue:
    """Make an invitation's link worthless."""
    with transaction() as db:
        withdraw_invitation(db, actor(), invitation, at=now())
    flash(f"The invitation to {invitation.link.name} is withdrawn.", "success")
    return redirect(url_for(".people"), code=303)


@bp.post("/invitations/<int:row_id>/reissue")
@requires(Permission.TRAINING_ADMINISTER, find_invitation)
def reissue(invitation: Invitation) -> ResponseReturnValue:
    """Show a new link for an open invitation, once."""
    with transaction() as db:
        token = reissue_invitation(db, actor(), invitation, at=now())
    return _shown(token, invitation.link.name, invitation.link.email)


@bp.route("/invitations/<token>", methods=["GET", "POST"])
@public
def invitation(token: str) -> ResponseReturnValue:
    """What the invited person sees: who asks them to become what, and how to take it up."""
    found = invitation_by_token(session(), token, now())
    if found is None:
        return render_template("training/no_invitation.html"), 404
    if current_user.is_authenticated:
        return _take_up(found)
    form = AcceptForm(name=found.link.name)
    if form.validate_on_submit():
        with form.refusals():
            carry(_make_account(found, form), shared=False)
            flash("Welcome. Your account is ready.", "success")
            return redirect("/", code=303)
    page = render_template("training/invitation.html", form=form, invitation=found)
    return page, form.status


def _take_up(found: Invitation) -> ResponseReturnValue:
    """Somebody signed in: one button, if it is them whom it invites."""
    if request.method == "POST" and current_user.email == found.link.email:
        with transaction() as db:
            person = db.get_one(Person, actor().person_id)
            accept_invitation(db, found, person, today=today(found.provider.zone), at=now())
        flash(f"You are now {found.invited_as} of {found.provider.name}.", "success")
        return redirect("/", code=303)
    if request.method == "POST":
        abort(403, "This invitation is for another address than the one you signed in with.")
    return render_template("training/take_up.html", invitation=found)


def _invite(provider: Provider, form: InvitationForm) -> str:
    with transaction() as db:
        return invite(
            db,
            actor(),
            provider,
            email=form.email.data,
            name=form.name.data,
            invited_as=InvitedAs(form.invited_as.data),
            cohort=form.chosen_cohort,
            registration=form.registration.data,
            at=now(),
        )


def _make_account(found: Invitation, form: AcceptForm) -> Person:
    with transaction() as db:
        day = today(found.provider.zone)
        return accept_as_new(
            db, found, name=form.name.data, password=form.password.data, today=day, at=now()
        )


def _shown(token: str, name: str, email: str) -> ResponseReturnValue:
    link = shown_link("training.invitation", token)
    return render_template("training/link.html", link=link, name=name, email=email)
