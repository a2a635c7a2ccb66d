"""A trainee takes everything with them, at any time."""

from collections.abc import Sequence

from flask import render_template
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import session
from workbench.policy import Permission
from workbench.records.archive import archive_of
from workbench.records.files import BUNDLE
from workbench.records.views.blueprint import bp, download, pinned_for
from workbench.training.models import Enrolment
from workbench.training.queries import own_enrolments
from workbench.web.guard import actor, may, signed_in


@bp.get("/records/archive")
@signed_in
def archive() -> ResponseReturnValue:
    """What the archive holds, and the way to it."""
    return render_template("records/archive.html", enrolments=_mine())


@bp.get("/records/archive.zip")
@signed_in
def archive_file() -> ResponseReturnValue:
    """The archive itself: only ever the person's own enrolments."""
    at = now()
    mine = [(enrolment, pinned_for(enrolment)) for enrolment in _mine()]
    content = archive_of(session(), mine, at)
    return download(f"archive-{at:%Y-%m-%d}.zip", BUNDLE, content)


def _mine() -> Sequence[Enrolment]:
    own = own_enrolments(session(), actor())
    return [one for one in own if may(Permission.RECORDS_TAKE_ARCHIVE, one)]
