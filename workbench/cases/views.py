"""Training cases: the list, one case, opening and closing it."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.cases.commands import (
    close_case,
    describe_case,
    open_case,
    put_in_sight,
    reopen_case,
    restore_consent,
    supervise_closely,
    take_back_closely,
    take_out_of_sight,
    withdraw_consent,
)
from workbench.cases.forms import (
    AboutCaseForm,
    CloseCaseForm,
    ConsentForm,
    OpenCaseForm,
    place_choices,
)
from workbench.cases.gating import let_names, note_passed
from workbench.cases.models import Case
from workbench.cases.queries import case_codes, cases_of, find_case
from workbench.cases.sheet import case_sheet
from workbench.clock import now, today
from workbench.curricula.wanted import wants_closeness, wants_problems
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment, own_enrolments, placements_of
from workbench.web.curriculum import curriculum_of
from workbench.web.forms import choices
from workbench.web.guard import actor, requires, signed_in

bp = Blueprint("cases", __name__)


@bp.get("/cases")
@signed_in
def own_cases() -> ResponseReturnValue:
    """The cases of the person's latest training."""
    enrolments = own_enrolments(session(), actor())
    if not enrolments:
        return render_template("cases/none.html")
    return _list(enrolments[0])


@bp.get("/enrolments/<int:row_id>/cases", endpoint="list")
@requires(Permission.CASES_READ, find_enrolment)
def cases(enrolment: Enrolment) -> ResponseReturnValue:
    """Every case of one training."""
    return _list(enrolment)


@bp.route("/enrolments/<int:row_id>/cases/new", methods=["GET", "POST"])
@requires(Permission.CASES_KEEP, find_enrolment)
def new(enrolment: Enrolment) -> ResponseReturnValue:
    """Open a case by a code."""
    form = _opening(enrolment)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            case = open_case(db, enrolment, actor(), **_opened(form, enrolment))
        if form.in_order:
            flash(f"Case {case.code} is open.", "success")
            return redirect(url_for(".case", row_id=case.id), code=303)
    return render_template("cases/new.html", form=form, enrolment=enrolment), form.status


@bp.get("/cases/<int:row_id>")
@requires(Permission.CASES_READ, find_case)
def case(case: Case) -> ResponseReturnValue:
    """One case: its sessions, dots and curves."""
    return _page(case, CloseCaseForm(formdata=None))


@bp.get("/cases/<int:row_id>/own-list")
@requires(Permission.CASES_KEEP_OWN_LIST, find_case)
def own_list(case: Case) -> ResponseReturnValue:
    """Where the browser keeps the real names of a case. The server has no part in it."""
    return render_template("cases/own_list.html", case=case)


@bp.post("/cases/<int:row_id>/close")
@requires(Permission.CASES_KEEP, find_case)
def close(case: Case) -> ResponseReturnValue:
    """End a case."""
    form = CloseCaseForm()
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            close_case(db, case, actor(), **_ending(form))
        if form.in_order:
            flash(f"Case {case.code} has ended.", "success")
            return redirect(url_for(".case", row_id=case.id), code=303)
    return _page(case, form), form.status


@bp.post("/cases/<int:row_id>/reopen")
@requires(Permission.CASES_KEEP, find_case)
def reopen(case: Case) -> ResponseReturnValue:
    """Take an ending back."""
    with transaction() as db:
        reopen_case(db, case, actor(), at=now())
    flash(f"Case {case.code} is open again.", "success")
    return redirect(url_for(".case", row_id=case.id), code=303)


@bp.route("/cases/<int:row_id>/about", methods=["GET", "POST"])
@requires(Permission.CASES_KEEP, find_case)
def about(case: Case) -> ResponseReturnValue:
    """Say where a case is seen, what it came for, and whose it is."""
    form = _about_form(case)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            describe_case(db, case, actor(), **_said(form, case), at=now())
            note_passed(db, form, case, place=case, case_id=case.id, at=now())
        if form.in_order:
            return _back(case, "Kept.")
    return render_template("cases/about.html", case=case, form=form), form.status


@bp.route("/cases/<int:row_id>/consent", methods=["GET", "POST"])
@requires(Permission.CASES_KEEP, find_case)
def consent(case: Case) -> ResponseReturnValue:
    """Record that a patient's consent to recordings is withdrawn."""
    form, day = ConsentForm(withdrawn_on=today(current_user.zone)), today(current_user.zone)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            on = form.withdrawn_on.data or day
            withdraw_consent(db, case, actor(), withdrawn_on=on, today=day, at=now())
        if form.in_order:
            return _back(case, "Recorded. The recordings of this case count no more.")
    return render_template("cases/consent.html", case=case, form=form), form.status


