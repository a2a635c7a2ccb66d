"""Opening and closing a case."""

from collections.abc import Iterable
from typing import ClassVar

from wtforms import DateField, IntegerField, RadioField, SelectField, StringField, SubmitField
from wtforms.validators import InputRequired, Length

from workbench.cases.models import CaseStanding
from workbench.curricula.activities import Mode
from workbench.training.models import Placement
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import GatedForm

MODES = choices(
    (
        (Mode.IN_PERSON, "In person"),
        (Mode.VIDEO, "By video"),
        (Mode.TELEPHONE, "By telephone"),
    )
)


def number_or_none(value: str | int | None) -> int | None:
    """A chosen row's number, as it was sent or as a row has it; nothing chosen is None."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() else None


def place_choices(places: Iterable[Placement]) -> list[tuple[str, str]]:
    """The placements to choose from, and none of them."""
    named = [(str(place.id), place.name) for place in places]
    return [*named, ("", "Nowhere named")]


class OpenCaseForm(Form):
    """A code and what is usual."""

    code = StringField(
        "Code",
        filters=[stripped],
        validators=[Length(max=200, message="Keep the code to 8 characters, such as A7.")],
        description="A letter and a number that mean nothing, such as A7. No name, no initials.",
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )
    opened_on = DateField("First contact on", validators=[InputRequired("Say on which day.")])
    usual_minutes = IntegerField(
        "Usual length in minutes", validators=[InputRequired("Say how long a session usually is.")]
    )
    usual_mode = SelectField("Usually", choices=MODES, coerce=Mode)
    placement = SelectField("Placement", coerce=number_or_none, validate_choice=False)
    submit = SubmitField("Open the case")


class AboutCaseForm(GatedForm):
    """Where a case is seen, what it came for, and whether its patient is that of another."""

    gated: ClassVar[tuple[str, ...]] = ("problems",)

    placement = SelectField("Placement", coerce=number_or_none, validate_choice=False)
    problems = StringField(
        "Presenting problems",
        filters=[stripped],
        validators=[Length(max=300, message="Use at most 300 characters.")],
        description="Each in a word or two, with commas: depression, social anxiety. "
        "No story, no figures, nothing that tells who it is.",
        render_kw={"autocomplete": "off"},
    )
    same_patient_as = SelectField(
        "The same patient as",
        coerce=number_or_none,
        validate_choice=False,
        description="Two cases of one patient count as one.",
    )
    submit = SubmitField("Keep it")


class ConsentForm(Form):
    """From which day consent is withdrawn."""

    withdrawn_on = DateField("Withdrawn on", validators=[InputRequired("Say on which day.")])
    submit = SubmitField("Record it")


class CloseCaseForm(Form):
    """How it ended, and when."""

    standing = RadioField(
        "How did it end?",
        choices=choices(
            [
                (CaseStanding.COMPLETED, "Completed as planned"),
                (CaseStanding.DROPPED_OUT, "Ended early"),
            ]
        ),
        coerce=lambda value: CaseStanding(value) if value in set(CaseStanding) else None,
        validators=[InputRequired("Say whether it was completed or ended early.")],
    )
    closed_on = DateField("On", validators=[InputRequired("Say on which day.")])
    submit = SubmitField("End the case")
