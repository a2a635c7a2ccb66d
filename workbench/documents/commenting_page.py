"""Choosing a passage and writing a comment on it, with or without a script."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from workbench.cases.gating import let_names, note_passed
from workbench.clock import now
from workbench.db import session, transaction
from workbench.documents.commands.commenting import comment_on_passage
from workbench.documents.domain.passages import passages_of
from workbench.documents.domain.text import SectionSpan, whole_span
from workbench.documents.forms import CommentForm, PassageForm
from workbench.documents.kinds import kind_of, sections_of, title_of
from workbench.documents.models import Document, Thread
from workbench.documents.queries import versions_of
from workbench.documents.send_back_page import readable_versions
from workbench.web.forms import choices
from workbench.web.guard import actor

NOT_THERE = (
    "The passage that you selected does not match the text of this version. "
    "Choose it here; your words are kept."
)
CHOOSE = "Choose the passage that you mean."


class PassagePage:
    """One section of one version, of which a passage is to be chosen."""

    def __init__(
        self, document: Document, number: int, key: str, form: PassageForm | None = None
    ) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.title = title_of(document, self.kind)
        self.versions = readable_versions(document, versions_of(session(), document))
        self.version = next((v for v in self.versions if v.number == number), None) or abort(404)
        self.section = self.kind.section(key) or abort(404)
        self.sections = sections_of(self.kind, self.version)
        self.text = next(one.text for one in self.sections if one.key == key)
        self.form = form or CommentForm()
        self.passages = passages_of(self.text)
        self._offer()

    def _offer(self) -> None:
        """Offer the paragraphs and sentences, and first the stretch that was selected."""
        found = [(_value(one.start, one.end), one.text) for one in self.passages]
        selected = self._selected()
        if selected is not None and selected not in dict(found):
            start, end = map(int, selected.split("-"))
            found.insert(0, (selected, self.text[start:end]))
        self.offered = {value for value, _ in found}
        self.form.passage.choices = choices(found)
        if selected is not None and not self.form.passage.data:
            self.form.passage.data = selected

    def _selected(self) -> str | None:
        """The stretch that a script sent, if the text says there what the person saw."""
        start, end = self.form.start.data, self.form.end.data
        if start is None or end is None or not 0 <= start < end <= len(self.text):
            return None
        return _value(start, end) if self.text[start:end] == self.form.quote.data else None

    def span(self) -> tuple[int, int] | None:
        """The chosen passage in code points of the whole text; None with a reason at its field."""
        chosen = self.form.passage.data
        if chosen not in self.offered:
            sent = self.form.start.data is not None
            self.form.passage.errors = [NOT_THERE if sent else CHOOSE]
            return None
        start, end = map(int, chosen.split("-"))
        return whole_span(self.sections, SectionSpan(self.section.key, start, end))

    def is_paragraph(self, value: str) -> bool:
        """Whether a choice is a whole paragraph."""
        return any(
            _value(one.start, one.end) == value and one.is_paragraph for one in self.passages
        )


class CommentPage(PassagePage):
    """The page of a new comment."""

    form: CommentForm

    def __init__(
        self, document: Document, number: int, key: str, form: PassageForm | None = None
    ) -> None:
        super().__init__(document, number, key, form)
        snippets = [(one.key, one.fault) for one in self.kind.snippets]
        self.form.snippet.choices = choices([("", "None"), *snippets])
        let_names(self.form, document, document.case_id)

    def kept(self) -> Thread | None:
        """Keep the comment in the reader's review; None if something is not in order."""
        if self.form.do.data == "snippet":
            self._put_snippet()
            return None
        in_order = self.form.validate_on_submit()
        span = self.span()
        if not in_order or span is None:
            return None
        return self._keep(*span)

    def _keep(self, start: int, end: int) -> Thread:
        later = [one for one in self.versions if one.number > self.version.number]
        place, at, said = self.document, now(), self.form.said
        with transaction() as db:
            thread = comment_on_passage(
                db, self.version, later, actor(), start=start, end=end, words=said, at=at
            )
            [comment] = thread.comments
            note_passed(db, self.form, comment, place=place, case_id=place.case_id, at=at)
            return thread

    def _put_snippet(self) -> None:
        """Add the starting text that was asked for to what is written already."""
        chosen = next((s for s in self.kind.snippets if s.key == self.form.snippet.data), None)
        if chosen is not None:
            written = [self.form.words.data, chosen.words]
            self.form.words.data = "\n\n".join(filter(None, written))

    def shown(self, status: int | None = None) -> ResponseReturnValue:
        """The form with everything that was typed."""
        page = render_template("documents/comment.html", page=self, form=self.form)
        return page, status or self.form.status

    def url(self) -> str:
        """Where the form is sent."""
        return url_for(".comment", row_id=self.document.id, number=self.version.number)


def _value(start: int, end: int) -> str:
    return f"{start}-{end}"
