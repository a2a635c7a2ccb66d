"""Signatures for whole stretches of the log."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.cases.forms import place_choices
from workbench.db import session, transaction
from workbench.hours.commands.attest import attest, take_back_attestation
from workbench.hours.domain.attesting import (
    NAMES,
    Signed,
    last_month,
    signatories,
    signs_on_paper,
)
from workbench.hours.forms import AttestationForm
from workbench.hours.models import Attestation
from workbench.hours.queries import attestations_of, find_attestation
from workbench.hours.views.door import bp, moment
from workbench.policy import Permission
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment, placements_of
from workbench.web.forms import choices
from workbench.web.guard import actor, requires


@bp.route("/enrolments/<int:row_id>/attestations", methods=["GET", "POST"])
@requires(Permission.HOURS_ATTEST, find_enrolment)
def attestations(enrolment: Enrolment) -> ResponseReturnValue:
    """Who has signed for which stretch of the log, and one signature more."""
    form, at = _form(enrolment), moment(enrolment)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            attest(db, enrolment, actor(), _signed(form, enrolment), today=at.today, at=at.at)
        if form.in_order:
            return _back(enrolment, "The signature is recorded.")
    kept = attestations_of(session(), enrolment)
    page = render_template(
        "hours/attestations.html", form=form, enrolment=enrolment, kept=kept, names=NAMES
    )
    return page, form.status


@bp.post("/attestations/<int:row_id>/remove")
@requires(Permission.HOURS_ATTEST, find_attestation)
def take_back(attestation: Attestation) -> ResponseReturnValue:
    """Take out a signature that was recorded by mistake."""
    at = moment(attestation.enrolment).at
    with transaction() as db:
        take_back_attestation(db, attestation, actor(), at=at)
    return _back(attestation.enrolment, "The signature is taken out.")


def _form(enrolment: Enrolment) -> AttestationForm:
    """The month that is over; a name and a day only for what was signed on paper."""
    allowed, today = signatories(actor(), enrolment), moment(enrolment).today
    first, last = last_month(today)
    form = AttestationForm(
        signatory=allowed[0], started_on=first, ended_on=last, signed_on=today, placement=None
    )
    form.signatory.choices = choices([(one.value, NAMES[one]) for one in allowed])
    form.placement.choices = choices(
        [("", "All of them"), *place_choices(placements_of(session(), enrolment))[:-1]]
    )
    if not signs_on_paper(actor(), enrolment):
        del form.signatory, form.name, form.signed_on
    return form


def _signed(form: AttestationForm, enrolment: Enrolment) -> Signed:
    on_paper = signs_on_paper(actor(), enrolment)
    own = signatories(actor(), enrolment)[0]
    today = moment(enrolment).today
    return Signed(
        signatory=form.signatory.data if on_paper else own,
        name=(form.name.data or "") if on_paper else current_user.name,
        started_on=form.started_on.data,
        ended_on=form.ended_on.data,
        signed_on=form.signed_on.data if on_paper else today,
        placement_id=form.placement.data,
    )


def _back(enrolment: Enrolment, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".attestations", row_id=enrolment.id), code=303)
