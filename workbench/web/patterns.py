"""The page that shows every component, with its sample form."""

from datetime import date
from typing import Self

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
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
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired

from workbench.anonymisation.gate import gate
from workbench.web.gate import FindingShown, GateShown, marked
from workbench.web.guard import public

bp = Blueprint("patterns", __name__)


@bp.get("/patterns")
@public
def patterns() -> ResponseReturnValue:
    """Every component, each with the state that is easy to forget."""
    return render_template(
        "patterns.html", form=SampleForm.as_sent(), day=date(2026, 11, 30), gate=sample_gate()
    )


def sample_gate() -> GateShown:
    """What a comment that names somebody looks like when it comes back."""
    text = "Ask her sister Joan, who works in Leeds, what she remembers."
    found = gate([("words", text)]).findings
    shown = [FindingShown(one, 0, one.replacement, "", "") for one in found]
    return GateShown(marked(text, list(found)), shown, [], [], [], is_stopped=True)


class SampleForm(Form):
    """Fields as a trainee or a supervisor meets them."""

    minutes = StringField("How long?", description="50, 1:15 and 1.5 all work")
    day = StringField("Which day?")
    placement = SelectField(
        "Placement",
        choices=[
            SelectChoice("north", "North Clinic"),
            SelectChoice("southbank", "Southbank Practice"),
        ],
    )
    reason = TextAreaField(
        "Why are you returning it?", [InputRequired("Say why you are returning it.")]
    )
    verdict = RadioField(
        "Your verdict",
        choices=[SelectChoice("fine", "Fine as it is"), SelectChoice("revise", "Please revise")],
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
