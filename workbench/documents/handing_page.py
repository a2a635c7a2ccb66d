"""What became of a letter: noted, or said again with the reason why it cannot be so."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import transaction
from workbench.documents.commands.handing_over import note_handing
from workbench.documents.domain.handing_over import Handing, check_is_letter
from workbench.documents.forms import HandingForm
from workbench.documents.kinds import is_letter, kind_of
from workbench.documents.models import Document
from workbench.documents.reading_page import ReadingPage
from workbench.web.guard import actor


class HandingPage:
    """One letter with what was sent about it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.form = HandingForm()

    def noted(self) -> bool:
        """Note it; False with the reasons at their fields."""
        if not self.form.validate_on_submit():
            return False
        with self.form.refusals(), transaction() as db:
            check_is_letter(is_letter=is_letter(kind_of(self.document)))
            handing, session = Handing(self.form.handing.data), self.form.session.data
            note_handing(db, self.document, actor(), handing, session, at=now())
        return self.form.in_order

    def left(self) -> ResponseReturnValue:
        """Back to the letter; to its draft where nothing of it was sent."""
        flash("Noted.", "success")
        latest = ReadingPage.latest(self.document)
        if latest is None:
            return redirect(url_for(".draft", row_id=self.document.id), code=303)
        number = latest.version.number
        return redirect(url_for(".letter", row_id=self.document.id, number=number), code=303)

    def refused(self) -> ResponseReturnValue:
        """The letter again, with what was chosen; the reason alone where nothing was sent."""
        latest = ReadingPage.latest(self.document)
        if latest is not None:
            return latest.letter(self.form)
        for error in (*self.form.handing.errors, *self.form.session.errors):
            flash(error, "refusal")
        return redirect(url_for(".draft", row_id=self.document.id), code=303)
