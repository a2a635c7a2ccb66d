"""Comments on a passage, answers, and where a moved passage is."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.cases.gating import let_names, note_passed
from workbench.clock import now
from workbench.db import transaction
from workbench.documents.attach_page import AttachPage
from workbench.documents.commands.commenting import (
    change_comment,
    discard_comment,
    reopen_thread,
    resolve_thread,
)
from workbench.documents.commands.placing import settle_place
from workbench.documents.commenting_page import CommentPage
from workbench.documents.forms import WordsForm
from workbench.documents.models import Comment, Document, Thread
from workbench.documents.queries import find_document, find_own_draft, find_thread
from workbench.documents.reply_page import ReplyPage
from workbench.documents.thread_places import latest_place, to_thread
from workbench.documents.views.blueprint import bp
from workbench.policy import Permission
from workbench.web.guard import actor, requires


@bp.get("/documents/<int:row_id>/versions/<int:number>/comments/new")
@requires(Permission.DOCUMENTS_REVIEW, find_document)
def new_comment(document: Document, number: int) -> ResponseReturnValue:
    """Choose a passage of a section among its sentences, and comment on it."""
    return CommentPage(document, number, request.args.get("section", "")).shown()


@bp.post("/documents/<int:row_id>/versions/<int:number>/comments")
@requires(Permission.DOCUMENTS_REVIEW, find_document)
def comment(document: Document, number: int) -> ResponseReturnValue:
    """Keep a comment in one's review."""
    page = CommentPage(document, number, request.form.get("section", ""))
    thread = page.kept()
    if thread is None:
        return page.shown()
    flash("Kept in your review. Only you can see it until you send it.", "success")
    return redirect(to_thread(document.id, thread.number), code=303)


@bp.route("/documents/comments/<int:row_id>", methods=["GET", "POST"])
@requires(Permission.DOCUMENTS_REVIEW, find_own_draft)
def edit_comment(comment: Comment) -> ResponseReturnValue:
    """Put other words in a comment that is not sent."""
    form, of = WordsForm(obj=comment), comment.thread.document
    let_names(form, of, of.case_id)
    if form.validate_on_submit():
        with form.refusals(), transaction() as db:
            change_comment(db, comment, words=form.said)
            note_passed(db, form, comment, place=of, case_id=of.case_id, at=now())
        if form.in_order:
            return redirect(to_thread(of.id, comment.thread.number), code=303)
    return render_template("documents/edit_comment.html", comment=comment, form=form), form.status


@bp.post("/documents/comments/<int:row_id>/discard")
@requires(Permission.DOCUMENTS_REVIEW, find_own_draft)
def discard(comment: Comment) -> ResponseReturnValue:
    """Take a comment away that is not sent."""
    document_id = comment.thread.document_id
    with transaction() as db:
        discard_comment(db, comment)
    flash("Discarded. Nobody else had seen it.", "success")
    return redirect(url_for(".document", row_id=document_id), code=303)


@bp.route("/documents/threads/<int:row_id>/answers", methods=["GET", "POST"])
@requires(Permission.DOCUMENTS_READ, find_thread)
def answers(thread: Thread) -> ResponseReturnValue:
    """Go on with a thread: the trainee at once, a supervisor in their review."""
    page = ReplyPage(thread)
    return page.gone_on() or page.shown()


@bp.post("/documents/threads/<int:row_id>/resolve")
@requires(Permission.DOCUMENTS_READ, find_thread)
def resolve(thread: Thread) -> ResponseReturnValue:
    """Close a thread; it stays to be read."""
    with transaction() as db:
        resolve_thread(db, thread, thread.document.versions[-1], actor(), at=now())
    flash(f"Thread {thread.number} is resolved. It is kept under “Resolved”.", "success")
    return redirect(url_for(".document", row_id=thread.document_id), code=303)


@bp.post("/documents/threads/<int:row_id>/reopen")
@requires(Permission.DOCUMENTS_READ, find_thread)
def reopen_resolved(thread: Thread) -> ResponseReturnValue:
    """Open a resolved thread again."""
    with transaction() as db:
        reopen_thread(db, thread, thread.document.versions, actor(), at=now())
    return redirect(to_thread(thread.document_id, thread.number), code=303)


@bp.post("/documents/threads/<int:row_id>/place")
@requires(Permission.DOCUMENTS_READ, find_thread)
def settle(thread: Thread) -> ResponseReturnValue:
    """Say whether a guessed place is right."""
    is_right = request.form.get("is") == "right"
    with transaction() as db:
        settle_place(db, thread, latest_place(thread), actor(), is_right=is_right, at=now())
    flash("Noted." if is_right else "Noted: its passage is no longer here.", "success")
    return redirect(to_thread(thread.document_id, thread.number), code=303)


@bp.route("/documents/threads/<int:row_id>/attach", methods=["GET", "POST"])
@requires(Permission.DOCUMENTS_READ, find_thread)
def attach(thread: Thread) -> ResponseReturnValue:
    """Put a thread at a passage of the latest version by hand."""
    page = AttachPage(thread, request.values.get("section"))
    if page.attached():
        return redirect(to_thread(thread.document_id, thread.number), code=303)
    return page.shown()
