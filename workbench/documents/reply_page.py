"""Going on with a thread: the trainee's answer, or a further comment of a review."""

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from workbench.cases.gating import let_names, note_passed
from workbench.clock import now
from workbench.db import session, transaction
from workbench.documents.commands.commenting import answer, reply
from workbench.documents.forms import WordsForm
from workbench.documents.kinds import kind_of, title_of
from workbench.documents.models import Thread
from workbench.documents.queries import threads_seen, versions_of
from workbench.documents.thread_places import to_thread
from workbench.documents.threads_shown import ThreadReader, ThreadShown
from workbench.web.guard import actor


class ReplyPage:
    """One thread with the form that goes on with it."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.document = thread.document
        self.kind = kind_of(self.document)
        self.title = title_of(self.document, self.kind)
        self.form = WordsForm()
        let_names(self.form, self.document, self.document.case_id)
        self.is_own = self.document.trainee_id == actor().person_id

    def gone_on(self) -> ResponseReturnValue | None:
        """Keep the words and lead back to the thread; None if something is not in order."""
        if not self.form.validate_on_submit():
            return None
        go_on = answer if self.is_own else reply
        place, at = self.document, now()
        with self.form.refusals(), transaction() as db:
            comment = go_on(db, self.thread, actor(), words=self.form.said, at=at)
            note_passed(db, self.form, comment, place=place, case_id=place.case_id, at=at)
        if not self.form.in_order:
            return None
        flash("Sent." if self.is_own else "Kept in your review until you send it.", "success")
        return redirect(to_thread(self.document.id, self.thread.number), code=303)

    def shown(self) -> ResponseReturnValue:
        """The thread as it stands, and what was typed."""
        page = render_template(
            "documents/answer.html", page=self, form=self.form, shown=self._read()
        )
        return page, self.form.status

    def _read(self) -> ThreadShown | None:
        versions = versions_of(session(), self.document)
        threads = threads_seen(session(), actor(), self.document)
        thread = next(one for one in threads if one.id == self.thread.id)
        reached = {place.document_version_id for place in thread.places}
        version = [one for one in versions if one.id in reached][-1]
        return ThreadReader(self.kind, versions, version, actor()).shown(thread)
