"""What somebody typed, given back on a page that could not take it."""

from contextlib import suppress

from flask import request
from werkzeug.exceptions import HTTPException

from workbench.web.limits import keepable

LEAST = 20
"""Shorter texts are typed again sooner than they are copied."""
SECRETS = ("token", "password", "key")


def typed() -> list[tuple[str, str]]:
    """The texts of the form that was sent, by the names of their fields.

    Without what cannot be kept, and without passwords and the form's own marks.
    """
    given: list[tuple[str, str]] = []
    with suppress(HTTPException):  # a form that cannot be read has nothing to give back
        for name, text in request.form.items(multi=True):
            if len(text) >= LEAST and not any(secret in name for secret in SECRETS):
                given.append((name.replace("_", " ").capitalize(), _kept(text)))
    return given


def _kept(text: str) -> str:
    return "".join(letter for letter in text if keepable(letter))
