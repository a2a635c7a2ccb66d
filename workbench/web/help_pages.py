"""Pages that explain the workbench itself."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from workbench.web.guard import public

bp = Blueprint("help", __name__)


@bp.get("/help")
@public
def help_page() -> ResponseReturnValue:
    """Where to find what, for each kind of person."""
    return render_template("help/help.html")


@bp.get("/shortcuts")
@public
def shortcuts() -> ResponseReturnValue:
    """Every key that does something, and how to switch them off."""
    return render_template("help/shortcuts.html")


@bp.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """What the pages hold to, and whom to tell where they do not."""
    return render_template("help/accessibility.html")
