"""Ending what was arranged, putting it right, and taking an end back."""

from collections.abc import Callable
from datetime import date

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy.orm import Session

from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.errors import Refusal
from workbench.policy import Permission
from workbench.training.commands import (
    cancel_supervision,
    correct_milestone,
    end_enrolment,
    end_supervision,
    keep_report,
    remove_milestone,
    reopen_enrolment,
    resume_enrolment,
)
from workbench.training.forms import LastDayForm, MilestoneForm
from workbench.training.models import Enrolment, Milestone, Pause, Supervision
from workbench.training.queries import (
    find_enrolment,
    find_milestone,
    find_pause,
    find_supervision,
    named_in_training,
)
from workbench.training.views.blueprint import bp
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires

End = Callable[[Session, date], None]


@bp.route("/supervisions/<int:row_id>/end", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_supervision)
def end_of_supervision(supervision: Supervision) -> ResponseReturnValue:
    """Set the last day on which a supervisor sees a trainee's work."""
    return _ask_last_day(
        supervision.enrolment,
        "supervision",
        lambda db, day: end_supervision(db, actor(), supervision, ended_on=day, at=now()),
    )


@bp.post("/supervisions/<int:row_id>/cancel")
@requires(Permission.TRAINING_ADMINISTER, find_supervision)
def cancel(supervision: Supervision) -> ResponseReturnValue:
    """Take back an appointment that has not begun."""
    with transaction() as db:
        cancel_supervision(db, actor(), supervision, today=today(current_user.zone), at=now())
    return _back(supervision.enrolment, "The appointment is taken back.")


@bp.route("/enrolments/<int:row_id>/end", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_enrolment)
def end(enrolment: Enrolment) -> ResponseReturnValue:
    """Set the last day of an enrolment."""
    return _ask_last_day(
        enrolment,
        "enrolment",
        lambda db, day: end_enrolment(db, actor(), enrolment, ended_on=day, at=now()),
    )


@bp.post("/enrolments/<int:row_id>/reopen")
@requires(Permission.TRAINING_ADMINISTER, find_enrolment)
def reopen(enrolment: Enrolment) -> ResponseReturnValue:
    """Take the end of an enrolment back."""
    with transaction() as db:
        reopen_enrolment(db, actor(), enrolment, at=now())
    return _back(enrolment, "The enrolment goes on.")


@bp.route("/pauses/<int:row_id>/end", methods=["GET", "POST"])
@requires(Permission.TRAINING_ADMINISTER, find_pause)
def end_of_pause(pause: Pause) -> ResponseReturnValue:
    """Set the last day on which the timetable waits."""
    return _ask_last_day(
        pause.enrolment,
        "pause",
        lambda db, day: resume_enrolment(db, actor(), pause, ended_on=day, at=now()),
    )


@bp.route("/milestones/<int:row_id>", methods=["GET", "POST"])
@requires(Permission.TRAINING_KEEP_MILESTONES, find_milestone)
def milestone(kept: Milestone) -> ResponseReturnValue:
    """Put a milestone's day or evidence right."""
    form = MilestoneForm(obj=kept, kind=kept.key)
    form.offer([k for k in curriculum_of(kept.enrolment).milestones if k.key == kept.key])
    form.agreed |= named_in_training(session(), kept.enrolment_id)
    if form.validate_on_submit():
        _correct(kept, form)
        if form.in_order:
            return _back(kept.enrolment, "The milestone is put right.")
    page = render_template("training/correct_milestone.html", form=form, milestone=kept)
    return page, form.status


@bp.post("/milestones/<int:row_id>/remove")
@requires(Permission.TRAINING_KEEP_MILESTONES, find_milestone)
def remove(kept: Milestone) -> ResponseReturnValue:
    """Take out a milestone that did not happen."""
    with transaction() as db:
        remove_milestone(db, actor(), kept, at=now())
    return _back(kept.enrolment, "The milestone is taken out.")


def _correct(kept: Milestone, form: MilestoneForm) -> None:
    kind = curriculum_of(kept.enrolment).milestone(kept.key)
    with form.refusals(), transaction() as db:
        if kind is None:
            message = "The curriculum knows no such milestone, so it can only be taken out."
            raise Refusal(message)
        correct_milestone(
            db,
            actor(),
            kept,
            kind,
            happened_on=form.happened_on.data,
            evidence=form.evidence.data,
            today=today(current_user.zone),
            at=now(),
        )
        keep_report(db, kept, form.report, place=kept, actor=actor(), at=now())


def _ask_last_day(enrolment: Enrolment, what: str, put: End) -> ResponseReturnValue:
    form = LastDayForm(ended_on=today(current_user.zone))
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            put(db, form.ended_on.data)
        if form.in_order:
            return _back(enrolment, "The last day is set.")
    page = render_template("training/last_day.html", form=form, enrolment=enrolment, what=what)
    return page, form.status


def _back(enrolment: Enrolment, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".arrangements", row_id=enrolment.id), code=303)