@bp.post("/cases/<int:row_id>/consent/restore")
@requires(Permission.CASES_KEEP, find_case)
def restore(case: Case) -> ResponseReturnValue:
    """Take back a withdrawal of consent that was a mistake."""
    with transaction() as db:
        restore_consent(db, case, actor(), at=now())
    return _back(case, "Taken back: consent stands.")


@bp.post("/cases/<int:row_id>/texts/withdraw")
@requires(Permission.CASES_KEEP, find_case)
def withdraw_texts(case: Case) -> ResponseReturnValue:
    """Take what is written about a case out of everybody else's sight."""
    with transaction() as db:
        take_out_of_sight(db, case, actor(), today=today(current_user.zone), at=now())
    return _back(case, "Out of sight: from now on only you can read what is written about it.")


@bp.post("/cases/<int:row_id>/texts/restore")
@requires(Permission.CASES_KEEP, find_case)
def restore_texts(case: Case) -> ResponseReturnValue:
    """Take that back, where it was a mistake."""
    with transaction() as db:
        put_in_sight(db, case, actor(), at=now())
    return _back(case, "Taken back: your supervisors can read what was sent about it again.")


@bp.post("/cases/<int:row_id>/closely")
@requires(Permission.CASES_VOUCH, find_case)
def closely(case: Case) -> ResponseReturnValue:
    """Vouch that a case is supervised with recordings or from life."""
    with transaction() as db:
        supervise_closely(db, case, actor(), at=now())
    return _back(case, f"Case {case.code} is closely supervised.")


@bp.post("/cases/<int:row_id>/closely/back")
@requires(Permission.CASES_VOUCH, find_case)
def not_closely(case: Case) -> ResponseReturnValue:
    """Take it back that a case is closely supervised."""
    with transaction() as db:
        take_back_closely(db, case, actor(), at=now())
    return _back(case, "Taken back.")


def _back(case: Case, words: str) -> ResponseReturnValue:
    flash(words, "success")
    return redirect(url_for(".case", row_id=case.id), code=303)


def _about_form(case: Case) -> AboutCaseForm:
    """The form filled in; problems are asked where the curriculum counts them."""
    form = AboutCaseForm(
        placement=case.placement_id,
        problems=", ".join(case.problems),
        same_patient_as=case.same_patient_as_id,
    )
    let_names(form, case, case.id)
    if not wants_problems(curriculum_of(case.enrolment)):
        del form.problems
    form.placement.choices = choices(place_choices(placements_of(session(), case.enrolment)))
    others = case_codes(session(), case.enrolment).items()
    named = [(str(number), code) for number, code in others if number != case.id]
    form.same_patient_as.choices = choices([("", "No other case"), *named])
    return form


def _said(form: AboutCaseForm, case: Case) -> dict[str, Any]:
    return {
        "placement_id": form.placement.data,
        "problems": form.problems.data if form.problems else ", ".join(case.problems),
        "same_patient_as_id": form.same_patient_as.data,
    }


def _list(enrolment: Enrolment) -> str:
    curriculum = curriculum_of(enrolment)
    sheets = [case_sheet(case, curriculum) for case in cases_of(session(), enrolment)]
    return render_template("cases/list.html", enrolment=enrolment, sheets=sheets)


def _page(case: Case, form: CloseCaseForm) -> str:
    if not form.is_submitted():
        form.closed_on.data = today(current_user.zone)
    curriculum = curriculum_of(case.enrolment)
    sheet = case_sheet(case, curriculum)
    return render_template(
        "cases/case.html",
        sheet=sheet,
        curriculum=curriculum,
        form=form,
        asks_problems=wants_problems(curriculum),
        asks_closeness=wants_closeness(curriculum),
    )


def _opening(enrolment: Enrolment) -> OpenCaseForm:
    places = placements_of(session(), enrolment)
    form = OpenCaseForm(
        opened_on=today(current_user.zone),
        usual_minutes=curriculum_of(enrolment).treatment.usual_minutes,
        placement=places[0].id if places else None,
    )
    form.placement.choices = choices(place_choices(places))
    return form


def _opened(form: OpenCaseForm, enrolment: Enrolment) -> dict[str, Any]:
    return {
        "code": form.code.data,
        "opened_on": form.opened_on.data,
        "usual_minutes": form.usual_minutes.data,
        "usual_mode": form.usual_mode.data,
        "placement_id": form.placement.data,
        "curriculum": curriculum_of(enrolment),
        "today": today(current_user.zone),
        "at": now(),
    }


def _ending(form: CloseCaseForm) -> dict[str, Any]:
    return {
        "standing": form.standing.data,
        "closed_on": form.closed_on.data,
        "today": today(current_user.zone),
        "at": now(),
    }
