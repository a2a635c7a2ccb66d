"""The home pages."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from workbench.web.guard import signed_in

bp = Blueprint("progress", __name__)


@bp.get("/")
@signed_in
def home() -> ResponseReturnValue:
    """Where signing in leads."""
    return render_template("progress/nothing_yet.html")
