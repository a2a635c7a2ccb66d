"""Reading a version, and sending the review of it."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import transaction
from workbench.documents.commands.reviewing import send_review
from workbench.documents.domain.review import ReviewVerdict
from workbench.documents.forms import ReviewForm
from workbench.documents.handing_page import HandingPage
from workbench.documents.models import Document
from workbench.documents.queries import find_document
from workbench.documents.reading_page import ReadingPage
from workbench.documents.send_back_page import SendBackPage, withheld_page
from workbench.documents.views.blueprint import bp
from workbench.policy import Permission
from workbench.web.guard import actor, requires


@bp.get("/documents/<int:row_id>")
@requires(Permission.DOCUMENTS_READ, find_document)
def document(document: Document) -> ResponseReturnValue:
    """The latest version with its threads; the draft while nothing was sent."""
    page = ReadingPage.latest(document)
    if page is None:
        return withheld_page(document) or redirect(url_for(".draft", row_id=document.id), code=303)
    return page.shown()


@bp.get("/documents/<int:row_id>/versions/<int:number>")
@requires(Permission.DOCUMENTS_READ, find_document)
def version(document: Document, number: int) -> ResponseReturnValue:
    """One version as it was sent."""
    return ReadingPage(document, number).shown()


@bp.get("/documents/<int:row_id>/versions/<int:number>/letter")
@requires(Permission.DOCUMENTS_READ, find_document)
def letter(document: Document, number: int) -> ResponseReturnValue:
    """One version as one text, for reading aloud and for paper."""
    return ReadingPage(document, number).letter()


@bp.route("/documents/<int:row_id>/versions/<int:number>/send-back", methods=["GET", "POST"])
@requires(Permission.DOCUMENTS_SEND_BACK, find_document)
def send_back(document: Document, number: int) -> ResponseReturnValue:
    """Withhold a version in which something identifies somebody, and every copy of that."""
    page = SendBackPage(document, number)
    return page.done() or page.shown()


@bp.post("/documents/<int:row_id>/review")
@requires(Permission.DOCUMENTS_REVIEW, find_document)
def review(document: Document) -> ResponseReturnValue:
    """Send every comment of one's review at once, with a verdict."""
    form = ReviewForm()
    if form.validate_on_submit():
        verdict = ReviewVerdict(form.verdict.data) if form.verdict.data else None
        with form.refusals(), transaction() as db:
            send_review(db, document, actor(), number=form.opened_with, verdict=verdict, at=now())
        if form.in_order:
            flash(f"Review sent to {document.enrolment.trainee.name}.", "success")
            return redirect(url_for(".document", row_id=document.id), code=303)
    return ReadingPage(document).shown(form)


@bp.post("/documents/<int:row_id>/handing")
@requires(Permission.DOCUMENTS_WRITE, find_document)
def handing(document: Document) -> ResponseReturnValue:
    """Note whether the patient got the letter."""
    page = HandingPage(document)
    return page.left() if page.noted() else page.refused()
