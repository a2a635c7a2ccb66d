"""What a provider arranges for one trainee: supervisors, milestones, pauses, the end."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.accounts.models import Person
from workbench.clock import now, today
from workbench.curricula.wanted import wants_therapist
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.arrangements import arrangements_of
from workbench.training.commands import (
    appoint_supervisor,
    keep_report,
    pause_enrolment,
    record_milestone,
)
from workbench.training.forms import AppointForm, MilestoneForm, PauseForm
from workbench.training.models import Enrolment
from workbench.training.people import supervisors_to_choose
from workbench.training.queries import find_enrolment, named_in_training
from workbench.training.views.blueprint import bp
from workbench.web.curriculum import curriculum_of
from workbench.web.forms import Form
from workbench.web.guard import actor, requires


@bp.get("/enrolments/<int:row_id>/arrangements")
@requires(Permission.TRAINING_ADMINISTER, find_enrolment)
def arrangements(enrolment: Enrolment) -> ResponseReturnValue:
    """Everything arranged for a trainee on one page."""
    day = today(current_user.zone)
    return render_template(
        "training/arrangements.html",
        enrolment=enrolment,
        curriculum=curriculum_of(enrolment),
        arranged=arrangements_of(session(), enrolment),
        asks_therapist=wants_therapist(curriculum_of(enrolment)),
        today=day,
    )


@bp.route("/enrolments/<int:row_id>/supervisions", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_enrolment)
def appoint(enrolment: Enrolment) -> ResponseReturnValue:
    """Appoint a supervisor."""
    day = today(current_user.zone)
    form = AppointForm(started_on=max(day, enrolment.started_on))
    form.offer(supervisors_to_choose(session(), enrolment, day))
    if form.validate_on_submit():
        _appoint(enrolment, form)
        if form.in_order:
            return _back(enrolment, "Appointed.")
    return _asked("training/appoint.html", form, enrolment)


@bp.route("/enrolments/<int:row_id>/milestones", methods=["GET", "POST"])
@requires(Permission.TRAINING_KEEP_MILESTONES, find_enrolment)
def milestones(enrolment: Enrolment) -> ResponseReturnValue:
    """Record something that happened once."""
    form = MilestoneForm(happened_on=today(current_user.zone))
    form.offer(curriculum_of(enrolment).milestones)
    form.agreed |= named_in_training(session(), enrolment.id)
    if form.validate_on_submit():
        _record(enrolment, form)
        if form.in_order:
            return _back(enrolment, "The milestone is recorded.")
    return _asked("training/milestone.html", form, enrolment)


@bp.route("/enrolments/<int:row_id>/pauses", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_enrolment)
def pauses(enrolment: Enrolment) -> ResponseReturnValue:
    """Let the timetable wait."""
    form = PauseForm(started_on=max(today(current_user.zone), enrolment.started_on))
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            pause_enrolment(db, actor(), enrolment, started_on=form.started_on.data, at=now())
        if form.in_order:
            return _back(enrolment, "Paused. The timetable waits from that day.")
    return _asked("training/pause.html", form, enrolment)


def _appoint(enrolment: Enrolment, form: AppointForm) -> None:
    with form.refusals(), transaction() as db:
        supervisor = db.get_one(Person, int(form.supervisor.data))
        day = form.started_on.data
        appoint_supervisor(db, actor(), enrolment, supervisor, started_on=day, at=now())


def _record(enrolment: Enrolment, form: MilestoneForm) -> None:
    [kind] = [k for k in curriculum_of(enrolment).milestones if k.key == form.kind.data]
    with form.refusals(), transaction() as db:
        milestone = record_milestone(
            db,
            actor(),
            enrolment,
            kind,
            happened_on=form.happened_on.data,
            evidence=form.evidence.data,
            today=today(current_user.zone),
            at=now(),
        )
        keep_report(db, milestone, form.report, place=enrolment, actor=actor(), at=now())


def _asked(template: str, form: Form, enrolment: Enrolment) -> ResponseReturnValue:
    curriculum = curriculum_of(enrolment)
    page = render_template(template, form=form, enrolment=enrolment, curriculum=curriculum)
    return page, form.status


def _back(enrolment: Enrolment, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".arrangements", row_id=enrolment.id), code=303)
