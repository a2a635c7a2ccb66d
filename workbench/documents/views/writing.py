"""Beginning a document, writing its draft, sending a version."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.cases.models import Case, CaseStanding
from workbench.cases.queries import find_case
from workbench.clock import now
from workbench.curricula.materials import Owner
from workbench.db import session, transaction
from workbench.documents.commands.writing import reopen_document, start_document
from workbench.documents.domain.opening import must_be_open
from workbench.documents.draft_page import DraftPage
from workbench.documents.index import index_of
from workbench.documents.kinds import kind_named
from workbench.documents.models import Document
from workbench.documents.queries import find_document, last_session
from workbench.documents.submit_page import SubmitPage, decide
from workbench.documents.views.blueprint import bp
from workbench.policy import Permission
from workbench.training.models import Enrolment
from workbench.training.queries import find_enrolment
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor, requires, signed_in


@bp.get("/documents")
@signed_in
def index() -> ResponseReturnValue:
    """One's own documents by case, and those of one's trainees, what waits first."""
    return render_template("documents/index.html", index=index_of(session(), actor()))


@bp.post("/cases/<int:row_id>/documents/<kind>")
@requires(Permission.DOCUMENTS_WRITE, find_case)
def start(case: Case, kind: str) -> ResponseReturnValue:
    """Begin a document of a case, or go on with the one begun."""
    asked = kind_named(case.enrolment, kind)
    if asked.owner is not Owner.CASE:
        abort(404)
    held = last_session(session(), case) or 0
    is_closed = case.standing is not CaseStanding.OPEN
    must_be_open(
        asked, curriculum_of(case.enrolment), case=case.code, held=held, is_closed=is_closed
    )
    with transaction() as db:
        document = start_document(db, actor(), case.enrolment, asked, case=case, at=now())
    return redirect(url_for(".draft", row_id=document.id), code=303)


@bp.post("/enrolments/<int:row_id>/documents/<kind>")
@requires(Permission.DOCUMENTS_WRITE, find_enrolment)
def start_for_enrolment(enrolment: Enrolment, kind: str) -> ResponseReturnValue:
    """Begin a document of the training as a whole, or go on with the one begun."""
    asked = kind_named(enrolment, kind)
    if asked.owner is not Owner.ENROLMENT:
        abort(404)
    with transaction() as db:
        document = start_document(db, actor(), enrolment, asked, case=None, at=now())
    return redirect(url_for(".draft", row_id=document.id), code=303)


@bp.get("/documents/<int:row_id>/draft")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def draft(document: Document) -> ResponseReturnValue:
    """The form in which the next version is written."""
    return DraftPage(document).shown()


@bp.post("/documents/<int:row_id>/draft")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def save(document: Document) -> ResponseReturnValue:
    """Keep what was typed: for a script as it goes, or at a click."""
    page = DraftPage(document)
    if not page.kept():
        return page.refused()
    if page.wants_json:
        return page.answer()
    return page.left()


@bp.post("/documents/<int:row_id>/draft/choice")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def choose(document: Document) -> ResponseReturnValue:
    """Keep what was chosen between the texts of two tabs."""
    page = DraftPage(document)
    if not page.chose():
        return page.refused()
    flash("Saved as you chose.", "success")
    return redirect(url_for(".draft", row_id=document.id), code=303)


@bp.get("/documents/<int:row_id>/submit")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def declare(document: Document) -> ResponseReturnValue:
    """What is about to be sent, and the declaration that nobody can be recognised."""
    return SubmitPage(document).shown()


@bp.post("/documents/<int:row_id>/findings")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def findings(document: Document) -> ResponseReturnValue:
    """Replace, dismiss, acknowledge or reconsider one finding of the draft."""
    return decide(document)


@bp.post("/documents/<int:row_id>/submit")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def submit(document: Document) -> ResponseReturnValue:
    """Freeze the draft as a version and send it."""
    page = SubmitPage(document)
    version = page.sent()
    if version is None:
        return page.shown()
    flash(f"Version {version.number} is with your supervisor.", "success")
    return redirect(url_for(".document", row_id=document.id), code=303)


@bp.post("/documents/<int:row_id>/reopen")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def reopen(document: Document) -> ResponseReturnValue:
    """Open an agreed document again, as at a mid-point review."""
    with transaction() as db:
        reopen_document(db, document, actor(), at=now())
    flash("Open again. The agreed version stays as it is.", "success")
    return redirect(url_for(".draft", row_id=document.id), code=303)
