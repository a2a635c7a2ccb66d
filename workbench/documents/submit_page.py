"""The declaration before a version is sent."""

from flask import render_template
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.db import transaction
from workbench.documents.commands.writing import submit_version
from workbench.documents.domain.completeness import completeness
from workbench.documents.domain.sending import Method
from workbench.documents.forms import SubmitForm
from workbench.documents.kinds import draft_sections, kind_of, title_of
from workbench.documents.models import Document, DocumentVersion
from workbench.documents.queries import last_session
from workbench.web.guard import actor


class SubmitPage:
    """What is about to be sent, and the statement about it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.form = SubmitForm()
        self.version: DocumentVersion | None = None
        self.form.declared.label.text = self.kind.anonymised
        if self.form.version.data is None:
            self.form.version.data = document.draft_version

    def sent(self) -> DocumentVersion | None:
        """Send it; None with the reason at its field."""
        if not self.form.validate_on_submit():
            return None
        with self.form.refusals(), transaction() as db:
            self.version = submit_version(
                db,
                self.document,
                self.kind,
                actor(),
                method=Method(self.form.method.data),
                draft_version=self.form.opened_with,
                after_session=last_session(db, self.document.case),
                at=now(),
            )
        return self.version

    def shown(self) -> ResponseReturnValue:
        """The page, with the reasons why it was not sent if it was tried."""
        sections = draft_sections(self.kind, self.document.draft)
        texts = {section.key: section.text for section in sections}
        page = render_template(
            "documents/submit.html",
            document=self.document,
            kind=self.kind,
            title=title_of(self.document, self.kind),
            form=self.form,
            sections=list(zip(self.kind.sections, sections, strict=True)),
            completeness=completeness(self.kind, texts),
        )
        return page, self.form.status
