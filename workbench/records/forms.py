"""Issuing and revoking a record, and bringing a file to be checked."""

from typing import ClassVar

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, SubmitField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.web.forms import Form, stripped
from workbench.web.gate import DATES_AND_LOOKS, GatedForm

LONGEST_REASON = 500


class IssueForm(Form):
    """The confirmation, with the name of exactly what was read."""

    read = HiddenField(validators=[InputRequired("Open the page again and read the record.")])
    sure = BooleanField(
        "I have read the record and issue it.",
        validators=[InputRequired("Tick the box once you have read the record.")],
    )
    submit = SubmitField("Issue record")

    def sign_for(self, provider: str) -> None:
        """Say in the confirmation on whose behalf it is issued."""
        self.sure.label.text = f"I have read the record and issue it on behalf of {provider}."


class RevokeForm(GatedForm):
    """Why a record no longer holds."""

    gated: ClassVar[tuple[str, ...]] = ("because",)
    passed = DATES_AND_LOOKS

    because = TextAreaField(
        "Why it is revoked",
        description="Everybody who checks the record reads this.",
        filters=[stripped],
        validators=[
            InputRequired("Say why it is revoked. Everybody who checks the record reads it."),
            Length(max=LONGEST_REASON, message=f"At most {LONGEST_REASON} characters, please."),
        ],
    )
    submit = SubmitField("Revoke")


class CheckFileForm(Form):
    """A file that claims to be a record."""

    file = FileField(
        "The PDF, CSV, JSON or ZIP of a record",
        description="At most 5 MB. It is compared and not kept.",
        validators=[FileRequired("Choose the file that you were given.")],
    )
    submit = SubmitField("Check the file")
