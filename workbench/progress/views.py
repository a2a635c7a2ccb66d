"""The home pages: a trainee's, a supervisor's and a provider's."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import today
from workbench.db import session
from workbench.policy import Permission
from workbench.progress.cohort_page import cohort_page
from workbench.progress.inbox import inbox_of
from workbench.progress.pages import entry_url, moves_for, overview_of, ratings_for
from workbench.progress.people import in_order, lines_of
from workbench.progress.queries import (
    cohorts_by_provider,
    enrolments_in,
    enrolments_supervised,
)
from workbench.progress.workings import workings_of
from workbench.training.models import Cohort, Enrolment
from workbench.training.queries import find_cohort, find_enrolment, own_enrolments
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires, signed_in

bp = Blueprint("progress", __name__)


@bp.get("/")
@signed_in
def home() -> ResponseReturnValue:
    """Where signing in leads: a trainee's own page, else the first page of another role."""
    if actor().trains:
        own = own_enrolments(session(), actor())
        return _page(own[0], others=own[1:])
    if actor().supervises:
        return redirect(url_for(".inbox"), code=303)
    if actor().administers:
        return redirect(url_for(".cohorts"), code=303)
    return render_template("progress/nothing_yet.html")


@bp.get("/enrolments/<int:row_id>")
@requires(Permission.PROGRESS_READ, find_enrolment)
def enrolment(enrolment: Enrolment) -> ResponseReturnValue:
    """One trainee's page, for the trainee, their supervisor and their provider."""
    return _page(enrolment, others=())


@bp.get("/enrolments/<int:row_id>/requirements/<gate>/<key>")
@requires(Permission.PROGRESS_READ, find_enrolment)
def finding(enrolment: Enrolment, gate: str, key: str) -> ResponseReturnValue:
    """How one requirement was worked out, entry by entry."""
    day = today(enrolment.trainee.zone)
    rules = curriculum_of(enrolment)
    workings = workings_of(session(), enrolment, rules, gate=gate, key=key, on=day)
    if workings is None:
        abort(404)
    return render_template(
        "progress/finding.html",
        enrolment=enrolment,
        workings=workings,
        curriculum=rules,
        activities={activity.key: activity.name for activity in rules.activities},
        entry_url=entry_url,
    )


@bp.get("/inbox")
@signed_in
def inbox() -> ResponseReturnValue:
    """Everything that waits for a supervisor, oldest first."""
    return render_template("progress/inbox.html", **inbox_of(actor()))


@bp.get("/trainees")
@signed_in
def trainees() -> ResponseReturnValue:
    """Whom one supervises, those who need help first."""
    lines = lines_of(enrolments_supervised(session(), actor()))
    return render_template("progress/trainees.html", lines=in_order(lines, "help"))


@bp.get("/cohorts")
@signed_in
def cohorts() -> ResponseReturnValue:
    """The cohorts of every provider that one administers."""
    found = cohorts_by_provider(session(), actor())
    return render_template("progress/cohorts.html", providers=found)


@bp.get("/cohorts/<int:row_id>")
@requires(Permission.TRAINING_ADMINISTER, find_cohort)
def cohort(cohort: Cohort) -> ResponseReturnValue:
    """One cohort on one page: on track, behind, stuck, and why."""
    lines = lines_of(enrolments_in(session(), cohort))
    return render_template("progress/cohort.html", cohort=cohort, **cohort_page(lines))


def _page(enrolment: Enrolment, others: object) -> ResponseReturnValue:
    shown = overview_of(enrolment)
    return render_template(
        "progress/enrolment.html",
        enrolment=enrolment,
        others=others,
        shown=shown,
        curriculum=curriculum_of(enrolment),
        moves=moves_for(enrolment, shown),
        ratings={case.id: ratings_for(enrolment, case) for case in shown.cases},
        is_own=enrolment.trainee_id == current_user.actor.person_id,
    )
