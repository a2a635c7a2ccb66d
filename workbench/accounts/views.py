"""Signing in and out, and one's own account."""

from datetime import datetime, timedelta
from math import ceil

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from workbench.accounts.browsers import carry
from workbench.accounts.commands import (
    change_settings,
    close_every_web_session,
    close_web_session,
    close_web_session_named,
    forgive,
    set_new_password,
    set_password,
    try_to_sign_in,
)
from workbench.accounts.domain.browsers import browser_name
from workbench.accounts.domain.tokens import hashed
from workbench.accounts.forms import NewPasswordForm, PasswordForm, SettingsForm, SignInForm
from workbench.accounts.models import Person
from workbench.accounts.passwords import password_matches
from workbench.accounts.queries import browsers_of, person_by_email, person_by_link
from workbench.clock import now
from workbench.db import session, transaction
from workbench.web.guard import actor, public, signed_in
from workbench.web.targets import safe_target

bp = Blueprint("accounts", __name__)

NOT_KNOWN = "That e-mail address and password do not go together."
NOT_YOURS = "This is not the password you have now."


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Ask who it is."""
    form, at = SignInForm(), now()
    if form.validate_on_submit():
        wait = _counted(form, at)
        if wait:
            return _slowed(form, wait)
        person = _person(form)
        if person is not None:
            return _let_in(person, form, at)
        form.form_errors.append(NOT_KNOWN)
    return render_template("accounts/sign_in.html", form=form), form.status


@bp.get("/sign-in/help")
@public
def sign_in_help() -> ResponseReturnValue:
    """What to do when signing in does not work."""
    return render_template("accounts/sign_in_help.html")


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    """End this browser's web session."""
    with transaction() as db:
        close_web_session(db, current_user.token)
    logout_user()
    return redirect(url_for(".sign_in"), code=303)


@bp.post("/sign-out/everywhere")
@signed_in
def sign_out_everywhere() -> ResponseReturnValue:
    """End every web session of the person, this one too."""
    with transaction() as db:
        close_every_web_session(db, db.get_one(Person, actor().person_id))
    logout_user()
    flash("You are signed out everywhere.", "success")
    return redirect(url_for(".sign_in"), code=303)


@bp.route("/account", methods=["GET", "POST"])
@signed_in
def account() -> ResponseReturnValue:
    """Name, zone and shortcuts; the password; the browsers signed in."""
    form = SettingsForm(obj=current_user)
    if form.validate_on_submit():
        with transaction() as db:
            change_settings(
                db.get_one(Person, actor().person_id),
                name=form.name.data,
                zone=form.zone.data,
                shortcuts=form.shortcuts.data,
            )
        flash("Saved.", "success")
        return redirect(url_for(".account"), code=303)
    return _account(form, PasswordForm(formdata=None)), form.status


@bp.post("/account/password")
@signed_in
def change_password() -> ResponseReturnValue:
    """Change the password; every other browser is signed out."""
    form = PasswordForm()
    if form.validate_on_submit() and _changed_password(form):
        flash("Your password is changed. Every other browser is signed out.", "success")
        return redirect(url_for(".account"), code=303)
    return _account(SettingsForm(formdata=None, obj=current_user), form), form.status


@bp.post("/account/browsers/<name>/end")
@signed_in
def end_browser(name: str) -> ResponseReturnValue:
    """Sign one browser out."""
    with transaction() as db:
        close_web_session_named(db, actor().person_id, name)
    flash("That browser is signed out.", "success")
    return redirect(url_for(".account"), code=303)


@bp.route("/new-password/<token>", methods=["GET", "POST"])
@public
def new_password(token: str) -> ResponseReturnValue:
    """Set a new password by a one-time link."""
    found = person_by_link(session(), token, now())
    if found is None:
        return render_template("accounts/no_link.html"), 404
    link, person = found
    form = NewPasswordForm()
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            set_new_password(db, link, person, form.password.data, at=now())
        if form.in_order:
            flash("Your new password is set. Sign in with it.", "success")
            return redirect(url_for(".sign_in"), code=303)
    return render_template("accounts/new_password.html", form=form, person=person), form.status


def _keys(form: SignInForm) -> tuple[str, str]:
    return f"email:{(form.email.data or '').lower()}", f"address:{request.remote_addr}"


def _counted(form: SignInForm, at: datetime) -> timedelta:
    with transaction() as db:
        return try_to_sign_in(db, _keys(form), at=at)


def _slowed(form: SignInForm, wait: timedelta) -> ResponseReturnValue:
    seconds = ceil(wait.total_seconds())
    page = render_template("accounts/sign_in.html", form=form, wait_minutes=ceil(seconds / 60))
    return page, 429, {"Retry-After": str(seconds)}


def _person(form: SignInForm) -> Person | None:
    person = person_by_email(session(), form.email.data or "")
    kept = person.password_hash if person and person.disabled_at is None else None
    return person if password_matches(kept, form.password.data or "") else None


def _let_in(person: Person, form: SignInForm, at: datetime) -> ResponseReturnValue:
    with transaction() as db:
        forgive(db, _keys(form), tried_at=at)
    carry(person, shared=bool(form.shared.data))
    return redirect(safe_target(request.args.get("next")), code=303)


def _changed_password(form: PasswordForm) -> bool:
    person = session().get_one(Person, actor().person_id)
    if not password_matches(person.password_hash, form.present.data):
        form.present.errors = [NOT_YOURS]
        return False
    with form.refusals(), transaction() as db:
        set_password(db, person, form.password.data, but=current_user.token)
    return form.in_order


def _account(settings: SettingsForm, password: PasswordForm) -> str:
    browsers = browsers_of(session(), actor().person_id, now())
    return render_template(
        "accounts/account.html",
        settings=settings,
        password_form=password,
        browsers=[(browser_name(each.browser), each) for each in browsers],
        here=hashed(current_user.token),
    )
