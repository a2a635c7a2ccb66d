"""The curricula, to be read."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from workbench.publishing.views.blueprint import bp
from workbench.web.curriculum import library
from workbench.web.guard import signed_in


@bp.get("/curricula")
@signed_in
def curricula() -> ResponseReturnValue:
    """Every version that the library holds."""
    return render_template("publishing/curricula.html", curricula=library().all())


@bp.get("/curricula/<key>/<version>")
@signed_in
def curriculum(key: str, version: str) -> ResponseReturnValue:
    """One version in words: what is learnt, what is asked, and where it comes from."""
    found = library().get(key, version)
    if found is None:
        abort(404)
    return render_template("publishing/curriculum.html", curriculum=found)
