"""Cohorts and who is in them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.accounts.models import Person
from workbench.clock import now, today
from workbench.curricula.model import Curriculum
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.commands import enrol, make_cohort
from workbench.training.domain.roles import may_enrol
from workbench.training.forms import CohortForm, EnrolForm
from workbench.training.models import Cohort, Provider
from workbench.training.people import enrolled_in, people_to_enrol
from workbench.training.queries import find_cohort, find_provider
from workbench.training.views.blueprint import bp
from workbench.web.curriculum import curriculum_of, offered_to
from workbench.web.guard import actor, requires


@bp.route("/providers/<int:row_id>/cohorts/new", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_provider)
def new_cohort(provider: Provider) -> ResponseReturnValue:
    """Open a cohort on a published curriculum."""
    form = CohortForm(starts_on=today(current_user.zone))
    form.offer(_offered(provider))
    if form.validate_on_submit():
        with form.refusals():
            cohort = _make_cohort(provider, form)
            flash(f"Cohort {cohort.name} is made. Now enrol its trainees.", "success")
            return redirect(url_for(".enrolments", row_id=cohort.id), code=303)
    page = render_template("training/new_cohort.html", form=form, provider=provider)
    return page, form.status


@bp.route("/cohorts/<int:row_id>/enrolments", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_cohort)
def enrolments(cohort: Cohort) -> ResponseReturnValue:
    """Who is in a cohort, and putting somebody into it whom the provider knows."""
    form = EnrolForm(started_on=max(today(current_user.zone), cohort.starts_on))
    form.offer(people_to_enrol(session(), actor(), cohort))
    if form.validate_on_submit():
        _enrol(cohort, form)
        if form.in_order:
            flash("Enrolled. Appoint a supervisor next.", "success")
            return redirect(url_for(".enrolments", row_id=cohort.id), code=303)
    page = render_template(
        "training/enrolments.html",
        form=form,
        cohort=cohort,
        curriculum=curriculum_of(cohort),
        enrolled=enrolled_in(session(), cohort),
        today=today(current_user.zone),
    )
    return page, form.status


def _offered(provider: Provider) -> dict[str, Curriculum]:
    return {f"{each.key}/{each.version}": each for each in offered_to(provider.id)}


def _make_cohort(provider: Provider, form: CohortForm) -> Cohort:
    with transaction() as db:
        return make_cohort(
            db,
            actor(),
            provider,
            _offered(provider)[form.curriculum.data],
            name=form.name.data,
            starts_on=form.starts_on.data,
            at=now(),
        )


def _enrol(cohort: Cohort, form: EnrolForm) -> None:
    with form.refusals(), transaction() as db:
        may_enrol(actor_id=actor().person_id, trainee_id=int(form.person.data))
        trainee = db.get_one(Person, int(form.person.data))
        enrol(db, actor(), cohort, trainee, started_on=form.started_on.data, at=now())
