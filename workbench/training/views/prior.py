"""Hours of earlier years, as a provider records them from letters."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.arrangements import prior_of
from workbench.training.commands import keep_report, record_prior, remove_prior, verify_prior
from workbench.training.fitness_forms import PriorForm
from workbench.training.models import Enrolment, PriorHours
from workbench.training.queries import find_enrolment, find_prior, named_in_training
from workbench.training.views.blueprint import bp
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires


@bp.route("/enrolments/<int:row_id>/prior", methods=["GET", "POST"])
@requires(Permission.TRAINING_KEEP_PRIOR, find_enrolment)
def prior(enrolment: Enrolment) -> ResponseReturnValue:
    """What letters attest of earlier years, and one letter more."""
    form = PriorForm()
    form.offer(curriculum_of(enrolment))
    form.agreed |= named_in_training(session(), enrolment.id)
    if form.validate_on_submit():
        _record(enrolment, form)
        if form.in_order:
            return _back(enrolment, "Recorded. The hours wait until somebody verifies the letter.")
    page = render_template(
        "training/prior.html",
        form=form,
        enrolment=enrolment,
        curriculum=curriculum_of(enrolment),
        kept=prior_of(session(), enrolment),
    )
    return page, form.status


@bp.post("/prior/<int:row_id>/verify")
@requires(Permission.TRAINING_KEEP_PRIOR, find_prior)
def verify(kept: PriorHours) -> ResponseReturnValue:
    """Say that one has looked at the letter itself."""
    with transaction() as db:
        verify_prior(db, actor(), kept, today=today(current_user.zone), at=now())
    return _back(kept.enrolment, "Verified: its hours count where the curriculum lets them.")


@bp.post("/prior/<int:row_id>/remove")
@requires(Permission.TRAINING_KEEP_PRIOR, find_prior)
def remove_letter(kept: PriorHours) -> ResponseReturnValue:
    """Take out what no letter attests."""
    with transaction() as db:
        remove_prior(db, actor(), kept, at=now())
    return _back(kept.enrolment, "The letter is taken out.")


def _record(enrolment: Enrolment, form: PriorForm) -> None:
    with form.refusals(), transaction() as db:
        kept = record_prior(
            db,
            actor(),
            enrolment,
            curriculum_of(enrolment),
            activity=form.activity.data,
            minutes=form.minutes,
            started_on=form.started_on.data,
            ended_on=form.ended_on.data,
            document=form.document.data,
            today=today(current_user.zone),
            at=now(),
        )
        keep_report(db, kept, form.report, place=enrolment, actor=actor(), at=now())


def _back(enrolment: Enrolment, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".prior", row_id=enrolment.id), code=303)
