"""Rating a session, and two ratings side by side."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.adherence.commands import begin_rating
from workbench.adherence.comparing import side_by_side_of
from workbench.adherence.domain.score import SelectedBy
from workbench.adherence.forms import BeginForm
from workbench.adherence.index import index_of
from workbench.adherence.models import Rating
from workbench.adherence.queries import find_own_rating, find_rating
from workbench.adherence.rating_page import RatingPage
from workbench.cases.models import TherapySession
from workbench.cases.queries import find_therapy_session
from workbench.clock import now
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.web.guard import actor, requires, signed_in

bp = Blueprint("adherence", __name__)


@bp.get("/ratings")
@signed_in
def index() -> ResponseReturnValue:
    """What waits to be rated, what is begun, and what is signed."""
    return render_template("adherence/index.html", index=index_of(session(), actor()))


@bp.get("/sessions/<int:row_id>/ratings")
@requires(Permission.RATINGS_READ, find_therapy_session)
def side_by_side(therapy_session: TherapySession) -> ResponseReturnValue:
    """A session's ratings side by side, or how to begin one's own."""
    found = side_by_side_of(session(), actor(), therapy_session)
    return render_template("adherence/side_by_side.html", form=BeginForm(), **found)


@bp.post("/sessions/<int:row_id>/ratings")
@requires(Permission.RATINGS_RATE, find_therapy_session)
def begin(therapy_session: TherapySession) -> ResponseReturnValue:
    """Begin one's own rating of a session, or go on with the one begun."""
    form = BeginForm()
    chosen = SelectedBy(form.selected_by.data if form.validate() else SelectedBy.SUPERVISOR)
    short = bool(form.short_form.data)
    with transaction() as db:
        rating = begin_rating(
            db, therapy_session, actor(), short_form=short, selected_by=chosen, at=now()
        )
    return redirect(url_for(".rate", row_id=rating.id), code=303)


@bp.get("/ratings/<int:row_id>")
@requires(Permission.RATINGS_READ, find_rating)
def rate(rating: Rating) -> ResponseReturnValue:
    """One rating: its form while it is open, what was given once it is signed."""
    return RatingPage(rating).shown()


@bp.post("/ratings/<int:row_id>")
@requires(Permission.RATINGS_RATE, find_own_rating)
def save(rating: Rating) -> ResponseReturnValue:
    """Keep what was given, and sign it where that was asked and nothing is missing."""
    page = RatingPage(rating, sent=request.form)
    if not page.kept():
        return page.refused()
    if page.is_autosave:
        return page.saved_at()
    flash("Signed." if page.is_signed else "Kept for later.", "success")
    return redirect(page.next_url(), code=303)
