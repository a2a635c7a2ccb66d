"""The sample form of the patterns page: one field of each kind, some with what went wrong."""

from typing import Self

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired


class SampleForm(Form):
    """Fields as a trainee or a supervisor meets them."""

    minutes = StringField("How long?", description="50, 1:15 and 1.5 all work")
    day = StringField("Which day?")
    placement = SelectField(
        "Placement", choices=[("north", "North Clinic"), ("southbank", "Southbank Practice")]
    )
    reason = TextAreaField(
        "Why are you returning it?", [InputRequired("Say why you are returning it.")]
    )
    verdict = RadioField(
        "Your verdict", choices=[("fine", "Fine as it is"), ("revise", "Please revise")]
    )
    checked = BooleanField("I have checked for identifying detail")

    def validate_day(self, field: StringField) -> None:
        """Refuse a day to come, as the log does."""
        message = f"{field.data} has not happened yet. Use today or earlier."
        raise ValidationError(message)

    @classmethod
    def as_sent(cls) -> Self:
        """The form as it comes back after a failed send: typed values kept, two things wrong."""
        sent = MultiDict(
            {
                "minutes": "50",
                "day": "30 November",
                "placement": "north",
                "verdict": "revise",
                "checked": "y",
            }
        )
        form = cls(sent)
        form.validate()
        return form
