"""What anybody may ask: whether a record is what was issued, and with which keys we sign."""

from flask import Response, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import session
from workbench.records.domain.canonical import grouped
from workbench.records.domain.checking import Verdict
from workbench.records.forms import CheckFileForm
from workbench.records.keys import key_set
from workbench.records.verifying import Answer, by_file, by_name
from workbench.records.views.blueprint import bp, keys, throttle
from workbench.web.guard import public
from workbench.web.limits import takes_upload

UPLOAD_BYTES = 5 * 1024 * 1024 + 64 * 1024
"""5 MB for the file, and what a form puts round it."""
TOO_OFTEN = "That was many checks in a minute. Wait a minute, then go on."


@bp.route("/verify", methods=["GET", "POST"])
@public
@takes_upload(UPLOAD_BYTES)
def verify() -> ResponseReturnValue:
    """Ask for a number or a file, and answer."""
    form = CheckFileForm()
    if form.validate_on_submit():
        _not_too_often()
        return _answered(by_file(session(), form.file.data.read(), keys().public_keys()))
    if asked := request.args.get("record", "").strip():
        return _looked_up(asked)
    page = render_template("records/verify.html", form=form, asked="")
    return _unlisted(make_response(page, form.status))


@bp.get("/verify/<name>")
@public
def verify_name(name: str) -> ResponseReturnValue:
    """The answer to a number or a public name: where the QR code of a record leads."""
    return _looked_up(name, if_unknown=404)


@bp.get("/.well-known/jwks.json")
@public
def jwks() -> ResponseReturnValue:
    """The public keys that records of this installation are signed with, old ones too."""
    return Response(key_set(keys().public_keys()), content_type="application/jwk-set+json")


def _not_too_often() -> None:
    if not throttle().lets(request.remote_addr or "", now()):
        abort(429, TOO_OFTEN)


def _looked_up(name: str, if_unknown: int = 200) -> ResponseReturnValue:
    _not_too_often()
    answer = by_name(session(), name, keys().public_keys())
    is_unknown = answer.verdict is Verdict.UNKNOWN
    return _answered(answer, name, if_unknown if is_unknown else 200)


def _answered(answer: Answer, asked: str = "", status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "records/verdict.html",
        answer=answer,
        fingerprint=grouped(answer.record.digest) if answer.record else "",
        at=now(),
        asked=asked,
    )
    return _unlisted(make_response(page, status))


def _unlisted(response: Response) -> Response:
    """No search engine lists it, and no cache keeps whose record was asked about."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"
    return response
