"""Signing in and out."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from workbench.accounts.commands import close_web_session, open_web_session
from workbench.accounts.forms import SignInForm
from workbench.accounts.models import Person
from workbench.accounts.passwords import password_matches
from workbench.accounts.queries import person_by_email
from workbench.accounts.signed_in import SignedIn
from workbench.clock import now
from workbench.db import session, transaction
from workbench.web.guard import public, signed_in
from workbench.web.targets import safe_target

bp = Blueprint("accounts", __name__)

NOT_KNOWN = "That e-mail address and password do not go together."


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Ask who it is."""
    form = SignInForm()
    if form.validate_on_submit():
        person = _person(form)
        if person is not None:
            _carry(person, shared=bool(form.shared.data))
            return redirect(safe_target(request.args.get("next")), code=303)
        form.form_errors.append(NOT_KNOWN)
    return render_template("accounts/sign_in.html", form=form), form.status


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    """End this browser's web session."""
    with transaction() as db:
        close_web_session(db, current_user.token)
    logout_user()
    return redirect(url_for(".sign_in"), code=303)


def _person(form: SignInForm) -> Person | None:
    person = person_by_email(session(), form.email.data or "")
    kept = person.password_hash if person and person.disabled_at is None else None
    return person if password_matches(kept, form.password.data or "") else None


def _carry(person: Person, *, shared: bool) -> None:
    browser = request.headers.get("User-Agent", "")
    with transaction() as db:
        token = open_web_session(db, person, shared=shared, browser=browser, at=now())
    login_user(SignedIn.fresh(token, person))
