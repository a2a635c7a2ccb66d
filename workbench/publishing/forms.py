"""Starting, writing and publishing a draft."""

import re
from collections.abc import Mapping

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField, SubmitField, TextAreaField
from wtforms.validators import InputRequired, Regexp

from workbench.accounts.forms import Text
from workbench.curricula.exchange.framework import UnreadableFile
from workbench.curricula.exchange.reading import ReadDraft, read_draft
from workbench.curricula.model import Curriculum
from workbench.curricula.telling import told_apart
from workbench.web.forms import Form, choices, stripped

SEEN = r"^[0-9]{1,9}\Z"


class CopyForm(Form):
    """What is copied, and what the copy is called."""

    source = SelectField("Copy of", validators=[InputRequired("Choose what to copy.")])
    key = Text(
        "Key",
        filters=[stripped],
        validators=[InputRequired("Give the copy a key.")],
        description=(
            "Names your curriculum for good: small letters, digits and hyphens, such as "
            "“harbour-dit”. Keep the key for a next version of your own."
        ),
    )
    version = Text(
        "Version",
        filters=[stripped],
        validators=[InputRequired("Give the copy a version.")],
        description="A year and a number, such as “2026.1”.",
    )
    submit = SubmitField("Start the draft")

    def offer(self, curricula: Mapping[str, Curriculum]) -> None:
        """Offer what can be copied, each by its title."""
        self.source.choices = choices([("", "Choose a curriculum"), *told_apart(curricula)])


class UploadForm(Form):
    """A file that a draft is made from."""

    file = FileField(
        "The file",
        description=(
            "A curriculum (.toml), a CASE package (.json), a Moodle competency framework (.csv) "
            "or a Mahara SmartEvidence matrix (.matrix). At most 1 MB."
        ),
        validators=[FileRequired("Choose the file.")],
    )
    submit = SubmitField("Start the draft")

    def read(self, year: int) -> ReadDraft | None:
        """The draft that the file makes; None where it is refused, and the errors say why."""
        sent = self.file.data
        try:
            return read_draft(sent.read(), sent.filename or "", year=year)
        except UnreadableFile as refused:
            self.file.errors = [str(problem) for problem in refused.problems]
            return None


class RevisionForm(Form):
    """Which state of a draft was looked at."""

    revision = HiddenField(validators=[Regexp(SEEN, message="Open the page again.")])

    @property
    def seen(self) -> int:
        """The revision as a number; 0, which none has, where none was sent."""
        sent = self.revision.data or ""
        return int(sent) if re.fullmatch(SEEN, sent) else 0


class MoveForm(Form):
    """Which version, and exactly which preview was read."""

    to = HiddenField()
    read = HiddenField()


class DraftForm(RevisionForm):
    """The text of a draft."""

    text = TextAreaField(
        "The text of the file",
        validators=[InputRequired("A draft cannot be empty. Discard it instead.")],
        render_kw={"rows": 30, "spellcheck": "false", "wrap": "off", "autocomplete": "off"},
    )
    submit = SubmitField("Save and check")
