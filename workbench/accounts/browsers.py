"""Signing a browser in: a new token each time, and the end of whatever it carried before."""

from flask import request
from flask import session as cookie  # noqa: TID251 - this is accounts/, to which it belongs
from flask_login import current_user, login_user

from workbench.accounts.commands import close_web_session, open_web_session
from workbench.accounts.models import Person
from workbench.accounts.signed_in import SignedIn
from workbench.clock import now
from workbench.db import transaction


def carry(person: Person, *, shared: bool) -> None:
    """Sign a person in on this browser. Nothing that its cookie held before lives on."""
    before = current_user.token if current_user.is_authenticated else None
    browser = request.headers.get("User-Agent", "")
    with transaction() as db:
        if before is not None:
            close_web_session(db, before)
        token = open_web_session(db, person, shared=shared, browser=browser, at=now())
    cookie.clear()
    login_user(SignedIn.fresh(token, person))
