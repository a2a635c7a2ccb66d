"""Putting a thread whose passage is gone at another passage, by hand."""

from flask import render_template
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import transaction
from workbench.documents.commands.placing import attach_thread
from workbench.documents.commenting_page import PassagePage
from workbench.documents.forms import PassageForm
from workbench.documents.kinds import kind_of
from workbench.documents.models import Thread
from workbench.documents.thread_places import latest_place
from workbench.web.guard import actor


class AttachPage(PassagePage):
    """The passages of one section of the latest version, for one thread."""

    def __init__(self, thread: Thread, key: str | None) -> None:
        self.thread = thread
        self.place = latest_place(thread)
        document = thread.document
        first = kind_of(document).sections[0].key
        super().__init__(document, document.versions[-1].number, key or first, PassageForm())

    def attached(self) -> bool:
        """Put it where it was asked; False with the reason at its field."""
        if not self.form.validate_on_submit():
            return False
        span = self.span()
        if span is None:
            return False
        with self.form.refusals(), transaction() as db:
            attach_thread(
                db, self.thread, self.place, actor(), start=span[0], end=span[1], at=now()
            )
        return self.form.in_order

    def shown(self) -> ResponseReturnValue:
        """The passages to choose from."""
        page = render_template("documents/attach.html", page=self, form=self.form)
        return page, self.form.status
